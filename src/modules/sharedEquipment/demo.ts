import { sql } from '#kernel/db'
import { type CastName, member } from '#kernel/demonstration'
import { actorFrom } from '#kernel/people'
import { addDays, instantInParis } from '#kernel/rules'
import { changeSetting } from '#kernel/settings'
import { serviceCalled } from '#modules/catalogue'
import { approve, close, lastAccount, noteCost, publish } from './acts/account.ts'
import { notePayment } from './acts/payments.ts'
import { deliberate, foundAgreement, writeVersion } from './acts/agree.ts'
import { addItem } from './acts/items.ts'
import { askFor } from './acts/lend.ts'
import { loans } from './data/inventedLoans.ts'
import { costs, terms, type Thing, things, type Town } from './data/invented.ts'
import { agreementById, bodiesHere } from './queries/conventions.ts'
import { type Item, itemById } from './queries/items.ts'
import { versionOfYear } from './rules/terms.ts'
import type { Here } from './schema.ts'
import { asking, type In, type Life, type Lived, loaned, spanOf } from './demoLoans.ts'

const towns: Readonly<Record<Town, { readonly body: number; readonly agent: CastName }>> = {
  val: { body: 1, agent: 'claire' },
  chevrigny: { body: 4, agent: 'lucie' },
  moutiers: { body: 5, agent: 'remi' },
}
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
  for (const town of ['val', 'chevrigny', 'moutiers'] as const)
    await within(town, `${year + 1}-04-09`, async world => {
      const convention = (await found(world))!
      const members = versionOfYear(convention.versions, year)?.terms.members ?? []
      const published = (await lastAccount(world, agreement, year))!.published
      const arrived = [
        ...published.called.map(one => ({ ...one, on: `${year}-09-30` })),
        ...published.results.left.map(one => ({ ...one, on: `${year + 1}-04-07` })),
      ]
      for (const [at, { from, to, cents, on }] of arrived.entries()) {
        if (to !== world.body.slug || cents <= 0) continue
        const payer = members.find(one => one.slug === from)!.body
        const reference = `Titre de recettes ${on.slice(0, 4)}-${31 + at} (inventé)`
        await notePayment(world, convention, { year, payer, cents, on, reference })
      }
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
