import { colleges } from '#engines/meetings'
import { formatDate, type Locale } from '#kernel/i18n'
import { Disclosure, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Mandate, Seat } from '../queries/seats.ts'
import { holderOn, substituteOn } from '../rules/composition.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly seats: readonly Seat[]
  readonly mandates: readonly Mandate[]
  readonly roles: ReadonlyMap<string, 'chair' | 'secretary' | 'member'>
}

/** Who sits, college by college, seat by seat; a vacancy is a line like the others. */
export const Composition = (props: Props) => {
  const { t, locale, today, seats, mandates } = props
  const past = mandates.filter(one => one.until !== null && one.until < today && !one.substitute)
  return (
    <Section title={t('committee.composition')} lead={t('committee.compositionLead')} id="composition">
      {colleges.map(college => {
        const bench = seats.filter(seat => seat.college === college)
        return bench.length === 0 ? null : (
          <Table
            key={college}
            caption={t(`college.${college}`)}
            head={[t('committee.seat'), t('committee.holder'), t('committee.designated'), t('committee.since'), t('committee.until')]}
            rows={bench.map(seat => row(props, seat))}
          />
        )
      })}
      {past.length > 0 && (
        <Disclosure summary={t('committee.past')}>
          <ul>
            {past.slice(-50).map(one => (
              <li key={one.id}>
                {t('committee.pastOne', {
                  name: one.name || t('someone'),
                  seat: seats.find(seat => seat.id === one.seatId)?.label ?? '',
                  since: formatDate(one.since, locale),
                  until: formatDate(one.until ?? one.since, locale),
                })}
                {one.endReason && ` (${one.endReason})`}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  )
}

const row = ({ t, locale, today, mandates, roles }: Props, seat: Seat) => {
  const holder = holderOn(mandates, seat.id, today)
  const next = mandates.find(one => one.seatId === seat.id && !one.substitute && one.since > today)
  const substitute = substituteOn(mandates, seat.id, today)
  const role = holder && roles.get(holder.personId)
  const shown = holder ?? next
  return [
    seat.label,
    <>
      {shown ? shown.name || t('someone') : <em>{t('committee.vacant')}</em>}
      {role && role !== 'member' && <>, {t(`role.${role}`)}</>}
      {!holder && next && <>, {t('committee.from', { day: formatDate(next.since, locale) })}</>}
      {substitute && (
        <>
          <br />
          {t('committee.substitute', { name: substitute.name || t('someone') })}
        </>
      )}
    </>,
    <>
      {t(`designation.${seat.designation}`)}
      {shown && (
        <>
          <br />
          {shown.recordUrl ? <a href={shown.recordUrl}>{shown.record}</a> : shown.record}
        </>
      )}
    </>,
    shown ? formatDate(shown.since, locale) : '–',
    shown ? (shown.until ? formatDate(shown.until, locale) : t('committee.noEnd')) : '–',
  ]
}
