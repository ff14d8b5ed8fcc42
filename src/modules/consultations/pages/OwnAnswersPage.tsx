import { Actions, Button, Empty, Page, Table, Verdict } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { OwnAnswer } from '../queries/participants.ts'
import { answerOf } from '../rules/terms.ts'
import { crumbs } from './crumbs.ts'
import { LooseAnswers } from './LooseAnswers.tsx'

interface Props {
  readonly t: T
  readonly consultation: Consultation
  readonly answers: readonly OwnAnswer[]
  readonly isOpen: boolean
  readonly isAttached: boolean
  readonly loose: number
  readonly isSignedIn: boolean
}

/** What I answered, and how to change it. */
export const OwnAnswersPage = ({ t, consultation, answers, isOpen, isAttached, loose, isSignedIn }: Props) => {
  const path = `/consultations/${consultation.id}`
  return (
    <Page title={t('own.title')} lead={t(isSignedIn ? 'own.leadSignedIn' : 'own.lead')} breadcrumb={crumbs(t, consultation)}>
      {loose > 0 && <LooseAnswers t={t} path={path} n={loose} />}
      {isAttached && <Verdict is="missing">{t('refusal.attached')}</Verdict>}
      {answers.length === 0 ? (
        <Empty title={t('own.empty')} action={isOpen ? { label: t('consultation.takePart'), href: `${path}/participer` } : undefined} />
      ) : (
        <Table
          caption={t('own.title')}
          hideCaption
          head={[t('own.statement'), t('own.answer'), ...(isOpen ? [t('own.change')] : [])]}
          rows={answers.map(({ statement, text, vote }) => [
            <span key="text" id={`a-${statement}`}>
              {statement}. {text}
            </span>,
            t(`answer.${answerOf(vote)}`),
            ...(isOpen
              ? [
                  <a key="change" href={`${path}/participer?affirmation=${statement}`} aria-label={t('own.changeOf', { statement })}>
                    {t('own.change')}
                  </a>,
                ]
              : []),
          ])}
        />
      )}
      <Actions>
        {isOpen && <Button href={`${path}/participer`}>{t('own.continue')}</Button>}
        <Button kind="secondary" href={`${path}/resultats`}>
          {t('part.results')}
        </Button>
      </Actions>
    </Page>
  )
}
