import type { z } from 'zod'
import { colleges } from '#engines/meetings'
import { emptyForm, type Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, Disclosure, ErrorSummary, Field, Notice, Page, Section, Select } from '#kernel/ui'
import { NewSeats } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { type Committee, committeeUrl, isEnded } from '../committee.ts'
import type { Seat } from '../queries/seats.ts'
import { designations, holderOn, substituteOn } from '../rules/composition.ts'
import { CandidateList } from './CandidateList.tsx'
import { GiveSeat } from './GiveSeat.tsx'
import { MandateActions } from './MandateActions.tsx'
import type { SeatsView } from './views.ts'

/** Where the town hall writes down who holds each seat, and answers candidates. */
export const SeatsPage = ({ t, locale, view }: { t: T; locale: Locale; view: SeatsView }) => {
  const { committee, seats, wrong } = view
  const ended = isEnded(committee, view.today)
  return (
    <Page
      title={t('seats.title')}
      kicker={committee.name}
      lead={t('seats.lead')}
      breadcrumb={[
        { label: t('committees.title'), href: '/comites' },
        { label: committee.name, href: committeeUrl(committee.id) },
      ]}
    >
      {wrong && <ErrorSummary form={wrong.form} prefix={`siege-${wrong.seat}`} />}
      {view.wrongSeats && <ErrorSummary form={view.wrongSeats} prefix="sieges" />}
      {ended && <Notice kind="warning">{t('refused.ended')}</Notice>}
      {view.candidacies.length > 0 && <CandidateList t={t} locale={locale} view={view} />}
      {colleges
        .filter(college => seats.some(seat => seat.college === college))
        .map(college => (
          <Section key={college} title={t(`college.${college}`)}>
            {seats
              .filter(seat => seat.college === college)
              .map(seat => (
                <OneSeat key={seat.id} t={t} locale={locale} view={view} seat={seat} ended={ended} />
              ))}
          </Section>
        ))}
      {!ended && <AddSeats t={t} committee={committee} form={view.wrongSeats ?? emptyForm(NewSeats, { count: '1' })} />}
    </Page>
  )
}

const OneSeat = ({ t, locale, view, seat, ended }: { t: T; locale: Locale; view: SeatsView; seat: Seat; ended: boolean }) => {
  const { mandates, today, committee, wrong } = view
  const holder = holderOn(mandates, seat.id, today) ?? mandates.find(one => one.seatId === seat.id && !one.substitute && one.since > today)
  const substitute = substituteOn(mandates, seat.id, today)
  return (
    <article id={`siege-${seat.id}`}>
      <h3>{seat.label}</h3>
      <p class="soft">{t('seats.chosen', { how: t(`designation.${seat.designation}`) })}</p>
      {holder ? <MandateActions t={t} locale={locale} view={view} mandate={holder} /> : <p>{t('committee.vacant')}</p>}
      {substitute && <MandateActions t={t} locale={locale} view={view} mandate={substitute} />}
      {!ended && (
        <GiveSeat t={t} view={view} seat={seat} isHeld={holder !== undefined} {...(wrong?.seat === seat.id ? { form: wrong.form } : {})} />
      )}
      {!ended && !holder && !substitute && (
        <form method="post" action={committeeUrl(committee.id, `/sieges/${seat.id}/retrait`)}>
          <Button small kind="secondary" label={t('seats.removeOne', { seat: seat.label })}>
            {t('seats.remove')}
          </Button>
        </form>
      )}
    </article>
  )
}

const AddSeats = ({ t, committee, form }: { t: T; committee: Committee; form: Form<z.output<typeof NewSeats>> }) => (
  <Disclosure summary={t('seats.add')} open={Object.keys(form.errors).length > 0}>
    <form method="post" action={committeeUrl(committee.id, '/sieges')} noValidate>
      <Select
        form={form}
        name="college"
        label={t('seats.college')}
        options={colleges.map(college => ({ value: college, label: t(`college.${college}`) }))}
        prefix="sieges"
      />
      <Field form={form} name="label" label={t('seats.label')} hint={t('seats.labelHint')} prefix="sieges" />
      <Select
        form={form}
        name="designation"
        label={t('seats.designation')}
        options={designations.map(one => ({ value: one, label: t(`designation.${one}`) }))}
        prefix="sieges"
      />
      <Field form={form} name="count" type="number" label={t('seats.count')} prefix="sieges" />
      <Button>{t('seats.addSubmit')}</Button>
    </form>
  </Disclosure>
)
