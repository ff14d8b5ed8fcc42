import type { OpenSpan } from '#engines/booking'
import { formatDate, formatTime, type Locale } from '#kernel/i18n'
import { addDays, dayInParis } from '#kernel/rules'
import { Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'

/** The seven days to come, with the hours of each. */
export const Hours = ({
  t,
  locale,
  today,
  open,
  label,
}: {
  t: T
  locale: Locale
  today: string
  open: readonly OpenSpan[]
  label: string
}) => (
  <Table
    caption={label}
    head={[t('hours.day'), t('hours.hours')]}
    rows={Array.from({ length: 7 }, (_, at) => addDays(today, at)).map(day => [
      formatDate(day, locale),
      open
        .filter(one => dayInParis(one.startsAt) === day)
        .map(one => t('hours.span', { from: formatTime(one.startsAt, locale), to: formatTime(one.endsAt, locale) }))
        .join(', ') || t('hours.closed'),
    ])}
  />
)
