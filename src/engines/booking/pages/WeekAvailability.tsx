import { formatDate, formatTime, type Locale } from '#kernel/i18n'
import { addDays } from '#kernel/rules'
import { Actions, Button, Table, WeekGrid } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Span } from '../rules/spans.ts'
import { type DayView, minutesOfDay } from '../rules/weekView.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly week: readonly DayView[]
  /** Where the other weeks are: `?jour=` is added. */
  readonly path: string
  readonly today: string
}

/** The week as a drawing on a wide screen, and always as a table that can be read aloud. */
export const WeekAvailability = ({ t, locale, week, path, today }: Props) => {
  const monday = week[0]!.day
  const title = t('grid.title', { day: formatDate(monday, locale) })
  const hours = week.flatMap(({ day, free, taken, blocked }) =>
    [...free, ...taken, ...blocked].flatMap(one => [minutesOfDay(one.startsAt, day), minutesOfDay(one.endsAt, day)]),
  )
  return (
    <>
      {hours.length > 0 && (
        <>
          <WeekGrid
            title={`${title}. ${t('grid.drawing')}`}
            from={Math.floor(Math.min(...hours) / 60)}
            to={Math.ceil(Math.max(...hours) / 60)}
            hour={hour => t('length.hours', { n: hour })}
            days={week.map(view => ({ label: shortDay(view.day, locale), bars: barsOf(view) }))}
          />
          <p class="soft">{t('grid.legend')}</p>
        </>
      )}
      <Table
        caption={title}
        head={[t('grid.day'), t('grid.free'), t('grid.taken')]}
        rows={week.map(view => [
          formatDate(view.day, locale),
          view.free.length > 0
            ? spans(t, locale, view.free, view.day)
            : t(view.taken.length + view.blocked.length > 0 ? 'grid.full' : view.isOpen ? 'grid.past' : 'grid.closed'),
          [
            ...(view.taken.length > 0 ? [spans(t, locale, view.taken, view.day)] : []),
            ...[...new Set(view.blocked.map(one => one.reason))].map(reason => t('grid.blocked', { reason })),
          ].join(' ; ') || '–',
        ])}
      />
      <Actions>
        {monday > today && (
          <Button kind="secondary" small href={`${path}?jour=${addDays(monday, -7)}`}>
            {t('grid.before')}
          </Button>
        )}
        <Button kind="secondary" small href={`${path}?jour=${addDays(monday, 7)}`}>
          {t('grid.after')}
        </Button>
      </Actions>
    </>
  )
}

const spans = (t: T, locale: Locale, list: readonly Span[], day: string) =>
  list
    .map(one => {
      const isToTheEnd = minutesOfDay(one.endsAt, day) === 1440
      if (isToTheEnd && minutesOfDay(one.startsAt, day) === 0) return t('grid.wholeDay')
      return t('grid.span', {
        from: formatTime(one.startsAt, locale),
        to: isToTheEnd ? t('grid.midnight') : formatTime(one.endsAt, locale),
      })
    })
    .join(', ')

const barsOf = ({ day, free, taken, blocked }: DayView) => {
  const bar = (kind: 'free' | 'taken' | 'blocked') => (one: Span) => ({
    kind,
    from: minutesOfDay(one.startsAt, day),
    to: minutesOfDay(one.endsAt, day),
  })
  return [...free.map(bar('free')), ...taken.map(bar('taken')), ...blocked.map(bar('blocked'))]
}

/** « lun. 7 ». */
const shortDay = (day: string, locale: Locale) => {
  const said = formatDate(day, locale).split(' ')
  return `${(said[0] ?? '').replace(',', '').slice(0, 3)} ${Number(day.slice(8))}`
}
