import { Listing } from '#kernel/ui'
import { type Idea } from '../queries/ideas.ts'
import { money } from '../rules/euros.ts'
import { type OfBudget, StateTag } from './parts.tsx'
import { ideaPath } from '../rules/sitePath.ts'

/** Ideas, each with the number it has on the map. */
export const IdeaList = ({
  t,
  locale,
  budget,
  ideas,
  winners,
  level,
}: OfBudget & {
  readonly level?: 2 | 3 | undefined
  readonly ideas: readonly Idea[]
  readonly winners?: ReadonlySet<string> | undefined
}) => (
  <Listing
    level={level}
    items={ideas.map(idea => ({
      href: ideaPath(idea.id),
      title: `${idea.id}. ${idea.title}`,
      text: shortened(idea.text),
      note: (
        <>
          <StateTag t={t} state={idea.state} /> {winners && <strong>{t(winners.has(idea.id) ? 'won.yes' : 'won.no')} · </strong>}
          {[
            idea.place,
            idea.sectorName,
            idea.costCents === null ? null : money(idea.costCents, locale),
            budget.archive ? null : idea.author,
          ]
            .filter(Boolean)
            .join(' · ')}
        </>
      ),
    }))}
  />
)

const shortened = (text: string) => (text.length > 180 ? `${text.slice(0, 179).toWellFormed()}…` : text)
