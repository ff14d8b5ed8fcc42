import { formatDate, type Locale } from '#kernel/i18n'
import { type MapMark, PlaceMap, Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { type Budget } from '../queries/budgets.ts'
import { type Idea } from '../queries/ideas.ts'
import type { CommuneMap } from '../queries/places.ts'
import type { IdeaState } from '../rules/ideas.ts'
import { budgetPath, ideaPath } from '../rules/sitePath.ts'

export interface Said {
  readonly t: T
  readonly locale: Locale
}
export interface OfBudget extends Said {
  readonly budget: Budget
}

/** The way to a page of a budget. */
export const crumbs = (t: T, budget?: Pick<Budget, 'id' | 'title'>) => [
  { label: t('budgets.title'), href: '/budgets' },
  ...(budget ? [{ label: budget.title, href: budgetPath(budget.id) }] : []),
]

const tones = {
  idea: 'plain',
  admissible: 'leaf',
  inadmissible: 'brick',
  'to-adapt': 'ochre',
  merged: 'plain',
  withdrawn: 'plain',
} as const satisfies Record<IdeaState, string>

export const StateTag = ({ t, state }: { t: T; state: IdeaState }) => <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>

/** When the phase that runs ends, in words. */
export const phaseNote = ({ t, locale, budget: { phase, rules } }: OfBudget): string => {
  const on = (day: string) => formatDate(day, locale)
  switch (phase) {
    case 'announced':
      return t('phase.announcedNote', { date: on(rules.ideasFrom) })
    case 'ideas':
      return t('phase.ideasNote', { date: on(rules.ideasUntil) })
    case 'study':
      return t('phase.studyNote', { date: on(rules.voteFrom) })
    case 'vote':
      return t('phase.voteNote', { date: on(rules.voteUntil) })
    default:
      return t(`phase.${phase}Note`)
  }
}

/** Ideas on the schematic map; the list beside carries the same numbers. */
export const IdeasMap = ({
  t,
  map,
  ideas,
  winners,
  isOwnPage = false,
}: {
  t: T
  map: CommuneMap
  ideas: readonly Idea[]
  /** Once counted: the numbers of those that won. */
  winners?: ReadonlySet<string> | undefined
  /** On the page of the idea itself, its mark leads nowhere. */
  isOwnPage?: boolean
}) => {
  const marks = ideas.flatMap((idea): readonly MapMark[] =>
    idea.latitude === null || idea.longitude === null
      ? []
      : [
          {
            number: idea.id,
            title: idea.title,
            ...(isOwnPage ? {} : { href: ideaPath(idea.id) }),
            latitude: idea.latitude,
            longitude: idea.longitude,
            tone: winners === undefined ? 'plain' : winners.has(idea.id) ? 'won' : 'not',
          },
        ],
  )
  if (marks.length === 0 && map.places.length === 0) return null
  return (
    <PlaceMap
      title={t('map.title')}
      description={t(winners ? 'map.descriptionCounted' : 'map.description', { n: marks.length, away: ideas.length - marks.length })}
      places={map.places}
      paths={map.lines.map(({ kind, name, points }) => ({
        kind,
        name,
        points: points.map(([latitude, longitude]) => ({ latitude, longitude })),
      }))}
      marks={marks}
    />
  )
}
