import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, Checkbox, DefinitionList, ErrorSummary, Field, Section } from '#kernel/ui'
import type { BookedTime } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { PolicyVersion } from '../queries/policies.ts'
import type { Resource } from '../queries/resources.ts'
import type { Quote } from '../rules/quoteOf.ts'
import type { Standing } from '../rules/standingFor.ts'
import type { DayView } from '../rules/weekView.ts'
import { PriceFigure, RulesBox, StandingBox } from './parts.tsx'
import { WeekAvailability } from './WeekAvailability.tsx'

export interface ThingPanelProps {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly resource: Resource
  readonly policy: PolicyVersion
  readonly week: readonly DayView[]
  readonly standing: Standing
  readonly quote: Quote
  readonly form: Form<BookedTime>
  /** Address of the page it stands on. */
  readonly path: string
}

/** Everything to book a time on something: the week, the verdict, the rules, the price and the form. */
export const ThingPanel = ({ t, locale, today, resource, policy, week, standing, quote, form, path }: ThingPanelProps) => (
  <>
    <WeekAvailability t={t} locale={locale} week={week} path={path} today={today} />
    <Section title={t('book.title')} id="reserver">
      <StandingBox t={t} locale={locale} standing={standing} />
      {(standing.ok || Object.values(form.errors).some(Boolean)) && (
        <form method="post" action={`/reservations/choses/${resource.id}`} noValidate>
          <ErrorSummary form={form} />
          <Field form={form} name="day" type="date" label={t('book.day')} />
          <Field form={form} name="from" label={t('book.from')} hint={t('book.hourHint')} width="short" />
          <Field form={form} name="to" label={t('book.to')} width="short" />
          <Field form={form} name="purpose" label={t('book.purpose')} optional />
          {asksQuotient(policy) && (
            <Field
              form={form}
              name="quotient"
              label={t('book.quotient')}
              hint={t('book.quotientHint')}
              type="number"
              inputmode="numeric"
              unit="€"
              optional
            />
          )}
          {policy.rules.waiting !== null && <Checkbox form={form} name="waits" label={t('book.waits')} />}
          <Button>{t('book.submit')}</Button>
        </form>
      )}
      <DefinitionList
        items={[
          {
            term: t('price.title'),
            value: <PriceFigure t={t} locale={locale} quote={quote} source={policy.source} />,
          },
        ]}
      />
      <RulesBox t={t} locale={locale} rules={policy.rules} source={policy.source} policy={policy.policy} />
    </Section>
  </>
)

export const asksQuotient = ({ rules }: PolicyVersion) => rules.price.kind === 'brackets' || rules.price.kind === 'linear'
