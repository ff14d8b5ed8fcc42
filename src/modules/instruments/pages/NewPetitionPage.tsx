import type { Form } from '#kernel/forms'
import { formatNumber, type Locale } from '#kernel/i18n'
import type { Parameter } from '#kernel/parameters'
import { Button, Choice, ErrorSummary, Field, FormPaper, Notice, Page, TextArea } from '#kernel/ui'
import type { NewPetition } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { petitionKinds } from '../rules/petition.ts'
import { RuleTable } from './RuleTable.tsx'
import { WhereItStops } from './WhereItStops.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly form: Form<NewPetition>
  readonly code: string
  readonly threshold: number | null
  readonly rules: readonly Parameter[]
  readonly isVerified: boolean
}

/** What a petition is, what it obtains, and how to begin one. */
export const NewPetitionPage = ({ t, locale, form, code, threshold, rules, isVerified }: Props) => (
  <Page title={t('way.petition')} lead={t('new.lead')} breadcrumb={[{ label: t('title'), href: '/demarches-citoyennes' }]}>
    <p>{threshold === null ? t('petition.noFigure') : t('new.threshold', { n: formatNumber(threshold, locale) })}</p>
    {!isVerified && <Notice kind="warning">{t('new.verified')}</Notice>}
    <FormPaper code={code}>
      <ErrorSummary form={form} />
      <form method="post" action="/demarches-citoyennes/petitions" noValidate>
        <Choice
          form={form}
          name="kind"
          label={t('new.kind')}
          options={petitionKinds.map(kind => ({ value: kind, label: t(`new.${kind}`) }))}
        />
        <Field form={form} name="title" label={t('new.title')} />
        <TextArea form={form} name="text" label={t('new.text')} hint={t('new.textHint')} rows={10} maxlength={8000} />
        <Field form={form} name="days" label={t('new.days')} type="number" width="short" unit={t('new.daysUnit')} />
        <Button>{t('new.send')}</Button>
      </form>
    </FormPaper>
    <RuleTable t={t} locale={locale} rules={rules} />
    <WhereItStops t={t} kind="petition" />
  </Page>
)
