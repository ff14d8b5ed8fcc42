import { bookingById, decideBooking } from '#engines/booking'
import { addDays, instantInParis } from '#kernel/rules'
import { chargeDamage, contestDamage, settle } from './acts/charge.ts'
import { askFor, inspect, type NewLoan, seeDriver } from './acts/lend.ts'
import { terms, type Thing, things, type Town } from './data/invented.ts'
import { damagesOf } from './queries/damages.ts'
import { type Item } from './queries/items.ts'
import { type Loan, loanById } from './queries/loans.ts'
import { hasCounter } from './rules/inspection.ts'
import type { Here } from './schema.ts'

export interface Life {
  readonly within: In
  readonly today: string
  readonly items: ReadonlyMap<Thing, Item>
  /** Kilometres of each vehicle as it was last seen. */
  readonly counters: Map<string, number>
  /** The year that is closed: what was contested in it is settled. */
  readonly closed: number
}
export type In = <T>(town: Town, day: string, work: (world: Here) => Promise<T>) => Promise<T>

export interface Lived {
  readonly thing: Thing
  readonly town: Town
  readonly starts: string
  readonly days: number
  readonly used: number
  readonly asked: NewLoan['askedFor']
  readonly borrower: string
  readonly purpose: string
  readonly at: string
  /** How many of the first part did not come back; null: still out. */
  readonly missing: number | null
}
export const asking = (one: Lived): NewLoan => ({
  askedFor: one.asked,
  borrower: one.borrower,
  purpose: one.purpose,
  usedAt: one.at,
  delivery: one.thing === 'stage' || one.thing === 'truck' ? 'delivered' : 'fetched',
  isInsured: true,
  driver: things[one.thing].needsDriver ? 'Conductrice inventée' : '',
  waits: true,
})
export const spanOf = (one: Lived) => ({
  startsAt: instantInParis(one.starts, '08:00'),
  endsAt: instantInParis(addDays(one.starts, one.days - 1), '19:00'),
})

/** One loan from the request to the return. */
export const loaned = async (life: Life, one: Lived): Promise<void> => {
  const { within, counters } = life
  const item = life.items.get(one.thing)!
  const keeper = things[one.thing].town
  const booking = await within(one.town, addDays(one.starts, -21), async world => {
    const outcome = await askFor(world, item, spanOf(one), asking(one))
    if (!outcome.ok) throw new Error(`${one.thing} on ${one.starts}: ${outcome.because}`)
    if (item.needsDriver) await seeDriver(world, (await loanById(world, outcome.booking))!, 'Conductrice inventée')
    return outcome.booking
  })
  await within(keeper, addDays(one.starts, -18), async world => decideBooking(world, (await bookingById(world, booking))!, true))
  const before = counters.get(item.id) ?? (one.thing === 'coach' ? 48_210 : 31_460)
  const seen = (loan: Loan, kind: 'out' | 'in') => ({
    kind,
    at: kind === 'out' ? loan.startsAt : instantInParis(addDays(one.starts, one.days - 1), '18:30'),
    parts: item.parts.map(({ name, count }, at) => ({
      name,
      count: kind === 'in' && at === 0 ? count - (one.missing ?? 0) : count,
      state: 'fine' as const,
      note: '',
    })),
    counter: hasCounter(item.unit) ? before + (kind === 'in' ? one.used : 0) : null,
    fuel: item.energy === '' ? null : 8,
    remarks: '',
    keeperName: 'Agent des ateliers (inventé)',
    keeperSigned: 'account' as const,
    borrowerName: 'Personne inventée',
    borrowerSigned: 'screen' as const,
    because: '',
  })
  await within(keeper, one.starts, async world => {
    const loan = (await loanById(world, booking))!
    await inspect(world, item, loan, seen(loan, 'out'))
    if (one.missing !== null) await inspect(world, item, loan, seen(loan, 'in'))
  })
  if (one.missing !== null) counters.set(item.id, before + one.used)
  if (one.missing)
    await within(keeper, addDays(one.starts, one.days + 1), async world => broken(world, (await loanById(world, booking))!, one, life))
}

/** Two pieces did not come back: charged; Chevrigny contests, and part of it is dropped. */
const broken = async (world: Here, loan: Loan, one: Lived, { within, closed }: Life) => {
  const cents = one.thing === 'tables' ? 14_800 : 6_400
  const reason =
    one.thing === 'tables' ? 'Deux tables manquent au retour, prix du catalogue' : 'Deux barres manquent au retour, devis du fabricant'
  const year = Number(one.starts.slice(0, 4))
  const charged = await chargeDamage(world, loan, { cents, reason, file: null, year })
  if (!charged.ok || one.thing === 'tables') return
  const [damage] = await damagesOf(world, { booking: loan.id })
  if (!damage) return
  await within(one.town, addDays(one.starts, one.days + 8), here =>
    contestDamage(here, damage, 'Une des deux barres manquait déjà au départ : le montage a été fait avec quarante-cinq barres.'),
  )
  if (year !== closed) return
  await within(things[one.thing].town, addDays(one.starts, one.days + 30), async here => {
    const [contested] = await damagesOf(here, { id: damage.id })
    if (contested?.contest)
      await settle(
        here,
        { contest: contested.contest, keptBy: here.body.id, damage: { ...contested, body: contested.body } },
        {
          outcome: 'changed',
          cents: 3_200,
          reason: 'L’état des lieux de départ en comptait quarante-six, mais la photographie n’en montre que quarante-cinq.',
          decidedBy: terms.settledBy,
        },
      )
  })
}
