import type { z } from 'zod'
import { emptyForm, type Form } from '#kernel/forms'
import { Actions, Button, Checkbox, Choice, type Crumb, Disclosure, ErrorSummary, Page, Section, Select, TextArea } from '#kernel/ui'
import { Approval, Discussion, OpenedVote } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { liveQuorum } from '../liveQuorum.ts'
import type { Session } from '../queries/session.ts'
import { manners } from '../rules/charter.ts'
import { MannersAsked } from './MannersAsked.tsx'
import { QuorumTable } from './QuorumTable.tsx'
import { sayMajority } from './ResultTable.tsx'
import { meetingUrl, nameIn } from './shared.tsx'
import { UrgencyForm } from './UrgencyForm.tsx'
import type { Viewer } from './viewer.ts'

/** The desk of whoever runs the session: items one after the other, what was said, votes, earlier minutes. */
export const SessionPage = ({
  t,
  session,
  trail,
  waiting,
  viewer,
  form,
}: {
  t: T
  session: Session
  trail: readonly Crumb[]
  waiting: readonly { readonly id: string; readonly title: string }[]
  viewer: Viewer
  form: Form<z.output<typeof OpenedVote>>
}) => {
  const { asking, majority } = session.assembly.charter.vote
  const chair = session.seats.find(seat => seat.role === 'chair')?.member
  const agenda = session.items.filter(item => item.position !== null)
  return (
    <Page title={t('session.title')} lead={session.meeting.title} breadcrumb={trail}>
      <ErrorSummary form={form} prefix="vote" />
      <QuorumTable t={t} quorum={liveQuorum(session)} />
      <Actions>
        <Button kind="secondary" href={meetingUrl(session, '/presence')}>
          {t('run.attendance')}
        </Button>
        <form method="post" action={meetingUrl(session, '/cloture')}>
          <Button kind="danger">{t('session.close')}</Button>
        </form>
      </Actions>
      <UrgencyForm t={t} session={session} />
      {waiting.length > 0 && (
        <Section title={t('minutes.approveTitle')}>
          {waiting.map(one => (
            <form key={one.id} method="post" action={meetingUrl(session, '/approbation')}>
              <p>
                <a href={`${session.assembly.path}/${one.id}/proces-verbal`}>{t('minutes.of', { title: one.title })}</a>
              </p>
              <input type="hidden" name="meeting" value={one.id} />
              <TextArea form={emptyForm(Approval)} name="remarks" label={t('minutes.remarks')} rows={2} optional prefix={`pv-${one.id}`} />
              <Button>{t('minutes.approve')}</Button>
            </form>
          ))}
        </Section>
      )}
      {agenda.map(item => (
        <Section key={item.id} title={`${item.position}. ${item.title}`}>
          {session.votes
            .filter(vote => vote.itemId === item.id)
            .map(vote => (
              <p key={vote.id}>
                <a href={meetingUrl(session, `/votes/${vote.id}`)}>{vote.question}</a> ·{' '}
                {vote.result ? t(`outcome.${vote.result.outcome}`) : t('vote.underWay')}
              </p>
            ))}
          <MannersAsked t={t} session={session} item={item} viewer={viewer} />
          <Disclosure summary={t('session.discussion')} open={item.discussion !== ''}>
            <form method="post" action={meetingUrl(session, `/ordre-du-jour/${item.id}/echanges`)}>
              <TextArea
                form={emptyForm(Discussion, { discussion: item.discussion })}
                name="discussion"
                label={t('session.said')}
                optional
                prefix={`point-${item.id}`}
              />
              <Button kind="secondary">{t('session.keep')}</Button>
            </form>
          </Disclosure>
        </Section>
      ))}
      <Section title={t('vote.open')} lead={sayMajority(t, session.assembly.charter.vote.majority)}>
        <form method="post" action={meetingUrl(session, '/votes')} noValidate>
          <Select
            form={form}
            name="item"
            label={t('vote.item')}
            options={agenda.map(item => ({ value: item.id, label: item.title }))}
            prefix="vote"
          />
          <TextArea form={form} name="question" label={t('vote.question')} rows={2} prefix="vote" />
          <Choice
            form={form}
            name="manner"
            label={t('vote.manner')}
            options={manners.map(manner => ({ value: manner, label: t(`manner.${manner}`) }))}
            prefix="vote"
          />
          {asking && (
            <Disclosure summary={t('vote.nominationAsked')} open={'unanimous' in form.values || 'nomination' in form.values}>
              <Checkbox form={form} name="nomination" label={t('vote.nomination')} hint={t('vote.nominationHint')} prefix="vote" />
              <Checkbox form={form} name="unanimous" label={t('vote.unanimous')} prefix="vote" />
            </Disclosure>
          )}
          {majority.castingVote && (
            <Disclosure summary={t('vote.presidency')} open={chair !== undefined && !session.present.includes(chair)}>
              <Select
                form={form}
                name="presidedBy"
                label={t('vote.presidedBy')}
                hint={t('vote.presidedByHint')}
                options={[
                  { value: '', label: chair ? t('vote.chair', { name: nameIn(t, session, chair) }) : t('vote.nobodyChairs') },
                  ...session.present
                    .filter(person => person !== chair)
                    .map(person => ({ value: person, label: nameIn(t, session, person) })),
                ]}
                prefix="vote"
                optional
              />
              <Checkbox form={form} name="chairLeaves" label={t('vote.chairLeaves')} hint={t('vote.chairLeavesHint')} prefix="vote" />
            </Disclosure>
          )}
          <Button>{t('vote.open')}</Button>
        </form>
      </Section>
    </Page>
  )
}
