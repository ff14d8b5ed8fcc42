import type { Form } from '#kernel/forms'
import { Actions, Button, DefinitionList, EditList, ErrorSummary, Field, Listing, Notice, Page, Section, Time } from '#kernel/ui'
import type { ReasonForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Ballot } from '../queries/ballots.ts'
import type { Question } from '../rules/kinds.ts'
import { crumbs } from './crumbs.ts'
import { QuestionSummary } from './QuestionSummary.tsx'

export interface RunPageProps {
  readonly t: T
  readonly ballot: Ballot
  readonly questions: readonly Question[]
  readonly turnout: Readonly<Record<'screen' | 'desk' | 'paper' | 'station', number>>
  /** Why it cannot be announced yet, or published yet. */
  readonly obstacle: string | null
  readonly unsettled: number
  readonly cancel: Form<ReasonForm>
}

/** What those who run a vote do next. Nobody sees a choice here before the count. */
export const RunPage = (props: RunPageProps) => {
  const { t, ballot, turnout } = props
  const path = `/votes/${ballot.id}`
  const isAnnounced = ballot.state !== 'draft' && ballot.state !== 'cancelled'
  return (
    <Page title={t('run.title')} kicker={ballot.title} breadcrumb={crumbs(t, ballot)}>
      <DefinitionList
        items={[
          { term: t('run.state'), value: t(`state.${ballot.state}`) },
          { term: t('ballot.opensAt'), value: <Time at={ballot.opensAt} /> },
          { term: t('ballot.closesAt'), value: <Time at={ballot.closesAt} /> },
          ...(isAnnounced
            ? (['screen', 'desk', 'paper', 'station'] as const).map(channel => ({
                term: t(`channel.${channel}`),
                value: String(turnout[channel]),
              }))
            : []),
        ]}
      />
      {ballot.state === 'draft' && <Preparing {...props} />}
      {(ballot.state === 'open' || ballot.state === 'ready') && <p>{t('run.noPartial')}</p>}
      {ballot.state === 'closed' && (
        <Notice title={t('run.counting')}>{t(ballot.isSecret ? 'run.countingSecret' : 'run.countingText')}</Notice>
      )}
      {ballot.state === 'counted' && <Publishing {...props} />}
      {isAnnounced && (
        <Section title={t('run.tools')}>
          <Listing
            items={[
              ...(ballot.state === 'open' ? [{ title: t('station.title'), href: `${path}/bureau`, text: t('station.lead') }] : []),
              ...(ballot.hasPaper
                ? [
                    { title: t('printed.title'), href: `${path}/papier`, text: t('printed.lead') },
                    { title: t('sheet.title'), href: `${path}/feuille-de-depouillement`, text: t('sheet.lead') },
                    { title: t('paper.title'), href: `${path}/depouillement`, text: t('paper.lead') },
                  ]
                : []),
            ]}
          />
        </Section>
      )}
      {(ballot.state === 'draft' || ballot.state === 'ready' || ballot.state === 'open') && <Cancelling {...props} />}
    </Page>
  )
}

const Preparing = ({ t, ballot, questions, obstacle }: RunPageProps) => {
  const path = `/votes/${ballot.id}`
  return (
    <>
      <Section title={t('ballot.questions')}>
        {questions.length === 0 && <p>{t('question.none')}</p>}
        <EditList
          items={questions.map(question => ({
            id: `q${question.number}`,
            content: <QuestionSummary t={t} question={question} />,
            gestures: (
              <>
                <Button
                  small
                  kind="secondary"
                  href={`${path}/questions/${question.number}/correction`}
                  label={t('question.correctOne', { n: question.number })}
                >
                  {t('question.change')}
                </Button>
                <form method="post" action={`${path}/questions/${question.number}/retrait`}>
                  <Button small kind="secondary" label={t('question.removeOne', { n: question.number })}>
                    {t('question.remove')}
                  </Button>
                </form>
              </>
            ),
          }))}
        />
        <Actions>
          <Button kind="secondary" href={`${path}/questions/nouvelle`}>
            {t('question.new')}
          </Button>
          <Button kind="secondary" href={`${path}/correction`}>
            {t('form.correct')}
          </Button>
          <Button kind="secondary" href={`${path}/apercu`}>
            {t('vote.preview')}
          </Button>
          {ballot.isSecret && (
            <Button kind="secondary" href={`${path}/secret/preparation`}>
              {t('run.guards')}
            </Button>
          )}
        </Actions>
      </Section>
      <Section title={t('run.announce')} lead={t('run.announceLead')}>
        {obstacle && <Notice kind="warning">{obstacle}</Notice>}
        <form method="post" action={`${path}/annonce`}>
          <Button>{t('run.announceNow')}</Button>
        </form>
      </Section>
    </>
  )
}

const Publishing = ({ t, ballot, obstacle, unsettled }: RunPageProps) => (
  <Section title={t('run.publish')} lead={t('run.publishLead')}>
    {obstacle && <Notice kind="warning">{obstacle}</Notice>}
    {unsettled > 0 && <p>{t('run.unsettled', { n: unsettled })}</p>}
    <form method="post" action={`/votes/${ballot.id}/publication`}>
      <Button>{t('run.publishNow')}</Button>
    </form>
  </Section>
)

const Cancelling = ({ t, ballot, cancel }: RunPageProps) => (
  <Section title={t('run.cancel')} lead={t('run.cancelLead')}>
    <ErrorSummary form={cancel} />
    <form method="post" action={`/votes/${ballot.id}/annulation`} noValidate>
      <Field form={cancel} name="reason" label={t('run.cancelReason')} />
      <Button kind="danger">{t('run.cancelNow')}</Button>
    </form>
  </Section>
)
