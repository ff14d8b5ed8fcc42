import type { Form } from '#kernel/forms'
import { Actions, BallotList, Button, ErrorSummary, Notice, Page } from '#kernel/ui'
import type { BallotForm } from '../forms.ts'
import { type Idea } from '../queries/ideas.ts'
import type { Sheet } from '../queries/sheets.ts'
import type { Choices } from '../rules/ballots.ts'
import { money } from '../rules/euros.ts'
import { crumbs, type OfBudget } from './parts.tsx'
import { budgetPath, ideaPath } from '../rules/sitePath.ts'

interface Props extends OfBudget {
  readonly sheet: Sheet
  /** In the order of their numbers, whatever the day. */
  readonly projects: readonly Idea[]
  readonly choices: Choices
  readonly form: Form<BallotForm>
  /** The same person read it before: somebody else must. */
  readonly isSecondByTheSame: boolean
}

/** Keying one paper ballot; what another person read is not shown, so that both readings are their own. */
export const KeySheetPage = ({ t, locale, budget, sheet, projects, choices, form, isSecondByTheSame }: Props) => (
  <Page
    title={t('sheets.keyTitle', { code: sheet.code })}
    kicker={t('sheets.reading', { n: sheet.readings.length + 1 })}
    lead={t('sheets.keyLead')}
    breadcrumb={[...crumbs(t, budget), { label: t('sheets.title'), href: `${budgetPath(budget.id)}/bulletins-papier` }]}
  >
    {sheet.isCounted ? (
      <Notice kind="success" title={t('sheets.isCounted')} />
    ) : isSecondByTheSame ? (
      <Notice kind="warning" title={t('sheets.same')} />
    ) : (
      <form method="post" action={`${budgetPath(budget.id)}/bulletins-papier/saisie`} noValidate>
        <ErrorSummary form={form} />
        <input type="hidden" name="code" value={sheet.code} />
        <BallotList
          lines={projects.map(idea => ({
            id: idea.id,
            title: `${idea.id}. ${idea.title}`,
            href: ideaPath(idea.id),
            cost: money(idea.costCents ?? 0, locale),
            given: choices[idea.id] ?? 0,
          }))}
          points={budget.rules.voteKind === 'points' ? (budget.rules.points ?? undefined) : undefined}
          choose={title => t('ballot.choose', { title })}
          pointsLabel={title => t('ballot.pointsFor', { title })}
          see={t('ballot.see')}
        />
        <Actions>
          <Button>{t('sheets.keep')}</Button>
        </Actions>
      </form>
    )}
  </Page>
)
