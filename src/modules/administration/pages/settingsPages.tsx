import { type AnyForm, Button, Checkbox, Empty, ErrorSummary, Field, Listing, Notice, Page, Select, TextArea } from '#kernel/ui'
import type { Control } from '../controls.ts'
import type { T } from '../locales/index.ts'
import { trail } from './homePage.tsx'

export const SettingsPage = ({
  t,
  rooms,
}: {
  t: T
  rooms: readonly { readonly id: string; readonly title: string; readonly count: number }[]
}) => (
  <Page title={t('settings.title')} lead={t('settings.lead')} breadcrumb={trail(t)}>
    {rooms.length === 0 ? (
      <Empty title={t('settings.none')} />
    ) : (
      <Listing
        level={2}
        items={rooms.map(room => ({
          title: room.title,
          href: `/administration/reglages/${room.id}`,
          note: t('settings.count', { n: room.count }),
        }))}
      />
    )}
  </Page>
)

export interface AskedSetting {
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly control: Control
}
/** A room's settings, each asked by the control that its schema calls for. */
export const RoomSettingsPage = ({
  t,
  room,
  title,
  asked,
  form,
  saved,
}: {
  t: T
  room: string
  title: string
  asked: readonly AskedSetting[]
  form: AnyForm
  saved: boolean
}) => (
  <Page
    title={title}
    lead={t('settings.lead')}
    breadcrumb={[...trail(t), { label: t('settings.title'), href: '/administration/reglages' }]}
  >
    <ErrorSummary form={form} />
    {saved && <Notice kind="success" title={t('commune.saved')} />}
    <form method="post" action={`/administration/reglages/${room}`} noValidate>
      {asked.map(setting => (
        <Setting key={setting.name} t={t} setting={setting} form={form} />
      ))}
      <Button>{t('settings.save')}</Button>
    </form>
  </Page>
)

const Setting = ({ t, setting, form }: { t: T; setting: AskedSetting; form: AnyForm }) => {
  const { control, name, label } = setting
  const hint = [setting.hint, bounds(t, control)].filter(Boolean).join(' ') || undefined
  if (control.kind === 'box') return <Checkbox form={form} name={name} label={label} hint={hint} />
  if (control.kind === 'choice') return <Select form={form} name={name} label={label} hint={hint} options={control.options} />
  if (control.kind === 'number') return <Field form={form} name={name} type="number" label={label} hint={hint} width="short" />
  if (control.kind === 'lines' || control.kind === 'long')
    return <TextArea form={form} name={name} label={label} hint={hint} rows={control.kind === 'lines' ? 6 : 4} optional />
  return <Field form={form} name={name} label={label} hint={hint} autocomplete="off" optional />
}

const bounds = (t: T, control: Control) => {
  if (control.kind === 'lines') return t('settings.lines')
  if (control.kind !== 'number' || control.min === null) return undefined
  return control.max === null ? t('settings.from', { min: control.min }) : t('settings.between', { min: control.min, max: control.max })
}
