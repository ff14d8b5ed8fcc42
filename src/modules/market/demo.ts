import { nameSteward } from '#engines/booking'
import { cast, type CastName, daysAgo, member } from '#kernel/demonstration'
import { addDays } from '#kernel/rules'
import { serviceCalled } from '#modules/catalogue'
import { countBook, invoiceMonth, payInvoice } from './acts/accounts.ts'
import { openDays, saveAlley, saveMarket, savePitch, saveTariff } from './acts/markets.ts'
import { appeal, excuse, presentSuccessor, takeStep } from './acts/steps.ts'
import { addDocument, addTrader, askForPlace, decideTrader, subscribe } from './acts/traders.ts'
import { inventedAlleys, inventedPitches, type InventedTrader, inventedTraders } from './data/invented.ts'
import { holdMorning } from './demoMornings.ts'
import { askedFor, subscriptionsOf, traderById } from './queries/traders.ts'
import { booksBetween, invoicesOf } from './queries/accounts.ts'
import { daysBetweenOf, pitchesOf } from './queries/markets.ts'
import { attendanceOf, stepsOf } from './queries/steps.ts'
import type { Here } from './schema.ts'
import { owner } from './who.ts'

type At = (days: number, name: CastName) => Here

/** An invented market, twice a week: two months of mornings, their receipts, a trader who is away too often, a successor to answer. */
export const demo = async (world: Here): Promise<void> => {
  const at: At = (days, name) => daysAgo(world, days, member(name), '06:30')
  const market = await draw(world, at)
  await nameSteward(at(300, 'claire'), owner, { person: cast.louis.id, title: 'placier du marché' })
  const traders = new Map<string, string>()
  for (const one of inventedTraders) traders.set(one.name, await welcome(at, market, one))
  const held = (await daysBetweenOf(world, market, addDays(world.today, -63), addDays(world.today, -1))).toReversed()
  for (const [index, day] of held.toReversed().entries()) {
    const ago = Math.round((Date.parse(world.today) - Date.parse(day.on)) / 86_400_000)
    const then = daysAgo(world, ago, member(index % 3 === 0 ? 'marc' : 'louis'), '06:30')
    await holdMorning(then, day, index)
    for (const book of await booksBetween(then, day.on, day.on))
      await countBook(then, day, book, {
        counted: book.cash - (index === 4 ? 50 : 0),
        note: index === 4 ? 'Cinquante centimes manquent.' : '',
      })
  }
  await invoices(world, at)
  await follow(world, at, traders)
  await requests(world, at, market, traders)
}

const draw = async (world: Here, at: At): Promise<string> => {
  const opened = at(400, 'claire')
  const market = await saveMarket(opened, {
    name: 'Marché du centre',
    place: 'Place du Marché',
    about: 'Deux matins par semaine, sous les tilleuls et devant la halle.',
    weekdays: [3, 6],
    opens: '07:30',
    closes: '13:00',
    callAt: '08:30',
    method: 'list',
    seedRule: '',
    width: 54,
    height: 27,
    service: (await serviceCalled(world, 'Marché du centre')) ?? '',
  })
  for (const [row, [letter, lengths, powered]] of inventedPitches.entries()) {
    const alley = await saveAlley(opened, market, inventedAlleys[row] ?? inventedAlleys[0])
    let from = 0
    for (const [index, length] of lengths.entries()) {
      const hasPower = powered.includes(index + 1)
      await savePitch(opened, market, { alley, number: `${letter}${index + 1}`, from, length, hasPower, hasWater: index === 0 })
      from += length + (index === 3 ? 40 : 0) // a passage
    }
  }
  const price = { least: 400, power: 300, deliberation: 'Délibération 2025-88 (inventée)' }
  await saveTariff(opened, market, { ...price, holding: 'subscriber', metre: 95, since: addDays(world.today, -400) })
  await saveTariff(opened, market, { ...price, holding: 'casual', metre: 150, since: addDays(world.today, -400) })
  const next = { ...price, deliberation: 'Délibération 2026-102 (inventée)' }
  await saveTariff(at(30, 'claire'), market, { ...next, holding: 'subscriber', metre: 100, since: addDays(world.today, 40) })
  await saveTariff(at(30, 'claire'), market, { ...next, holding: 'casual', metre: 160, since: addDays(world.today, 40) })
  await openDays(world, addDays(world.today, -63))
  return market
}

const welcome = async (at: At, market: string, one: InventedTrader): Promise<string> => {
  const world = at(360, 'claire')
  const id = await addTrader(
    world,
    {
      name: one.name,
      family: one.family,
      products: one.products,
      siret: '',
      email: '',
      phone: '',
      isProducer: one.isProducer ?? false,
      isOrganic: one.certifier !== undefined,
      certifier: one.certifier ?? '',
      length: one.length,
      needsPower: one.needsPower ?? false,
      showsName: !one.isHidden,
    },
    { person: one.person ? cast[one.person].id : null, acceptedOn: world.today, since: addDays(world.today, -365 * (one.years - 1)) },
  )
  const trader = await traderById(world, id)
  if (!trader) return id
  const seen = at(200, 'claire')
  for (const kind of askedFor(trader)) {
    if (one.name === 'Vins Garance' && kind === 'insurance') continue
    const days = one.name === 'Bijoux Sarah' && kind === 'card' ? 180 : one.person === 'karim' && kind === 'insurance' ? 190 : 900
    await addDocument(seen, trader, { kind, expiresOn: addDays(seen.today, days) }, null, true)
  }
  if (one.fixed) {
    const pitch = (await pitchesOf(world, market)).find(each => each.number === one.fixed?.pitch)
    if (pitch)
      for (const weekday of one.fixed.weekdays)
        await subscribe(world, market, id, {
          weekday,
          alley: pitch.alley,
          from: pitch.from,
          length: one.length,
          hasPower: trader.needsPower,
          since: world.today,
          reason: '',
        })
  }
  return id
}

/** The two months before this one; most are paid. */
const invoices = async (world: Here, at: At) => {
  const month = addDays(`${world.today.slice(0, 7)}-01`, -1).slice(0, 7)
  const then = at(0, 'claire')
  await invoiceMonth(then, month)
  for (const [index, one] of (await invoicesOf(then, { month })).entries())
    if (index % 4 !== 3 && one.cents > 0) await payInvoice(then, one, index % 2 === 0 ? 'cheque' : 'card')
}

/** « Toile et Laine » is away too often: a reminder, then a warning, then a summons, which it contests. A florist retires. */
const follow = async (world: Here, at: At, traders: ReadonlyMap<string, string>) => {
  const of = async (name: string) => (await subscriptionsOf(world, { trader: traders.get(name) ?? '0' }))[0]
  const absent = await of('Toile et Laine')
  if (absent) {
    const missed = (await attendanceOf(world, absent)).find(day => !day.isPresent)
    if (missed) await excuse(at(55, 'claire'), absent, missed.day, 'Hospitalisation, certificat vu')
    const facts = {
      dueOn: null,
      reason: 'Absences répétées le mercredi, sans motif, depuis deux mois. Nous attendons votre retour ou une explication.',
    }
    await takeStep(at(50, 'claire'), absent, facts)
    await takeStep(at(30, 'claire'), absent, {
      ...facts,
      reason: 'Malgré notre rappel, la place reste vide le mercredi. Sans réponse, nous vous entendrons avant de décider.',
    })
    await takeStep(at(12, 'claire'), absent, {
      ...facts,
      reason: 'Nous envisageons de retirer la place du mercredi, restée vide. Nous voulons d’abord vous entendre.',
    })
  }
  const sophie = await of('Fromages de la Mérantaise')
  if (sophie) {
    await takeStep(at(25, 'claire'), sophie, {
      dueOn: null,
      reason: 'Le stand a débordé de son emplacement deux samedis de suite, devant la sortie de secours.',
    })
    const [step] = await stepsOf(world, sophie.id)
    if (step) await appeal(at(20, 'sophie'), step, 'Le débord venait du stand voisin : les photographies du placier le montrent.')
  }
  const florist = await of('Fleurs de Chevry')
  if (florist)
    await presentSuccessor(at(70, 'claire'), florist, {
      cause: 'retirement',
      causedOn: addDays(world.today, -90),
      successorName: 'Lila Fontaine',
      successorActivity: 'Fleurs de saison cultivées à Gometz',
    })
  const butcher = await of('Boucherie Delmas')
  if (butcher)
    await presentSuccessor(at(10, 'claire'), butcher, {
      cause: 'transfer',
      causedOn: addDays(world.today, -12),
      successorName: 'Hugo Delmas',
      successorActivity: 'Viandes et charcuterie',
    })
}

const requests = async (world: Here, at: At, market: string, traders: ReadonlyMap<string, string>) => {
  for (const [name, weekday, days] of [
    ['Maraîchage Benali', 6, 120],
    ['Olives et compagnie', 6, 90],
    ['Crèmerie du Pont', 6, 40],
    ['Bière du Plateau', 3, 15],
  ] as const) {
    const trader = await traderById(world, traders.get(name) ?? '0')
    if (trader) await askForPlace(at(days, 'claire'), market, trader, { weekday, length: trader.length }, name === 'Crèmerie du Pont')
  }
  const nour = await addTrader(
    at(3, 'nour'),
    {
      name: 'La Table d’Alep',
      family: 'prepared',
      products: 'houmous, falafels, pains plats',
      siret: '',
      email: '',
      phone: '',
      isProducer: false,
      isOrganic: false,
      certifier: '',
      length: 30,
      needsPower: true,
      showsName: true,
    },
    { person: cast.nour.id },
  )
  const asked = await traderById(world, nour)
  if (asked) await addDocument(at(2, 'nour'), asked, { kind: 'insurance', expiresOn: addDays(world.today, 300) }, null, false)
  const refused = await addTrader(
    at(40, 'claire'),
    {
      name: 'Cuisines Express',
      family: 'household',
      products: 'démonstrations de robots de cuisine',
      siret: '',
      email: '',
      phone: '',
      isProducer: false,
      isOrganic: false,
      certifier: '',
      length: 60,
      needsPower: true,
      showsName: false,
    },
    { person: null },
  )
  const turnedDown = await traderById(world, refused)
  if (turnedDown)
    await decideTrader(at(35, 'claire'), turnedDown, {
      decision: 'refused',
      since: null,
      reason: 'Le règlement ne permet pas les démonstrations avec micro.',
    })
}
