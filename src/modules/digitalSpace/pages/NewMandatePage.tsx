import type { Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, Checkbox, Checkboxes, Choice, Disclosure, ErrorSummary, Field, FormPaper, Hidden, Notice, Page } from '#kernel/ui'
import type { NewMandate } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { sayScope, scopes } from '../national.ts'
import type { Space } from '../queries/space.ts'
import { lastDayOf } from '../rules/mandate.ts'
import { home } from '../where.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly form: Form<NewMandate>
  /** Days that it may last, the fewest first. */
  readonly durations: readonly number[]
  readonly space: Space | null
  readonly today: string
  /** By the person alone; keyed in for them at the desk; at their appointment; only on paper. */
  readonly kind: 'self' | 'desk' | 'appointment' | 'paper'
  readonly who: string
  readonly code: string
}

/** The mandate as it is given on screen, and as it is signed on paper: the same words. */
export const NewMandatePage = ({ t, locale, form, durations, space, today, kind, who, code }: Props) => (
  <Page title={t('mandate.new')} lead={t('mandate.newLead')} breadcrumb={[{ label: t('space.title'), href: home }]} code={code}>
    {(kind === 'desk' || kind === 'appointment') && <Notice title={t('mandate.for', { name: who })}>{t('mandate.forText')}</Notice>}
    {kind === 'paper' && <Notice title={t('mandate.onPaper')}>{t('mandate.onPaperText')}</Notice>}
    <Disclosure summary={t('mandate.what')} open>
      <ul>
        <li>{t('mandate.rule1', { space: space?.fields.nom || t('space.title') })}</li>
        <li>{t('mandate.rule2')}</li>
        <li>{t('mandate.rule3')}</li>
        <li>{t('mandate.rule4')}</li>
      </ul>
    </Disclosure>
    <ErrorSummary form={form} />
    <FormPaper code={code} returnTo={returnTo(space)}>
      <form method="post" action={`${home}/mandats`} noValidate>
        {kind === 'appointment' && <Hidden form={form} name="booking" />}
        {kind === 'paper' && <Field form={form} name="name" label={t('mandate.name')} hint={t('mandate.nameHint')} />}
        <Checkboxes
          form={form}
          name="scopes"
          label={t('mandate.scopes')}
          options={scopes.map(value => ({ value, label: sayScope(value, locale) }))}
        />
        <Choice
          form={form}
          name="days"
          label={t('mandate.days')}
          options={durations.map(days => ({
            value: String(days),
            label: t('mandate.duration', { n: days }),
            hint: t('mandate.until', { date: formatDate(lastDayOf(today, days), locale) }),
          }))}
        />
        {kind !== 'self' && (
          <div class="only-screen">
            <Checkbox form={form} name="signed" label={t('mandate.signed')} hint={t('mandate.signedHint')} />
          </div>
        )}
        <Button>{t(kind === 'self' ? 'mandate.give' : 'mandate.keyIn')}</Button>
      </form>
    </FormPaper>
  </Page>
)

const returnTo = (space: Space | null) => {
  const lines = [space?.fields.nom, space?.fields.adresse].flatMap(line => line || [])
  return lines.length > 0 ? lines : undefined
}
