import { bookPlace, nameSteward, reportIncident, sessionById } from '#engines/booking'
import { addDays } from '#kernel/clock'
import { cast, type CastName, daysAgo, member } from '#kernel/demonstration'
import { readServices } from '#modules/catalogue'
import { addEntry } from './acts/account.ts'
import { apply } from './acts/apply.ts'
import { addHarvest, offerSurplus, takeSurplus } from './acts/crops.ts'
import { addDay, addThing, saveGarden, savePlot, withdrawPlot } from './acts/gardens.ts'
import { signAgreement } from './acts/offers.ts'
import { drawRound, openRound, publishList } from './acts/rounds.ts'
import { addVisit, answerObjection, object, takeStep } from './acts/season.ts'
import { drawnPlot } from './data/drawings.ts'
import { inventedApplications, inventedGardens, inventedPlots } from './data/invented.ts'
import { type Garden, gardenById, plotsOf } from './queries/gardens.ts'
import { roundById } from './queries/rounds.ts'
import { stepsOf, tenanciesOf } from './queries/tenancies.ts'
import type { Here } from './schema.ts'
import { gardenOwner } from './who.ts'

/** Two invented gardens: a draw held last winter, one to come, a plot left alone whose holder objects, courgettes to give away. */
export const demo = async (world: Here): Promise<void> => {
  const at = (days: number, name: CastName) => daysAgo(world, days, member(name))
  const service = (await readServices(world.db, world.body.id)).find(one => one.name === 'Jardins partagés')?.id ?? null
  const gardens: Garden[] = []
  for (const garden of inventedGardens) {
    const id = await saveGarden(at(400, 'claire'), { ...garden, service })
    for (const plot of inventedPlots[garden.name] ?? []) await savePlot(at(399, 'claire'), id, plot)
    const saved = await gardenById(world, id)
    if (saved) gardens.push(saved)
  }
  const [lavoir, ecoles] = gardens
  if (!lavoir || !ecoles) return
  await nameSteward(at(380, 'claire'), gardenOwner(lavoir.id), { person: cast.mathilde.id, title: 'présidente de l’association' })
  await firstSeason(world, at, lavoir)
  await lateOne(at)
  await nextSeason(at, lavoir)
  await together(world, at, lavoir, ecoles)
}
type At = (days: number, name: CastName) => Here

const firstSeason = async (world: Here, at: At, lavoir: Garden) => {
  const opened = at(330, 'claire')
  const day = (days: number) => addDays(world.today, days)
  const id = await openRound(opened, {
    title: 'Parcelles, saison en cours',
    opensOn: day(-330),
    closesOn: day(-290),
    drawOn: day(-280),
    seasonFrom: day(-270),
    seasonTo: day(65),
    seedSource: 'Numéros du tirage du Loto du jour, dans l’ordre de sortie',
  })
  const plots = await plotsOf(world, lavoir.id)
  for (const { name, wishes, ...asked } of inventedApplications) {
    const then = at(320 - wishes.length, name)
    const round = await roundById(then, id)
    const wished = wishes.flatMap(number => plots.find(plot => plot.number === number)?.id ?? [])
    if (round) await apply(then, round, member(name).id, { ...asked, livesHere: true, wishes: wished, project: '' })
  }
  const closed = await roundById(at(288, 'claire'), id)
  if (closed) await publishList(at(288, 'claire'), closed)
  const published = await roundById(at(280, 'claire'), id)
  if (published?.allocation)
    await drawRound(
      at(280, 'claire'),
      { ...published, allocation: published.allocation },
      {
        seed: '7 12 23 31 45 n° chance 4',
        witnesses: 'Mathilde Roy, Paul Aubry et une vingtaine d’habitants, salle du conseil',
      },
    )
  for (const name of ['amina', 'louis', 'karim', 'jeanne', 'helene', 'sophie'] as const) {
    const then = at(272, name)
    const [offered] = await tenanciesOf(then, member(name).id)
    if (offered) await signAgreement(then, offered, { quotient: name === 'amina' ? 640 : null, showsName: name === 'sophie' })
    const [signed] = await tenanciesOf(then, member(name).id)
    if (!signed || name === 'louis') continue
    await addEntry(at(265, 'claire'), signed.id, { kind: 'deposit-paid', cents: 3000, note: 'Chèque' })
    if (name === 'amina')
      await addEntry(at(265, 'claire'), signed.id, { kind: 'fee-paid', cents: 4800, note: 'Espèces', season: signed.until.slice(0, 4) })
    const photo =
      name === 'amina' ? { bytes: await drawnPlot('kept'), name: 'parcelle.png', caption: 'Trois rangs : salades, tomates, choux.' } : null
    await addVisit(at(150, 'mathilde'), signed, { state: 'kept', note: '', photo })
  }
  const out = plots.find(plot => plot.number === '10')
  if (out) await withdrawPlot(at(100, 'claire'), out, 'un arbre tombé, à débiter avant le printemps')
}

/** Karim's plot: a reminder, a notice, and an objection that nobody has answered yet. */
const lateOne = async (at: At) => {
  const [tenancy] = await tenanciesOf(at(80, 'karim'), cast.karim.id)
  if (!tenancy) return
  const bytes = await drawnPlot('neglected')
  const photo = (caption: string) => ({ bytes, name: 'parcelle.png', caption })
  const seen = (note: string, caption: string) => ({ state: 'neglected', note, photo: photo(caption) }) as const
  await addVisit(
    at(75, 'mathilde'),
    tenancy,
    seen('Herbes hautes d’un mètre, aucun semis depuis juin.', 'La parcelle vue du chemin : des herbes hautes, aucun rang semé.'),
  )
  await takeStep(
    at(75, 'mathilde'),
    tenancy,
    'La parcelle n’est plus cultivée depuis juin et les herbes montent en graine chez les voisins.',
  )
  const [reminder] = await stepsOf(at(70, 'karim'), tenancy.id)
  if (reminder) await object(at(70, 'karim'), reminder, 'J’étais en déplacement tout l’été, je reviens en septembre.')
  const contested = (await stepsOf(at(66, 'claire'), tenancy.id))[0]
  if (contested)
    await answerObjection(at(66, 'claire'), tenancy, contested, {
      accepted: false,
      answer: 'Nous comprenons. Le délai reste celui du rappel ; un voisin peut faucher pour vous si vous le demandez au référent.',
    })
  await addVisit(at(50, 'mathilde'), tenancy, seen('Rien n’a changé depuis la dernière visite.', 'La même parcelle, toujours en herbe.'))
  await takeStep(at(50, 'mathilde'), tenancy, 'Le rappel est resté sans effet. La parcelle doit être désherbée et préparée pour l’hiver.')
  const notice = (await stepsOf(at(30, 'karim'), tenancy.id)).find(step => step.kind === 'notice')
  if (notice)
    await object(at(30, 'karim'), notice, 'J’ai commencé à désherber, mais je me suis blessé au dos. Laissez-moi jusqu’en février.')
}

const nextSeason = async (at: At, lavoir: Garden) => {
  const opened = at(12, 'claire')
  const day = (days: number) => addDays(at(0, 'claire').today, days)
  const id = await openRound(opened, {
    title: 'Parcelles, saison prochaine',
    opensOn: day(-12),
    closesOn: day(18),
    drawOn: day(28),
    seasonFrom: day(66),
    seasonTo: day(430),
    seedSource: 'Numéros du tirage du Loto du jour, dans l’ordre de sortie',
  })
  const plots = await plotsOf(opened, lavoir.id)
  const wished = (...numbers: readonly string[]) => numbers.flatMap(number => plots.find(plot => plot.number === number)?.id ?? [])
  const asked = { holder: 'person', holderName: '', withoutLand: true, lowIncome: false, needsRaised: false, livesHere: true } as const
  const files = [
    { name: 'nour', wishes: wished('5', '8'), takesAny: true, project: 'Des légumes d’Alep et des aromates.' },
    { name: 'paul', wishes: wished('9'), takesAny: false, project: '' },
    { name: 'mathilde', wishes: wished('6'), takesAny: true, project: 'Une parcelle de démonstration sans arrosage.' },
  ] as const
  for (const [index, { name, ...wish }] of files.entries()) {
    const then = at(10 - index * 3, name)
    const round = await roundById(then, id)
    if (round) await apply(then, round, member(name).id, { ...asked, ...wish })
  }
}

const together = async (world: Here, at: At, lavoir: Garden, ecoles: Garden) => {
  const work = { about: 'On retourne le compost, on répare les bacs et on partage une soupe.', from: '09:30', hours: 4, places: 20 }
  const day = await addDay(at(6, 'mathilde'), lavoir, { ...work, name: 'Journée compost et soupe', on: addDays(world.today, 16) })
  await addDay(at(5, 'claire'), ecoles, {
    ...work,
    name: 'Planter les petits fruits avec les classes',
    on: addDays(world.today, 23),
    places: 12,
  })
  const session = await sessionById(world, day)
  if (session) for (const name of ['amina', 'jeanne'] as const) await bookPlace(at(4, name), session)
  await addThing(at(300, 'claire'), lavoir, { kind: 'water', name: 'Robinet de l’entrée' })
  const pump = await addThing(at(300, 'claire'), lavoir, { kind: 'water', name: 'Pompe du fond' })
  await addThing(at(300, 'claire'), lavoir, { kind: 'tool', name: 'Motobineuse' })
  await reportIncident(
    at(8, 'amina'),
    { id: pump, owner: 'plots', agreement: null },
    { kind: 'incident', description: 'Le levier est dur et l’eau ne vient plus.' },
  )
  const crops = [
    [120, 'amina', 'tomato', 6500],
    [95, 'amina', 'courgette', 11_000],
    [90, 'louis', 'bean', 3200],
    [70, 'sophie', 'squash', 18_500],
    [40, 'jeanne', 'salad', 1200],
  ] as const
  for (const [days, name, kind, grams] of crops) {
    const then = at(days, name)
    const [tenancy] = await tenanciesOf(then, member(name).id)
    if (tenancy) await addHarvest(then, { garden: tenancy.garden, plot: tenancy.plot, on: then.today, kind, grams })
  }
  const given = await offerSurplus(at(9, 'sophie'), { garden: lavoir.id, kind: 'squash', grams: 8000, untilOn: addDays(world.today, -4) })
  await takeSurplus(at(8, 'marc'), given, 'canteen')
  await offerSurplus(at(1, 'amina'), { garden: lavoir.id, kind: 'leek', grams: 4500, untilOn: addDays(world.today, 4) })
}
