import type { Resource } from '#engines/booking'
import { formatDate, type Locale } from '#kernel/i18n'
import type { Form } from '#kernel/forms'
import { Button, Choice, ErrorSummary, Field, Notice, Page, Section, TextArea } from '#kernel/ui'
import type { BookedLoan } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { FreeDay } from '../queries/things.ts'
import { home, thingPath } from '../where.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly thing: Resource
  readonly form: Form<BookedLoan>
  /** The days to come on which it is here. */
  readonly free: readonly FreeDay[]
  readonly isKnown: boolean
}

/** Something that goes home for some days, and comes back on one that is known. */
export const LoanPage = ({ t, locale, today, thing, form, free, isKnown }: Props) => (
  <Page
    title={t('loan.title', { name: thing.name })}
    lead={thing.description || undefined}
    breadcrumb={[{ label: t('space.title'), href: home }]}
  >
    <p>
      {free[0] ? (free[0].day === today ? t('loan.here') : t('loan.free', { date: formatDate(free[0].day, locale) })) : t('loan.never')}
    </p>
    <Section title={t('loan.ask')}>
      <ErrorSummary form={form} />
      <form method="post" action={thingPath(thing.id)} noValidate>
        <Field form={form} name="day" type="date" label={t('loan.day')} hint={t('loan.dayHint')} min={today} />
        <Choice
          form={form}
          name="days"
          label={t('loan.days')}
          options={[7, 14, 21].map(days => ({ value: String(days), label: t('loan.weeks', { n: days / 7 }) }))}
        />
        <TextArea form={form} name="purpose" label={t('loan.purpose')} rows={2} maxlength={300} optional />
        {!isKnown && <Notice title={t('slots.signIn')}>{t('slots.phone')}</Notice>}
        <Button>{t('loan.submit')}</Button>
      </form>
    </Section>
    <Section title={t('loan.rules')}>
      <ul>
        <li>{t('loan.ruleFree')}</li>
        <li>{t('loan.ruleBack')}</li>
        <li>{t('loan.ruleLate')}</li>
      </ul>
    </Section>
  </Page>
)
