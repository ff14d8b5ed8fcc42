import { parse } from 'csv-parse/sync'
import {
  addCalendar,
  addHolder,
  addOpening,
  addSession,
  blockResource,
  bookPlace,
  bookTime,
  bindBlock,
  closeIncident,
  incidentsOf,
  drawAllocation,
  allocationById,
  grantPermit,
  keepBookings,
  nameSteward,
  notePresence,
  bookingById,
  publishAllocation,
  reportIncident,
  resourceById,
  sessionById,
  signDocument,
} from '#engines/booking'
import { registerContent } from '#engines/moderation'
import { sql } from '#kernel/db'
import { type CastName, member } from '#kernel/demonstration'
import { storeFile } from '#kernel/files'
import { actorFrom } from '#kernel/people'
import { addDays, instantInParis } from '#kernel/rules'
import { changeSetting } from '#kernel/settings'
import { serviceCalled } from '#modules/catalogue'
import { drawnFaces } from './data/drawings.ts'
import { machines as invented, materials, partnerFile, repairs, safety, shelf } from './data/invented.ts'
import { projectSubject } from './pages/ProjectPages.tsx'
import { addMachine, askEdition } from './queries/machines.ts'
import { addMaterial, changeMaterial, judgeMaterial, noteStock, setPrice } from './queries/materials.ts'
import { addPart, arriveAtDoor, endRepair, keepImport, takeInHand } from './queries/repairs.ts'
import { trainingPolicy } from './queries/trainingPolicy.ts'
import { addFile, addProject, declareUse, projectFiles, writeRules } from './queries/workshop.ts'
import { readOrds } from './rules/ords.ts'
import { type Here, owner } from './schema.ts'

/** Two months of an invented workshop: machines, trainings, bookings, a breakdown, a repair café. */
export const demo = async (world: Here) => {
  const at = (days: number, hour: string, name: CastName = 'karim'): Here => {
    const today = addDays(world.today, days)
    const person = member(name)
    const actor = actorFrom({ personId: person.id, name: person.name, roles: person.verified ? ['verified'] : [], services: [] })
    return { ...world, today, now: instantInParis(today, hour), actor }
  }
  const start = at(-60, '10:00')
  const service = await serviceCalled(world, 'FabLab du Lavoir')
  if (service) await changeSetting(world, 'fablab', 'service', service)
  await nameSteward(start, owner, { person: member('karim').id, title: 'Fabmanager, Les Bricoleurs du Lavoir' })
  await nameSteward(start, owner, { person: member('helene').id, title: 'Facilitatrice' })
  const made = await openWorkshop(start)
  await live(at, made)
  await cafe(at)
  await share(at)
  await lockers(at)
}

const openWorkshop = async (world: Here) => {
  const calendar = await addCalendar(world, { owner, name: 'Ouvertures du FabLab' })
  const { rows } = await sql<{
    id: string
  }>`insert into kernel.organisation (body_id, name, kind) values (${world.body.id}, 'Les Bricoleurs du Lavoir', 'association') returning id::text as id`.execute(
    world.db,
  )
  const basis = 'Convention de cogestion, délibération 2026-41'
  const town = await addHolder(world, calendar, { name: 'Commune', permille: 400, budgetCents: 850_000, basis, since: world.today })
  const makers = await addHolder(world, calendar, {
    name: 'Les Bricoleurs du Lavoir',
    organisation: rows[0]!.id,
    permille: 600,
    budgetCents: 420_000,
    basis,
    since: world.today,
  })
  for (const [day, starts, minutes, holder] of [
    ['WE', '14:00', 240, town],
    ['TH', '18:00', 180, makers],
    ['SA', '09:30', 300, makers],
    ['TU', '14:00', 240, town],
  ] as const)
    await addOpening(world, calendar, { firstDay: world.today, starts, minutes, rule: `FREQ=WEEKLY;BYDAY=${day}`, holder })
  const numbers = new Map<string, string>()
  for (const one of materials)
    numbers.set(one.name, await addMaterial(world, { ...one, since: world.today, source: 'Délibération 2026-41, tarifs du FabLab' }))
  for (const [name, low, counted] of shelf) {
    await changeMaterial(world, numbers.get(name)!, { low_mark: low })
    await noteStock(world, numbers.get(name)!, 'count', counted)
  }
  const machines = new Map<string, string>()
  for (const [position, one] of invented.entries()) {
    const id = await addMachine(world, {
      ...one,
      place: 'Ancien lavoir, rez-de-chaussée',
      position,
      calendar,
      since: world.today,
      source: 'Délibération 2026-41, tarifs du FabLab',
      rules: {
        minimumAge: null,
        advance: { mostDays: 45 },
        perWeek: { minutes: 480 },
        length: { step: 30, least: 30, most: one.minutes },
        cancelUntil: 120,
        checkInMinutes: 30,
        absences: { count: 2, withinDays: 90, suspendDays: 21 },
        waiting: { offerHours: 24 },
        reminderHours: 24,
        price: one.cents === 0 ? { kind: 'free' } : { kind: 'flat', per: 'hour', cents: one.cents },
      },
    })
    machines.set(one.kind, id)
    for (const name of one.takes) await judgeMaterial(world, id, numbers.get(name)!, 'allowed')
    for (const [name, reason] of one.refuses) await judgeMaterial(world, id, numbers.get(name)!, 'refused', reason)
  }
  await askEdition(world, await writeRules(world, safety, world.today), world.today)
  return { machines, numbers }
}
type Made = Awaited<ReturnType<typeof openWorkshop>>
type At = (days: number, hour: string, name?: CastName) => Here

/** The day, from `days` on, that is that day of the week (1 is Monday). */
const next = (world: Here, days: number, weekday: number) => {
  const from = addDays(world.today, days)
  return addDays(from, (weekday - (new Date(`${from}T00:00:00Z`).getUTCDay() || 7) + 7) % 7)
}
const span = (day: string, from: string, to: string) => ({ startsAt: instantInParis(day, from), endsAt: instantInParis(day, to) })

const live = async (at: At, { machines, numbers }: Made) => {
  const today = at(0, '09:00')
  for (const name of ['amina', 'louis', 'jeanne', 'sophie'] as const) {
    const person = member(name).id
    await signDocument(at(-45, '15:00', name), person, 'fablab:securite', 1)
    if (name !== 'sophie')
      await grantPermit(at(-40, '18:00'), {
        name: 'fablab:laser',
        label: 'Formation à la découpeuse laser',
        person,
        since: at(-40, '18:00').today,
        until: name === 'louis' ? addDays(today.today, -3) : addDays(today.today, 690),
        gained: 'Formation du FabLab',
      })
  }
  const book = async (
    days: number,
    name: CastName,
    kind: string,
    day: string,
    hours: readonly [string, string],
    material: string | null,
    purpose: string,
  ) => {
    const then = at(days, '12:00', name)
    const machine = await resourceById(then, machines.get(kind)!)
    const outcome = await bookTime(then, machine!, span(day, ...hours), { purpose })
    if (outcome.ok && material) await declareUse(then, outcome.booking, machine!.id, numbers.get(material)!)
    return outcome.ok ? outcome.booking : null
  }
  const wednesday = next(today, 1, 3)
  await book(-2, 'amina', 'laser', wednesday, ['14:00', '15:30'], 'Contreplaqué de peuplier 3 mm', 'Boîtes pour la bibliothèque de rue')
  await book(-2, 'jeanne', 'laser', wednesday, ['15:30', '17:00'], 'Acrylique (PMMA) 3 mm', 'Signalétique du jardin')
  await book(-1, 'sophie', 'sewing', next(today, 1, 6), ['10:00', '12:00'], 'Fil à coudre', 'Sacs pour le marché')
  await book(-1, 'amina', 'sewing', next(today, 1, 4), ['18:00', '19:30'], null, 'Rideaux')
  // Two absences, a suspension, and an answer that waits to be read.
  for (const week of [-28, -21]) {
    const day = next(today, week, 3)
    const id = await book(week - 3, 'sophie', 'sewing', day, ['14:00', '15:00'], null, '')
    const booking = id && (await bookingById(today, id))
    if (booking) await notePresence({ ...at(0, '16:00'), today: day, now: instantInParis(day, '16:00') }, booking, false)
  }
  const then = at(-14, '10:00', 'sophie')
  await sql`update booking.suspension set plea = 'Ma fille était malade, je n’ai pas pensé à prévenir.', plea_at = ${then.now}, until = ${at(7, '10:00').now} where body_id = ${today.body.id} and person_id = ${member('sophie').id}`.execute(
    today.db,
  )
  const vinyl = (await resourceById(today, machines.get('vinyl')!))!
  const incident = await reportIncident(at(-1, '17:00'), vinyl, { kind: 'incident', description: 'La lame accroche, le chariot saute.' })
  const blocked = await blockResource(at(-1, '17:00'), vinyl, {
    startsAt: at(-1, '17:00').now,
    endsAt: null,
    reason: 'Lame et courroie à changer, pièces commandées',
    displaces: true,
  })
  if (blocked.ok) await bindBlock(today, incident, blocked.block)
  const pla = numbers.get('Fil PLA')!
  await setPrice(at(-15, '10:00'), pla, {
    since: addDays(today.today, 30),
    centsPerUnit: 6,
    source: 'Facture du fournisseur, comité du FabLab',
  })
  await noteStock(at(-12, '18:00'), pla, 'out', 600)
  // Somebody said that it was broken, and the team did something.
  const noise = await reportIncident(at(-25, '17:00', 'amina'), (await resourceById(today, machines.get('laser')!))!, {
    kind: 'incident',
    description: 'L’aspiration fait un bruit anormal et il reste de la fumée.',
  })
  const reported = (await incidentsOf(today, owner)).find(({ id }) => id === noise)
  if (reported) await closeIncident(at(-22, '11:00'), reported, { outcome: 'Filtre changé, conduit nettoyé', costCents: 3400 })
  const training = await addSession(at(-10, '10:00'), {
    owner,
    kind: 'training',
    name: 'Formation : Découpeuse laser',
    description: 'Donne l’habilitation « Formation à la découpeuse laser »',
    place: 'Ancien lavoir, rez-de-chaussée',
    capacity: 2,
    policy: await trainingPolicy(at(-60, '10:00')),
    details: { machine: machines.get('laser')! },
    ...span(next(today, 4, 6), '14:30', '17:00'),
  })
  for (const [days, name] of [
    [-9, 'louis'],
    [-8, 'mathilde'],
    [-7, 'sophie'],
    [-6, 'nour'],
  ] as const)
    await bookPlace(at(days, '20:00', name), (await sessionById(today, training))!, { waits: true })
  await keepBookings(at(0, '08:00'))
}

const cafe = async (at: At) => {
  const saturday = next(at(0, '09:00'), -13, 6)
  const there = { ...at(0, '14:00', 'helene'), today: saturday, now: instantInParis(saturday, '14:00') }
  for (const [what, category, brand, year, problem, status, barrier, grams] of repairs) {
    const { id } = await arriveAtDoor(there, { what, category, brand, year, problem })
    await takeInHand(there, id)
    await endRepair(there, id, { status, barrier, problem, grams })
    if (what === 'Lampe de bureau') await addPart(there, id, { name: 'Interrupteur', origin: 'printed', cents: 20 })
    if (what === 'Ordinateur portable') await addPart(there, id, { name: 'Disque SSD 240 Go', origin: 'bought', cents: 2500 })
  }
  await arriveAtDoor(there, { what: 'Radio réveil', category: 23, brand: 'Philips', year: 1995, problem: 'Plus de son' })
  const cells: string[][] = parse(partnerFile)
  const { repairs: shared, bad } = readOrds(cells[0] ?? [], cells.slice(1))
  await keepImport(at(-5, '11:00', 'helene'), 'repair-cafe-orsigny.csv', shared, bad)
}

const share = async (at: At) => {
  for (const [days, name, title, text, used] of [
    [
      -20,
      'amina',
      'Boîte à livres de rue',
      'Une boîte qui tient la pluie : six faces en contreplaqué de 3 mm, assemblées sans colle, et une porte en acrylique. Compter deux heures de découpe.',
      'Découpeuse laser',
    ],
    [
      -9,
      'jeanne',
      'Pied de lampe réparé',
      'L’articulation d’origine ne se trouve plus : la voici redessinée, à imprimer couchée, remplissage à 40 %.',
      'Imprimante 3D',
    ],
  ] as const) {
    const then = at(days, '21:00', name)
    const id = await addProject(then, { title, text, machines: used })
    const drawing =
      name === 'amina' && (await storeFile(then, { bytes: await drawnFaces(), name: 'boite-six-faces.png', purpose: projectFiles }))
    if (drawing && drawing.ok) await addFile(then, id, drawing.file)
    await registerContent(then, {
      subject: projectSubject(id),
      authorId: then.actor.personId,
      text: `${title}\n\n${text}`,
      url: `/fablab/projets/${id}`,
    })
  }
}

/** Three lockers for more people than that: given by lot, which anybody can draw again. */
const lockers = async (at: At) => {
  const people = ['amina', 'louis', 'jeanne', 'mathilde', 'sophie'] as const
  const then = at(-12, '10:00')
  const id = await publishAllocation(then, {
    owner,
    title: 'Casiers du FabLab pour l’année',
    method:
      'Priorité 1 : qui anime une formation ou le repair café. Priorité 2 : tout le monde. Dans chaque priorité, l’ordre est tiré au sort et chacun reçoit son premier vœu encore libre.',
    offers: ['Casier du haut', 'Casier du milieu', 'Casier du bas'].map((name, index) => ({ id: String(index + 1), name, capacity: 1 })),
    applicants: people.map((name, index) => ({
      person: member(name).id,
      tier: index === 3 ? 1 : 2,
      wishes: index % 2 === 0 ? ['2', '1', '3'] : [],
    })),
    seedSource: 'Quatre dés jetés à l’assemblée du FabLab',
    seedOn: at(-6, '10:00').today,
  })
  const allocation = await allocationById(then, id)
  if (allocation) await drawAllocation(at(-6, '19:00'), allocation, { seed: '3 5 1 6', witnesses: 'Karim Benali, Mathilde Roy' })
}
