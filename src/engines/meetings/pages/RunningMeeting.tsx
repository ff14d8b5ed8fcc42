import { emptyForm } from '#kernel/forms'
import { Actions, Button, Disclosure, Field, Section, TextArea } from '#kernel/ui'
import { AddedDocument, Cancellation } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { liveQuorum } from '../liveQuorum.ts'
import type { Session } from '../queries/session.ts'
import { meetingUrl } from './shared.tsx'

/** What the person who runs the meeting can do next. */
export const RunningMeeting = ({ t, session }: { t: T; session: Session }) => {
  const { state } = session.meeting
  const post = (path: string, label: string, kind: 'primary' | 'secondary' = 'primary') => (
    <form method="post" action={meetingUrl(session, path)}>
      <Button kind={kind}>{label}</Button>
    </form>
  )
  const enough = liveQuorum(session).reached
  return (
    <Section title={t('run.title')}>
      <Actions>
        {state === 'planned' && <Button href={meetingUrl(session, '/convocation')}>{t('run.convene')}</Button>}
        {(state === 'convened' || state === 'opened') && <Button href={meetingUrl(session, '/presence')}>{t('run.attendance')}</Button>}
        {state === 'convened' && enough && post('/ouverture', t('run.open'))}
        {state === 'convened' && !enough && session.present.length > 0 && post('/ajournement', t('run.adjourn'), 'secondary')}
        {state === 'opened' && <Button href={meetingUrl(session, '/seance')}>{t('run.session')}</Button>}
        {state === 'adjourned' && post('/seconde-convocation', t('run.second'))}
        {(state === 'closed' || state === 'adjourned') && !session.approval && (
          <Button href={meetingUrl(session, '/proces-verbal')}>{t('run.minutes')}</Button>
        )}
        {(state === 'planned' || state === 'convened') && (
          <Button kind="secondary" href={meetingUrl(session, '/modification')}>
            {t('run.change')}
          </Button>
        )}
      </Actions>
      {(state === 'planned' || state === 'convened') && (
        <Disclosure summary={t('run.cancel')}>
          <form method="post" action={meetingUrl(session, '/annulation')}>
            <TextArea form={emptyForm(Cancellation)} name="reason" label={t('run.cancelReason')} rows={2} prefix="annulation" />
            <Button kind="danger">{t('run.cancel')}</Button>
          </form>
        </Disclosure>
      )}
      <Disclosure summary={t('documents.add')}>
        <form method="post" action={meetingUrl(session, '/documents')}>
          <Field form={emptyForm(AddedDocument)} name="title" label={t('documents.name')} prefix="document" />
          <Field
            form={emptyForm(AddedDocument)}
            name="url"
            label={t('documents.address')}
            hint={t('documents.addressHint')}
            prefix="document"
          />
          <Button kind="secondary">{t('documents.submit')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}
