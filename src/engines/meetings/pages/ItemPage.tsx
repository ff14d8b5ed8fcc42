import type { z } from 'zod'
import type { Form } from '#kernel/forms'
import { Button, type Crumb, ErrorSummary, Field, Page, TextArea } from '#kernel/ui'
import type { AskedItem } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Session } from '../queries/session.ts'
import { neededOf } from '../rules/share.ts'
import { meetingUrl } from './shared.tsx'

/** Adds an item to the agenda, or asks for one. */
export const ItemPage = ({
  t,
  session,
  trail,
  runs,
  form,
}: {
  t: T
  session: Session
  trail: readonly Crumb[]
  runs: boolean
  form: Form<z.output<typeof AskedItem>>
}) => {
  const { members } = session.assembly.charter.agenda
  const lead = runs
    ? session.meeting.title
    : members
      ? t('agenda.rule', { n: neededOf(members, session.seats.length) })
      : t('refused.not-allowed')
  return (
    <Page title={t(runs ? 'agenda.add' : 'agenda.ask')} lead={lead} breadcrumb={trail}>
      <ErrorSummary form={form} />
      <form method="post" action={meetingUrl(session, '/ordre-du-jour')} noValidate>
        <Field form={form} name="title" label={t('agenda.itemTitle')} />
        <TextArea form={form} name="note" label={t('agenda.itemNote')} hint={t('agenda.itemNoteHint')} optional />
        <Field form={form} name="link" label={t('agenda.itemLink')} hint={t('agenda.itemLinkHint')} optional />
        <Button>{t(runs ? 'agenda.addSubmit' : 'agenda.askSubmit')}</Button>
      </form>
    </Page>
  )
}
