import { bookingById, decideBooking } from '#engines/booking'
import { sql } from '#kernel/db'
import { type CastName, member } from '#kernel/demonstration'
import { actorFrom } from '#kernel/people'
import { addDays, instantInParis } from '#kernel/rules'
import { changeSetting } from '#kernel/settings'
import { serviceCalled } from '#modules/catalogue'
import { approve, close, noteCost, publish } from './acts/account.ts'
import { deliberate, foundAgreement, writeVersion } from './acts/agree.ts'
import { chargeDamage, contestDamage, settle } from './acts/charge.ts'
import { addItem } from './acts/items.ts'
import { askFor, inspect, type NewLoan, seeDriver } from './acts/lend.ts'
import { costs, loans, terms, type Thing, things, type Town } from './data/invented.ts'
import { agreementById, bodiesHere } from './queries/conventions.ts'
import { damagesOf } from './queries/damages.ts'
import { type Item, itemById } from './queries/items.ts'
import { type Loan, loanById } from './queries/loans.ts'
import { hasCounter } from './rules/inspection.ts'
import type { Here } from './schema.ts'

const towns: Readonly<Record<Town, { readonly body: number; readonly agent: CastName }>> = {
  val: { body: 1, agent: 'claire' },
  chevrigny: { body: 4, agent: 'lucie' },
  moutiers: { body: 5, agent: 'remi' },
}
interface Life {
  readonly within: In
  readonly today: string
  readonly items: ReadonlyMap<Thing, Item>
  /** Kilometres of each vehicle as it was last seen. */
  readonly counters: Map<string, number>
  /** The year that is closed: what was contested in it is settled. */
  readonly closed: number
}
type In = <T>(town: Town, day: string, work: (world: Here) => Promise<T>) => Promise<T>

/** Two years of an invented agreement: the first closed, the second under way. */
export const demo = async (world: Here): Promise<void> => {
  const service = await serviceCalled(world, 'Matériel partagé entre communes')
  if (service) await changeSetting(world, 'sharedEquipment', 'service', service)
  const bodies = await bodiesHere(world)
  /** The same transaction, as an agent of that commune, that day. */
  const within: In = async (town, day, work) => {
    const { body, agent } = towns[town]
    const known = bodies.find(one => one.id === body)
    if (!known) throw new Error(`The demonstration has no commune ${town}.`)
    const person = member(agent)
    const actor = actorFrom({ personId: person.id, name: person.name, roles: ['agent'], services: [] })
    await sql`select set_config('yvette.body', ${String(body)}, true)`.execute(world.db)
    try {
      return await work({ ...world, body: { ...world.body, ...known }, today: day, now: instantInParis(day, '09:00'), actor })
    } finally {
      await sql`select set_config('yvette.body', ${String(world.body.id)}, true)`.execute(world.db)
    }
  }
  const now = Number(world.today.slice(0, 4))
  // A year is closed in spring: before, the last one to be closed is the one before.
  const closed = world.today >= `${now}-04-01` ? now - 1 : now - 2
  const agreement = await agreed(within, closed)
  const items = await lent(within, agreement, closed)
  const life: Life = { within, today: world.today, items, counters: new Map(), closed }
  await yearOf(life, closed)
  await foreseen(life, agreement, closed)
  await accounted(within, agreement, closed)
  for (let year = closed + 1; year <= now; year += 1) {
    await yearOf(life, year)
    await foreseen(life, agreement, year)
  }
  await underWay(life)
  await proposed(within, world.today, agreement, closed)
}

/** The forecast of a year, in January: the instalments come from it. */
const foreseen = ({ within, today }: Life, agreement: number, year: number) =>
  within('val', `${year}-01-12`, async world => {
    if (world.today <= today) await publish(world, (await agreementById(world, agreement))!, year, 'forecast')
  })

const versionOf = async (world: Here, startsOn: string, key: { use: number; population: number; equal: number }) => {
  const bodies = (await bodiesHere(world)).filter(one => Object.values(towns).some(town => town.body === one.id))
  const { title, ...said } = terms
  return {
    title,
    startsOn,
    endsOn: `${Number(startsOn.slice(0, 4)) + 4}-12-31`,
    because: '',
    terms: {
      ...said,
      members: bodies
        .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
        .map(({ id, slug, name, population }) => ({
          body: id,
          slug,
          name,
          population: population ?? 0,
          populationOn: `${Number(startsOn.slice(0, 4)) - 3}-01-01`,
          populationSource: 'Insee, populations légales (inventé)',
        })),
      key,
      itemKeys: {},
      lead: towns.val.body,
      noticeMonths: 6,
      contestDays: 30,
      instalments: 2,
    },
  }
}

const agreed = async (within: In, year: number): Promise<number> => {
  const key = { use: 700, population: 300, equal: 0 }
  const id = await within('val', `${year - 1}-10-12`, async world => foundAgreement(world, await versionOf(world, `${year}-01-01`, key)))
  const sessions: readonly (readonly [Town, string, string])[] = [
    ['val', `${year - 1}-11-06`, '2-112'],
    ['chevrigny', `${year - 1}-11-20`, '41'],
    ['moutiers', `${year - 1}-12-04`, '18'],
  ]
  for (const [town, heldOn, number] of sessions)
    await within(town, addDays(heldOn, 3), async world => {
      const version = (await agreementById(world, id))!.latest
      await deliberate(world, version, { number: `${heldOn.slice(0, 4)}-${number}`, heldOn })
    })
  return id
}

const lent = async (within: In, agreement: number, year: number): Promise<ReadonlyMap<Thing, Item>> => {
  const made = new Map<Thing, Item>()
  for (const [thing, { town, ...facts }] of Object.entries(things) as [Thing, (typeof things)[Thing]][])
    // the keys of the record
    made.set(
      thing,
      await within(town, `${year}-01-05`, async world => {
        const id = await addItem(world, agreement, facts)
        return (await itemById(world, id))!
      }),
    )
  return made
}

/** Costs and loans of a year, as far as it has gone. */
const yearOf = async (life: Life, year: number) => {
  const { within, today, items } = life
  for (const cost of costs) {
    const item = items.get(cost.thing)!
    const { town } = things[cost.thing]
    const foreseen = {
      year,
      kind: 'forecast' as const,
      category: cost.category,
      label: cost.label,
      on: `${year}-01-05`,
      cents: cost.foreseen,
    }
    await within(town, `${year}-01-05`, async world => world.today <= today && noteCost(world, item, foreseen))
    const on = `${year}-${cost.day}`
    if (on <= today)
      await within(town, on, world => noteCost(world, item, { ...foreseen, kind: 'actual', on, cents: cost.spent + (year % 7) * 113 }))
  }
  for (const one of loans) {
    const starts = `${year}-${one.day}`
    if (addDays(starts, one.days + 2) > today) continue
    const isBroken = (one.thing === 'tables' && one.town === 'chevrigny') || (one.thing === 'tent' && one.town === 'moutiers')
    await loaned(life, { ...one, starts, missing: isBroken ? 2 : 0 })
  }
}

interface Lived {
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
const asking = (one: Lived): NewLoan => ({
  askedFor: one.asked,
  borrower: one.borrower,
  purpose: one.purpose,
  usedAt: one.at,
  delivery: one.thing === 'stage' || one.thing === 'truck' ? 'delivered' : 'fetched',
  isInsured: true,
  driver: things[one.thing].needsDriver ? 'Conductrice inventée' : '',
  waits: true,
})
const spanOf = (one: Lived) => ({
  startsAt: instantInParis(one.starts, '08:00'),
  endsAt: instantInParis(addDays(one.starts, one.days - 1), '19:00'),
})

/** One loan from the request to the return. */
const loaned = async (life: Life, one: Lived): Promise<void> => {
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

/** The first year: published in February, approved by each, closed in March. */
const accounted = async (within: In, agreement: number, year: number) => {
  const found = (world: Here) => agreementById(world, agreement)
  await within('val', `${year + 1}-02-03`, async world => publish(world, (await found(world))!, year, 'account'))
  for (const [town, day] of [
    ['moutiers', '02-17'],
    ['chevrigny', '02-24'],
    ['val', '02-26'],
  ] as const)
    await within(town, `${year + 1}-${day}`, async world => approve(world, (await found(world))!, year))
  await within('val', `${year + 1}-03-12`, async world => {
    const verdict = await close(world, (await found(world))!, year)
    if (!verdict.ok) throw new Error(`The year of the demonstration does not close: ${verdict.because}`)
  })
}

/** Today: a thing that is out, one that is booked, and two requests for one Saturday. */
const underWay = async (life: Life) => {
  const { within, today, items } = life
  const one = { used: 0, missing: null } as const
  await loaned(life, {
    ...one,
    thing: 'sound',
    town: 'moutiers',
    starts: today,
    days: 2,
    asked: 'school',
    borrower: 'École du Bois',
    purpose: 'Spectacle de la classe',
    at: 'Cour de l’école',
  })
  const saturday = addDays(today, 6 - new Date(`${today}T00:00:00Z`).getUTCDay() + 14)
  const ask = (town: Town, day: string, lived: Lived) =>
    within(town, day, world => askFor(world, items.get(lived.thing)!, spanOf(lived), asking(lived)))
  const asked = { ...one, thing: 'tent', starts: saturday, days: 2 } as const
  await ask('chevrigny', addDays(today, -6), {
    ...asked,
    town: 'chevrigny',
    asked: 'association',
    borrower: 'Comité des fêtes',
    purpose: 'Marché de créateurs',
    at: 'Place de Chevrigny',
  })
  await ask('moutiers', addDays(today, -2), {
    ...asked,
    town: 'moutiers',
    asked: 'school',
    borrower: 'École du Bois',
    purpose: 'Fête de l’école',
    at: 'Cour de l’école',
  })
  const stage = { ...one, thing: 'stage', starts: addDays(saturday, 7), days: 2 } as const
  await ask('val', addDays(today, -4), {
    ...stage,
    town: 'val',
    asked: 'town',
    borrower: 'Service culture',
    purpose: 'Concert',
    at: 'Place de la Mairie',
  })
}

/** A second version, that Moutiers-sous-Bois has not deliberated on yet. */
const proposed = async (within: In, today: string, agreement: number, closed: number) => {
  const next = Number(today.slice(0, 4)) + 1
  await within('val', addDays(today, -20), async world => {
    const version = await versionOf(world, `${next}-01-01`, { use: 600, population: 300, equal: 100 })
    await writeVersion(world, agreement, {
      ...version,
      endsOn: `${closed + 8}-12-31`,
      because: 'Une part égale pour chaque commune : Moutiers-sous-Bois se sert peu du car, mais compte sur lui.',
    })
    await deliberate(world, (await agreementById(world, agreement))!.latest, {
      number: `${today.slice(0, 4)}-131`,
      heldOn: addDays(today, -10),
    })
  })
}
