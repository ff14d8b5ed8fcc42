import { Actions, AnswerSheet, Button, Notice, Page, SheetBoxes, SheetLines, SheetQuestion } from '#kernel/ui'
import type { Idea } from '../queries/ideas.ts'
import { money } from '../rules/euros.ts'
import { crumbs, type OfBudget } from './parts.tsx'
import { rulesInWords } from './rulesInWords.ts'
import { budgetPath } from '../rules/sitePath.ts'

interface Props extends OfBudget {
  readonly projects: readonly Idea[]
  /** The code of the sheet just handed out; none for the specimen. */
  readonly code: string | null
  readonly canIssue: boolean
}

/** A paper ballot to print: the specimen for everyone, or the numbered one handed out at the desk. */
export const PaperBallotPage = ({ t, locale, budget, projects, code, canIssue }: Props) => {
  const points = budget.rules.voteKind === 'points'
  const labels = projects.map(idea => `${idea.id}. ${idea.title} (${money(idea.costCents ?? 0, locale)})`)
  return (
    <Page
      title={t('paper.title')}
      kicker={budget.title}
      lead={t(code ? 'paper.issued' : 'paper.lead')}
      breadcrumb={crumbs(t, budget)}
      code={code ?? undefined}
    >
      {canIssue && code === null && (
        <form method="post" action={`${budgetPath(budget.id)}/vote/papier`}>
          <Notice title={t('paper.desk')}>{t('paper.deskText')}</Notice>
          <Actions>
            <Button>{t('paper.issue')}</Button>
          </Actions>
        </form>
      )}
      {code && <Notice kind="success" title={t('paper.issuedTitle', { code })} />}
      <AnswerSheet
        title={budget.title}
        number={t('paper.number')}
        code={code ?? t('paper.specimen')}
        intro={<p>{rulesInWords(t, locale, budget.rules).ballot}</p>}
      >
        <SheetQuestion number={1} label={t(points ? 'paper.points' : 'paper.tick')}>
          {points ? (
            labels.map(label => (
              <div key={label}>
                <p>{label}</p>
                <SheetLines lines={1} />
              </div>
            ))
          ) : (
            <SheetBoxes boxes={labels} />
          )}
        </SheetQuestion>
      </AnswerSheet>
    </Page>
  )
}
