import {
  addOpening,
  addSession,
  bookPlace,
  bookTime,
  bookingById,
  minutesAfter,
  notePresence,
  resourceById,
  sessionById,
} from '#engines/booking'
import { cast, type CastMember, daysAgo } from '#kernel/demonstration'
import { addDays, instantInParis } from '#kernel/rules'
import { hideText } from '#kernel/secrecy'
import { serviceCalled } from '#modules/catalogue'
import { handOver, noteLateLoans } from './acts/loans.ts'
import { endMandates, giveMandate, type NewMandate, revokeScopes, useMandate } from './acts/mandates.ts'
import { recordActivity } from './acts/records.ts'
import { inventedActivities, inventedHours, inventedPlace, inventedThings, inventedWorkshops } from './data/invented.ts'
import { mandateById } from './queries/mandates.ts'
import { addSheet } from './queries/sheets.ts'
import { policyFor, savePlace, spaceFor } from './queries/space.ts'
import { addFacilitator, addThing, freeDays } from './queries/things.ts'
import type { Here } from './schema.ts'
import { owner, workshopPath } from './where.ts'

/** A digital space opened four months ago: who comes, what is lent, what somebody lets it do in their name. */
export const demo = async (world: Here): Promise<void> => {
  const opening = daysAgo(world, 130, cast.claire)
  await savePlace(opening, { fields: inventedPlace, service: await serviceCalled(world, 'Espace public numérique') })
  const { calendar } = await spaceFor(opening)
  for (const { days, ...hours } of inventedHours.space)
    await addOpening(opening, calendar, { ...hours, firstDay: opening.today, rule: `FREQ=WEEKLY;BYDAY=${days}` })
  const helene = await addFacilitator(opening, { person: cast.helene.id, name: cast.helene.name, title: 'Conseillère numérique' })
  for (const { days, ...hours } of inventedHours.facilitator)
    await addOpening(opening, helene.calendar, { ...hours, firstDay: opening.today, rule: `FREQ=WEEKLY;BYDAY=${days}` })
  const things: string[] = []
  for (const { equipment, ...thing } of inventedThings) things.push(await addThing(opening, { ...thing, equipment: [...equipment] }))

  await recorded(world)
  await met(world, helene.resource, things)
  await lent(world, things)
  await mandated(world)
  await announced(world)
}

/** Five months of records, more each month. */
const recorded = async (world: Here) => {
  for (let days = 125; days >= 1; days -= 1) {
    const then = daysAgo(world, days, cast.helene)
    const weekday = new Date(`${then.today}T00:00:00Z`).getUTCDay()
    if (weekday < 2) continue // closed on Sundays and Mondays
    for (let n = 0; n < 1 + ((days * 7) % 3); n += 1) {
      const told = inventedActivities[(days * 3 + n * 4) % inventedActivities.length]!
      await recordActivity(then, { ...single, ...told, heldOn: then.today })
    }
    if (weekday === 4 || weekday === 6)
      await recordActivity(then, {
        ...single,
        kind: 'group',
        heldOn: then.today,
        minutes: 120,
        people: 4 + (days % 5),
        topics: ['prendre_en_main_du_materiel'],
        title: 'Premiers pas',
        level: 'debutant',
      })
  }
}
const single = {
  kind: 'individual' as const,
  place: 'lieu_activite',
  equipment: ['ordinateur'],
  people: 1,
  autonomy: null,
  redirected: null,
  gender: 'non_communique',
  ageBand: 'non_communique',
  socialStatus: 'non_communique',
  title: '',
  level: null,
}

const met = async (world: Here, facilitator: string, things: readonly string[]) => {
  const before = await booked(daysAgo(world, 25, cast.amina), facilitator, cast.amina, 30, 'Refaire ma carte grise', 0)
  const then = daysAgo(world, 14, cast.helene)
  const past = await bookingById(then, before)
  if (past) await notePresence(then, past, true)
  await booked(world, facilitator, cast.amina, 30, 'La suite de la carte grise', 0)
  await booked(world, facilitator, cast.jeanne, 60, 'Ma déclaration de revenus', 1)
  await booked(world, facilitator, cast.louis, 30, 'Mon téléphone ne reçoit plus mes messages', 4)
  await booked(world, things[1]!, cast.nour, 60, '', 0)
  await booked(world, things[3]!, cast.karim, 30, 'Entretien d’embauche à distance', 1)
  const text = {
    done: 'Nous avons ouvert votre espace sur le site de l’ANTS.\nNous avons déposé la demande de carte grise.\nNous avons noté le numéro du dossier sur votre carnet.',
    next: 'Attendre le courrier, trois semaines environ. S’il ne vient pas, revenez nous voir.',
    remember: 'Le site : ants.gouv.fr. Par téléphone : 34 00.',
  }
  await addSheet(then, cast.amina.id, hideText(then, 'digital_space.sheet:text', JSON.stringify(text)))
}

/** The n-th time that is free from then on. */
const booked = async (then: Here, thing: string, person: CastMember, minutes: number, purpose: string, n: number): Promise<string> => {
  const resource = await resourceById(then, thing)
  const slots = resource ? (await freeDays(then, resource, { minutes, within: 12, most: 10 })).flatMap(day => day.slots) : []
  const slot = slots[n]
  if (!resource || !slot) throw new Error('The demonstration finds no free time.')
  const outcome = await bookTime(then, resource, slot, { person: person.id, purpose })
  if (!outcome.ok) throw new Error(`The demonstration books a time that the rules refuse: ${outcome.because}.`)
  return outcome.booking
}

const lent = async (world: Here, things: readonly string[]) => {
  const lend = async (days: number, thing: string, person: CastMember, weeks: number, purpose: string) => {
    const then = daysAgo(world, days, person)
    const resource = await resourceById(then, thing)
    const startsAt = instantInParis(then.today, '12:00')
    const outcome =
      resource &&
      (await bookTime(then, resource, { startsAt, endsAt: minutesAfter(startsAt, weeks * 7 * 1440) }, { person: person.id, purpose }))
    if (!outcome?.ok) throw new Error('The demonstration lends what the rules refuse.')
    return outcome.booking
  }
  for (const [days, thing, person, weeks, purpose] of [
    [5, things[4]!, cast.amina, 2, 'Le temps que le mien soit réparé'],
    [16, things[5]!, cast.karim, 1, 'Pas encore de ligne dans le logement'],
  ] as const) {
    const booking = await bookingById(world, await lend(days, thing, person, weeks, purpose))
    if (booking) await handOver(daysAgo(world, days, cast.helene, '12:30'), booking)
  }
  await lend(-1, things[6]!, cast.sophie, 3, 'Pour ma mère')
  await noteLateLoans(world)
}

const mandated = async (world: Here) => {
  const give = (days: number, person: CastMember, given: Partial<NewMandate> & Pick<NewMandate, 'scopes' | 'days'>) =>
    giveMandate(daysAgo(world, days, person), {
      mandator: person.id,
      paperName: null,
      channel: 'screen',
      form: null,
      receivedBy: null,
      booking: null,
      ...given,
    })
  const use = async (days: number, id: string, scope: string, done: string) => {
    const mandate = await mandateById(world, id)
    const used = mandate && (await useMandate(daysAgo(world, days, cast.helene), mandate, { scope, done }))
    if (!used?.ok) throw new Error('The demonstration uses a mandate that does not hold.')
  }
  const amina = await give(20, cast.amina, {
    scopes: ['transports_mobilite', 'argent_impots', 'social_sante'],
    days: 182,
    channel: 'paper',
    receivedBy: cast.helene.id,
  })
  await use(18, amina, 'transports_mobilite', 'Demande de carte grise déposée sur le site de l’ANTS, avec la facture.')
  await use(11, amina, 'transports_mobilite', 'Pièce manquante ajoutée au dossier (justificatif de domicile).')
  const given = await mandateById(world, amina)
  if (given) await revokeScopes(daysAgo(world, 9, cast.amina), given, 'argent_impots')
  await give(3, cast.jeanne, { scopes: ['argent_impots'], days: 31 })
  const louis = await give(45, cast.louis, { scopes: ['logement'], days: 31, channel: 'desk', receivedBy: cast.helene.id })
  await use(40, louis, 'logement', 'Demande de logement social renouvelée.')
  await give(12, cast.helene, {
    mandator: null,
    paperName: 'Fernand Besson (nom inventé)',
    scopes: ['social_sante', 'papiers_elections_citoyennete'],
    days: 182,
    channel: 'paper',
    receivedBy: cast.helene.id,
  })
  await endMandates(world)
}

const announced = async (world: Here) => {
  const then = daysAgo(world, 6, cast.helene)
  const policy = await policyFor(world, 'workshop')
  const sessions: string[] = []
  for (const { name, level, needs, description, inDays, capacity } of inventedWorkshops) {
    const day = addDays(world.today, inDays)
    sessions.push(
      await addSession(then, {
        owner,
        kind: 'workshop',
        name,
        description,
        path: workshopPath(':id'),
        capacity,
        policy,
        details: { level, needs },
        startsAt: instantInParis(day, '14:00'),
        endsAt: instantInParis(day, '16:00'),
      }),
    )
  }
  const first = sessions[0]!
  for (const person of [cast.jeanne, cast.louis, cast.sophie, cast.karim, cast.nour]) {
    const session = await sessionById(then, first)
    if (session) await bookPlace(then, session, { person: person.id, waits: true })
  }
  const second = await sessionById(then, sessions[1]!)
  if (second) await bookPlace(then, second, { person: cast.amina.id })
}
