import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import type { Parameter } from '#kernel/parameters'
import { Button, ErrorSummary, Field, Page, Section } from '#kernel/ui'
import type { Answered } from '../forms.ts'
import type { FileKind, Plan } from '../legalFile.ts'
import type { T } from '../locales/index.ts'
import { ElectionTable } from './ElectionTable.tsx'
import { PlanTable } from './PlanTable.tsx'
import { RuleTable } from './RuleTable.tsx'
import { WhereItStops } from './WhereItStops.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly kind: FileKind
  readonly form: Form<Answered>
  readonly plan: Plan | null
  readonly rules: readonly Parameter[]
  readonly blackoutMonths: number | null
  readonly isTownHall: boolean
}

/** Few questions, then the calendar they make. Anyone may ask: nothing is kept. */
export const AssistantPage = ({ t, locale, today, kind, form, plan, rules, blackoutMonths, isTownHall }: Props) => {
  const path = `/demarches-citoyennes/assistant/${kind}`
  const wishedOn = typeof form.values.wishedOn === 'string' && form.values.wishedOn !== '' ? form.values.wishedOn : null
  return (
    <Page title={t(`way.${kind}`)} lead={t(`way.${kind}.text`)} breadcrumb={[{ label: t('title'), href: '/demarches-citoyennes' }]}>
      <ErrorSummary form={form} />
      <form method="get" action={path} noValidate>
        <Questions t={t} kind={kind} form={form} />
        <Button>{t('assistant.compute')}</Button>
      </form>
      {plan && (
        <Section title={t('plan.title')} id="calendrier">
          <PlanTable t={t} locale={locale} plan={plan} wishedOn={wishedOn} />
          {isTownHall && <Button href={`/demarches-citoyennes/dossiers/nouveau?${queryOf(kind, form)}`}>{t('assistant.keep')}</Button>}
        </Section>
      )}
      <RuleTable t={t} locale={locale} rules={rules} />
      {blackoutMonths !== null && <ElectionTable t={t} locale={locale} months={blackoutMonths} today={today} />}
      <WhereItStops t={t} kind={kind === 'participation' ? 'participation' : 'vote'} />
    </Page>
  )
}

/** The days the calendar is made of. */
export const Questions = ({ t, kind, form }: { t: T; kind: FileKind; form: Form<Answered> }) =>
  kind === 'participation' ? (
    <>
      <Field form={form} name="councilOn" label={t('ask.opensOn')} type="date" />
      <Field form={form} name="wishedOn" label={t('ask.closesOn')} type="date" optional />
    </>
  ) : (
    <>
      <Field form={form} name="councilOn" label={t('ask.councilOn')} type="date" />
      <Field form={form} name="transmittedOn" label={t('ask.transmittedOn')} hint={t('ask.transmittedHint')} type="date" optional />
      <Field form={form} name="wishedOn" label={t('ask.wishedOn')} hint={t('ask.wishedHint')} type="date" optional />
      <Field form={form} name="lastOn" label={t('ask.lastOn')} hint={t('ask.lastHint')} type="date" optional />
    </>
  )

const queryOf = (kind: FileKind, form: Form<Answered>) => {
  const said = (['councilOn', 'transmittedOn', 'wishedOn', 'lastOn'] as const).flatMap(name => {
    const value = form.values[name]
    return typeof value === 'string' && value !== '' ? [[name, value]] : []
  })
  return new URLSearchParams([['kind', kind], ...said])
}
