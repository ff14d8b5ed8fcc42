import type { z } from 'zod'
import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, Disclosure, Empty, ErrorSummary, Field, Page, Section, Select, Table, Verdict } from '#kernel/ui'
import { EndForm, type MandateForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Known, Mandate } from '../queries/mandates.ts'
import { councilFunctions } from '../schema.ts'
import { functionOf, home, nameOf } from './shared.tsx'

export interface CompositionView {
  readonly mandates: readonly Mandate[]
  readonly seats: number | null
  readonly population: number | null
  readonly people: readonly Known[]
  readonly manages: boolean
  readonly today: string
}

/** Who sits, since when, in which function and group; the town hall writes it down here. */
export const CompositionPage = ({
  t,
  locale,
  view,
  form,
}: {
  t: T
  locale: Locale
  view: CompositionView
  form: Form<z.output<typeof MandateForm>>
}) => {
  const runs = (one: Mandate) => one.since <= view.today && (one.until === null || one.until >= view.today)
  const running = view.mandates.filter(runs)
  const coming = view.mandates.filter(one => one.since > view.today)
  const past = view.mandates.filter(one => !runs(one) && one.since <= view.today)
  const rows = (some: readonly Mandate[]) =>
    some.map(one => [
      nameOf(t, one.name),
      functionOf(t, one),
      one.bloc || '–',
      one.until
        ? t('composition.between', { since: formatDate(one.since, locale), until: formatDate(one.until, locale) })
        : t('composition.since', { since: formatDate(one.since, locale) }),
    ])
  const head = [t('composition.member'), t('composition.function'), t('composition.bloc'), t('composition.mandate')]
  return (
    <Page title={t('composition.title')} lead={t('composition.lead')} breadcrumb={[home(t)]} width="wide">
      <ErrorSummary form={form} prefix="siege" />
      {view.seats !== null && (
        <Verdict
          is={running.length === view.seats ? 'allowed' : 'missing'}
          title={t('composition.seats', { n: running.length, seats: view.seats })}
        >
          {t('composition.seatsWhy', { population: view.population ?? 0, seats: view.seats })}
        </Verdict>
      )}
      {running.length > 0 ? (
        <Table caption={t('composition.inOffice')} head={head} rows={rows(running)} />
      ) : (
        <Empty title={t('composition.none')} drawing="meeting">
          {t('composition.noneText')}
        </Empty>
      )}
      {coming.length > 0 && <Table caption={t('composition.coming')} head={head} rows={rows(coming)} />}
      {view.manages && <GiveSeat t={t} view={view} form={form} />}
      {view.manages && (running.length > 0 || coming.length > 0) && (
        <Section title={t('composition.end')} lead={t('composition.endLead')}>
          {[...running, ...coming].map(one => (
            <Disclosure key={one.id} summary={nameOf(t, one.name)}>
              <form method="post" action={`/conseil/composition/${one.id}/fin`}>
                <Field form={emptyForm(EndForm, { on: view.today })} name="on" type="date" label={t('end.on')} prefix={`fin-${one.id}`} />
                <Field
                  form={emptyForm(EndForm)}
                  name="reason"
                  label={t('end.reason')}
                  hint={t('end.reasonHint')}
                  prefix={`fin-${one.id}`}
                />
                <Button kind="secondary" label={t('end.submitOne', { name: nameOf(t, one.name) })}>
                  {t('end.submit')}
                </Button>
              </form>
            </Disclosure>
          ))}
        </Section>
      )}
      {past.length > 0 && (
        <Disclosure summary={t('composition.past', { n: past.length })}>
          <Table caption={t('composition.pastTitle')} hideCaption head={head} rows={rows(past)} />
        </Disclosure>
      )}
    </Page>
  )
}

const GiveSeat = ({ t, view, form }: { t: T; view: CompositionView; form: Form<z.output<typeof MandateForm>> }) => (
  <Section title={t('seat.give')}>
    <form method="post" action="/conseil/composition" noValidate>
      {view.people.length > 0 && (
        <Select
          form={form}
          name="known"
          label={t('seat.known')}
          options={view.people.map(one => ({ value: one.id, label: one.name }))}
          prefix="siege"
          optional
        />
      )}
      <Field
        form={form}
        name="person"
        label={t('seat.person')}
        hint={t('seat.personHint')}
        prefix="siege"
        optional={view.people.length > 0}
      />
      <Select
        form={form}
        name="function"
        label={t('composition.function')}
        options={councilFunctions.map(one => ({ value: one, label: t(`function.${one}`, { rank: 0 }) }))}
        prefix="siege"
      />
      <Field form={form} name="rank" type="number" label={t('seat.rank')} hint={t('seat.rankHint')} width="short" prefix="siege" optional />
      <Field form={form} name="portfolio" label={t('seat.portfolio')} prefix="siege" optional />
      <Field form={form} name="bloc" label={t('composition.bloc')} prefix="siege" optional />
      <Field form={form} name="since" type="date" label={t('seat.since')} prefix="siege" />
      <Field form={form} name="until" type="date" label={t('seat.until')} prefix="siege" optional />
      <Field form={form} name="record" label={t('seat.record')} hint={t('seat.recordHint')} prefix="siege" />
      <Button>{t('seat.submit')}</Button>
    </form>
  </Section>
)
