import { type Resource, sayLength } from '#engines/booking'
import { formatDate, formatTime, type Locale } from '#kernel/i18n'
import type { Form } from '#kernel/forms'
import { Button, Choice, Empty, ErrorSummary, Hidden, Notice, Page, Section, Tabs, TextArea } from '#kernel/ui'
import { equipmentOf } from '../equipment.ts'
import type { BookedSlot } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { FreeDay } from '../queries/things.ts'
import { home, thingPath } from '../where.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly thing: Resource
  readonly kind: 'seat' | 'facilitator'
  readonly form: Form<BookedSlot>
  readonly minutes: number
  readonly lengths: readonly number[]
  /** The next days on which something is free. */
  readonly days: readonly FreeDay[]
  /** The day shown; null when nothing is free. */
  readonly day: FreeDay | null
  readonly isKnown: boolean
}

/** A time is chosen from those that are free: nothing to type, nothing to compute. */
export const SlotsPage = ({ t, locale, thing, kind, form, minutes, lengths, days, day, isKnown }: Props) => {
  const path = thingPath(thing.id)
  return (
    <Page
      title={kind === 'facilitator' ? t('space.meetWith', { name: thing.name }) : thing.name}
      lead={thing.description || undefined}
      breadcrumb={[{ label: t('space.title'), href: home }]}
    >
      {equipmentOf(thing.details).length > 0 && (
        <ul>
          {equipmentOf(thing.details).map(one => (
            <li key={one}>{t(`equipment.${one}`)}</li>
          ))}
        </ul>
      )}
      <Section title={t('slots.length')}>
        <Tabs
          label={t('slots.length')}
          tabs={lengths.map(length => ({
            href: `${path}?minutes=${length}`,
            label: sayLength(length, locale),
            current: length === minutes,
          }))}
        />
      </Section>
      <Section title={t('slots.day')}>
        {days.length === 0 ? (
          <Empty title={t('slots.none')} />
        ) : (
          <Tabs
            label={t('slots.day')}
            tabs={days.map(one => ({
              href: `${path}?minutes=${minutes}&jour=${one.day}`,
              label: formatDate(one.day, locale),
              current: one.day === day?.day,
            }))}
          />
        )}
      </Section>
      <ErrorSummary form={form} />
      {day && (
        <form method="post" action={path} noValidate>
          <Hidden form={form} name="minutes" value={minutes} />
          <Choice
            form={form}
            name="slot"
            label={t('slots.hour', { day: formatDate(day.day, locale) })}
            options={day.slots.map(({ startsAt, endsAt }) => ({
              value: startsAt,
              label: t('hours.span', { from: formatTime(startsAt, locale), to: formatTime(endsAt, locale) }),
            }))}
          />
          {kind === 'facilitator' && (
            <TextArea
              form={form}
              name="purpose"
              label={t('slots.purpose')}
              hint={t('slots.purposeHint')}
              rows={2}
              maxlength={300}
              optional
            />
          )}
          {!isKnown && <Notice title={t('slots.signIn')}>{t('slots.phone')}</Notice>}
          <Button>{t(kind === 'facilitator' ? 'slots.meet' : 'slots.book')}</Button>
        </form>
      )}
    </Page>
  )
}
