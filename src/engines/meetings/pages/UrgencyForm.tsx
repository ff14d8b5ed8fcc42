import { emptyForm } from '#kernel/forms'
import { Button, Field, Notice, Section } from '#kernel/ui'
import { urgencyOf } from '../acts/votes.ts'
import { UrgencyRuling } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Session } from '../queries/session.ts'
import { meetingUrl } from './shared.tsx'

/** A notice shortened for urgency: the assembly rules upon it first, and everyone may read what it said. */
export const UrgencyForm = ({ t, session }: { t: T; session: Session }) => {
  const stands = urgencyOf(session)
  if (stands === 'none') return null
  if (stands !== 'awaited')
    return (
      <Notice title={t(`urgency.${stands}`)}>
        {t('urgency.counted', { yes: session.urgency?.for, no: session.urgency?.against, abstention: session.urgency?.abstention })}
      </Notice>
    )
  return (
    <Section title={t('urgency.title')} lead={t('urgency.lead', { reason: session.convening?.urgentReason ?? '' })}>
      <form method="post" action={meetingUrl(session, '/urgence')}>
        {(['for', 'against', 'abstention'] as const).map(choice => (
          <Field key={choice} form={emptyForm(UrgencyRuling)} name={choice} type="number" label={t(`urgency.${choice}`)} prefix="urgence" />
        ))}
        <Button>{t('urgency.submit')}</Button>
      </form>
    </Section>
  )
}
