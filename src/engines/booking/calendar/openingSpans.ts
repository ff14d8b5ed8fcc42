import { addDays, dayInParis, instantInParis } from '#kernel/rules'
import { common, type Span, without } from '../rules/spans.ts'
import { daysOfRule } from './recurrence.ts'

export interface Opening {
  readonly id: string
  readonly firstDay: string
  readonly lastDay: string | null
  /** `HH:MM` on the clock of Europe/Paris. */
  readonly starts: string
  /** On the clock too: an opening from 1 h to 5 h is of four hours, also on the night when a clock changes. */
  readonly minutes: number
  readonly rule: string
  readonly holder: string | null
}
export interface Exception extends Span {
  readonly kind: 'closed' | 'open'
  readonly holder: string | null
}
export interface OpenSpan extends Span {
  readonly holder: string | null
}

/** When it is open between two instants: regular openings and exceptional ones, closures taken away. In order; those of two holders may overlap. */
export const openingSpans = (
  { openings, exceptions }: { readonly openings: readonly Opening[]; readonly exceptions: readonly Exception[] },
  asked: Span,
): readonly OpenSpan[] => {
  // An opening that began the day before may still be going on.
  const [from, to] = [addDays(dayInParis(asked.startsAt), -1), dayInParis(asked.endsAt)]
  const regular = openings.flatMap(opening =>
    daysOfRule(opening.firstDay, opening.rule, from, opening.lastDay !== null && opening.lastDay < to ? opening.lastDay : to).map(day => ({
      ...spanOn(opening, day),
      holder: opening.holder,
    })),
  )
  const more = exceptions.filter(one => one.kind === 'open').map(({ startsAt, endsAt, holder }) => ({ startsAt, endsAt, holder }))
  const closed = exceptions.filter(one => one.kind === 'closed')
  return [...regular, ...more]
    .flatMap(open => common(without([open], closed), [asked]).map(span => ({ ...span, holder: open.holder })))
    .toSorted((a, b) =>
      a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.endsAt < b.endsAt ? -1 : a.endsAt > b.endsAt ? 1 : 0,
    )
}

/** That opening on that day, in instants: the clock says when it begins and when it ends. */
export const spanOn = ({ starts, minutes }: Pick<Opening, 'starts' | 'minutes'>, day: string): Span => {
  const ends = Number(starts.slice(0, 2)) * 60 + Number(starts.slice(3, 5)) + minutes
  const clock = `${String(Math.floor((ends % 1440) / 60)).padStart(2, '0')}:${String(ends % 60).padStart(2, '0')}`
  return { startsAt: instantInParis(day, starts), endsAt: instantInParis(addDays(day, Math.floor(ends / 1440)), clock) }
}
