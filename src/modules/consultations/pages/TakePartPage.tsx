import type { Form } from '#kernel/forms'
import type { Verdict } from '#kernel/rules'
import { Actions, Button, Empty, ErrorSummary, Hidden, Notice, Page, Statement, Time, Verdict as VerdictSign } from '#kernel/ui'
import type { VoteForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { Progress } from '../queries/nextStatements.ts'
import type { Statement as StatementRow } from '../queries/statements.ts'
import type { VoteRefusal } from '../rules/standing.ts'
import { crumbs } from './crumbs.ts'
import { LooseAnswers } from './LooseAnswers.tsx'

interface Props {
  readonly t: T
  readonly consultation: Consultation
  readonly verdict: Verdict<VoteRefusal>
  readonly statement: StatementRow | null
  /** The person came back to this very statement. */
  readonly isChange: boolean
  readonly progress: Progress
  readonly passed: readonly number[]
  readonly isAttached: boolean
  /** The browser refused the token it was given. */
  readonly isWithoutToken: boolean
  readonly loose: number
  readonly isSignedIn: boolean
  readonly proposed: 'visible' | 'held' | null
  readonly mayPropose: boolean
  readonly form: Form<VoteForm>
}

/** One statement, large; three answers; where one is. Stopping is fine at any time. */
export const TakePartPage = (props: Props) => {
  const { t, consultation, progress, proposed, loose, verdict } = props
  const path = `/consultations/${consultation.id}`
  return (
    <Page
      title={t('part.title')}
      kicker={consultation.title}
      lead={verdict.ok ? t('part.progress', { answered: progress.answered, total: progress.total }) : undefined}
      breadcrumb={crumbs(t, consultation)}
    >
      {proposed && (
        <Notice kind="success" title={t('part.proposed')}>
          {t(proposed === 'visible' ? 'part.proposedVisible' : 'part.proposedHeld')}
        </Notice>
      )}
      {loose > 0 && <LooseAnswers t={t} path={path} n={loose} />}
      <Question {...props} path={path} />
      <Actions>
        <Button kind="secondary" href={`${path}/mes-reponses`}>
          {t('part.own')}
        </Button>
        {props.mayPropose && (
          <Button kind="secondary" href={`${path}/affirmations/nouvelle`}>
            {t('part.propose')}
          </Button>
        )}
      </Actions>
      <p class="soft">{t(props.isSignedIn ? 'part.signedIn' : 'part.anonymous')}</p>
    </Page>
  )
}

const Question = (props: Props & { path: string }) => {
  const { t, consultation, verdict, statement, isChange, progress, passed, form, path } = props
  if (!verdict.ok)
    return (
      <VerdictSign is="refused" title={t('part.refused')}>
        {t(`refusal.${verdict.because}`)}
      </VerdictSign>
    )
  if (props.isAttached) return <VerdictSign is="missing">{t('refusal.attached')}</VerdictSign>
  if (props.isWithoutToken) return <VerdictSign is="missing">{t('part.noToken')}</VerdictSign>
  if (!statement)
    return (
      <Empty
        title={t(passed.length > 0 ? 'part.onlyPassed' : 'part.done')}
        drawing="meeting"
        action={
          passed.length > 0
            ? { label: t('part.again'), href: `${path}/participer` }
            : { label: t('part.results'), href: `${path}/resultats` }
        }
      >
        {t('part.doneText')}
      </Empty>
    )
  return (
    <>
      <ErrorSummary form={form} />
      <form method="post" action={`${path}/votes`} noValidate>
        <Hidden form={form} name="statement" value={statement.number} />
        <Hidden form={form} name="passed" value={passed.join(',')} />
        {isChange && <Hidden form={form} name="back" value="mes-reponses" />}
        <Statement
          text={statement.text}
          answers={{
            name: 'vote',
            label: t('part.answer'),
            options: [
              { value: 'agree', label: t('answer.agree'), sign: 'yes' },
              { value: 'disagree', label: t('answer.disagree'), sign: 'no' },
              { value: 'pass', label: t('answer.pass'), sign: 'pass' },
            ],
          }}
        />
      </form>
      {!isChange && progress.next.length > 1 && (
        <p>
          <a href={`${path}/participer?passer=${[...passed, statement.number].join(',')}`}>{t('part.later')}</a>
        </p>
      )}
      <p class="soft">
        {t('part.stop')} <Time at={consultation.closesOn} />.
      </p>
    </>
  )
}
