import { Fragment } from 'preact'
import type { z } from 'zod'
import type { Form } from '#kernel/forms'
import { Button, Checkbox, ErrorSummary, Field, type Option, Page, Section, Select, TextArea } from '#kernel/ui'
import { deliberationUrl } from '../council.ts'
import type { DeliberationForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Deliberation } from '../queries/deliberations.ts'
import { measureStages } from '../rules/outcomes.ts'
import { home } from './shared.tsx'

type About =
  | { readonly source: { readonly seance: string; readonly vote?: string | undefined; readonly point?: string | undefined } }
  | { readonly deliberation: Deliberation }

/** Where the clerk writes a deliberation: the text that the session gives is proposed, then corrected. */
export const DeliberationFormPage = ({
  t,
  form,
  about,
  choices,
}: {
  t: T
  form: Form<z.output<typeof DeliberationForm>>
  about: About
  choices: { readonly matters: readonly Option[]; readonly measures: readonly Option[] }
}) => {
  const known = 'deliberation' in about ? about.deliberation : null
  return (
    <Page
      title={known ? t('form.change', { label: known.label }) : t('form.new')}
      lead={t(known?.publishedAt ? 'form.changeLead' : 'form.lead')}
      breadcrumb={[
        home(t),
        known
          ? { label: known.label, href: deliberationUrl(known.id) }
          : { label: t('deliberations.title'), href: '/conseil/deliberations' },
      ]}
    >
      <ErrorSummary form={form} />
      <form method="post" action={known ? deliberationUrl(known.id, '/modification') : '/conseil/deliberations'} noValidate>
        {'source' in about && (
          <>
            <input type="hidden" name="seance" value={about.source.seance} />
            <input type="hidden" name="vote" value={about.source.vote ?? ''} />
            <input type="hidden" name="point" value={about.source.point ?? ''} />
          </>
        )}
        <Field form={form} name="title" label={t('register.object')} />
        <TextArea form={form} name="text" label={t('deliberation.text')} hint={t('form.textHint')} rows={18} />
        <Select form={form} name="matter" label={t('deliberation.matter')} hint={t('form.matterHint')} options={choices.matters} />
        <Section title={t('form.measures')} lead={t('form.measuresLead')}>
          {([1, 2, 3] as const).map(at => (
            <Fragment key={at}>
              <Select form={form} name={`measure${at}`} label={t('form.measure', { n: at })} options={choices.measures} optional />
              <Select
                form={form}
                name={`stage${at}`}
                label={t('form.stage', { n: at })}
                options={measureStages.map(stage => ({ value: stage, label: t(`stage.${stage}`) }))}
                optional
              />
            </Fragment>
          ))}
        </Section>
        <Section title={t('deliberation.budget')}>
          <Field form={form} name="budgetYear" label={t('form.budgetYear')} hint={t('form.budgetYearHint')} width="short" optional />
          <Field form={form} name="budgetName" label={t('form.budgetName')} hint={t('form.budgetNameHint')} optional />
          <Field form={form} name="amount" label={t('form.amount')} unit="€" width="short" inputmode="decimal" optional />
        </Section>
        <Checkbox form={form} name="isTransmissible" label={t('form.transmissible')} hint={t('form.transmissibleHint')} />
        <Button>{t('form.keep')}</Button>
      </form>
    </Page>
  )
}
