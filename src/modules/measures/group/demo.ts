import {
  addDocument,
  approveMinutes,
  arrive,
  askItem,
  assemblyOf,
  castBallots,
  close,
  closeVote,
  convene,
  giveProxy,
  groupCharter,
  instantInParis,
  meetingsWorld,
  minutesOf,
  noteDiscussion,
  open,
  openVote,
  planMeeting,
  register,
  sessionOf,
  writeMinutes,
  type Assembly,
  type Session,
} from '#engines/meetings'
import { addDays } from '#kernel/clock'
import { type CastName, member } from '#kernel/demonstration'
import { actorFrom } from '#kernel/people'
import type { World } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { groupOwner, joinGroup, openGroup } from './queries/group.ts'
import { askToJoin, decideRequest, latestRequest } from './queries/requests.ts'
import { groupWorld, type Tables } from './schema.ts'

type Here = World<Tables>
const room = { place: 'Salle du Lavoir', address: '3 rue de l’Yvette', link: '', openTo: 'anyone', seats: 20 } as const

/** Invented life: the group of the first measure met twice, approved its first minutes, and meets again next week. */
export const inventGroup = async (world: AnyWorld): Promise<void> => {
  const here = groupWorld(world)
  const measure = await here.db
    .selectFrom('measures.measure')
    .select(['id', 'title', 'pilot_id as pilotId'])
    .where('body_id', '=', here.body.id)
    .where('stage', '=', 'co-construction')
    .orderBy('position')
    .orderBy('id')
    .executeTakeFirst()
  if (!measure) return
  await openGroup(on(here, 30, 'claire'), measure)
  for (const name of ['amina', 'louis', 'jeanne', 'paul'] as const) await joinAs(here, measure, name)
  await askToJoin(on(here, 1, 'karim'), measure.id, {
    personId: member('karim').id,
    college: 'users',
    motive: 'Je travaille de nuit : je peux parler des horaires.',
  })

  const assembly = await assemblyOf(meetingsWorld(here), groupOwner(measure.id))
  if (!assembly) return
  await sitsSince(here, assembly, addDays(here.today, -30))
  const first = await held(here, assembly, 20, 'Premiers échanges', 'Par quoi commencer ?', 'On commence par les horaires.')
  const second = await held(
    here,
    assembly,
    6,
    'Ce que disent les usagers',
    'Qui interroger, et comment ?',
    'Une enquête au guichet pendant deux semaines.',
    first,
  )
  await addDocument(at(here, second, 'claire'), second, { title: 'Retours recueillis au guichet', url: `/mesures/${measure.id}/debat` })
  await announced(here, assembly)
}

const joinAs = async (here: Here, measure: { id: string; title: string; pilotId: string | null }, name: CastName) => {
  const asked = {
    personId: member(name).id,
    college: member(name).role === 'elected' ? 'elected' : 'users',
    motive: 'Je souhaite aider.',
  } as const
  await askToJoin(on(here, 29, name), measure.id, asked)
  const request = await latestRequest(here, measure.id, asked.personId)
  if (request) await decideRequest(on(here, 28, 'claire'), measure, { id: request.id, personId: asked.personId }, 'accepted', 'Bienvenue.')
  if (asked.personId !== measure.pilotId)
    await joinGroup(on(here, 28, 'claire'), measure, { ...asked, role: name === 'louis' ? 'secretary' : 'member' })
}

/** Seats were taken in the invented past, whatever the order in which this file wrote them. */
const sitsSince = (here: Here, assembly: Assembly, since: string) =>
  meetingsWorld(here)
    .db.updateTable('meetings.member')
    .set({ since })
    .where('body_id', '=', here.body.id)
    .where('assembly_id', '=', assembly.id)
    .execute()

/** A meeting from its notice to its written minutes; it approves those of `before`. */
const held = async (
  here: Here,
  assembly: Assembly,
  daysAgo: number,
  title: string,
  item: string,
  decided: string,
  before?: Session,
): Promise<Session> => {
  const day = addDays(here.today, -daysAgo)
  const noticed = meetingsWorld(on(here, daysAgo + 8, 'claire'))
  const id = await planMeeting(noticed, assembly, {
    ...room,
    title,
    startsAt: instantInParis(day, '19:00'),
    endsAt: instantInParis(day, '21:00'),
  })
  const session = async () => (await sessionOf(noticed, assembly, id))!
  await askItem(noticed, await session(), { title: item, note: 'Chacun peut écrire une idée avant la réunion.' }, 'chair')
  await convene(noticed, await session(), '')
  await register(meetingsWorld(on(here, daysAgo + 3, 'jeanne')), await session(), member('jeanne').id, 'excused')

  const evening = (minutes: string) => meetingsWorld({ ...on(here, daysAgo, 'claire'), now: instantInParis(day, minutes) })
  await giveProxy(evening('18:50'), await session(), member('jeanne').id, member('amina').id)
  for (const name of ['claire', 'amina', 'louis', 'paul'] as const)
    await arrive(evening('18:58'), await session(), member(name).id, name === 'paul' ? 'remote' : 'room')
  await open(evening('19:02'), await session())
  if (before) await approveMinutes(evening('19:05'), (await sessionOf(noticed, assembly, before.meeting.id))!, await session(), '')
  const point = (await session()).items[0]!
  await noteDiscussion(
    evening('19:30'),
    point.id,
    'Chacun dit ce qui marche et ce qui manque. Le groupe retient trois idées et choisit par où commencer.',
  )
  await openVote(evening('20:30'), await session(), { itemId: point.id, question: decided, ...groupCharter.vote })
  const vote = (await session()).votes[0]!
  const voices = [
    ['claire', 'for'],
    ['amina', 'for'],
    ['jeanne', 'for'],
    ['louis', 'for'],
    ['paul', 'abstention'],
  ] as const
  await castBallots(
    evening('20:35'),
    await session(),
    vote,
    voices.map(([name, choice]) => ({ member: member(name).id, choice })),
  )
  await closeVote(evening('20:40'), await session(), (await session()).votes[0]!)
  await close(evening('20:55'), await session())
  await writeMinutes(evening('21:30'), await session(), minutesOf(await session(), instantInParis(day, '21:30')))
  return session()
}

const announced = async (here: Here, assembly: Assembly) => {
  const day = addDays(here.today, 8)
  const noticed = meetingsWorld(on(here, 1, 'claire'))
  const id = await planMeeting(noticed, assembly, {
    ...room,
    title: 'Écrire la deuxième version',
    startsAt: instantInParis(day, '18:30'),
    endsAt: instantInParis(day, '20:30'),
  })
  const session = async () => (await sessionOf(noticed, assembly, id))!
  await askItem(noticed, await session(), { title: 'Relire les amendements', note: '' }, 'chair')
  await askItem(noticed, await session(), { title: 'Fixer les horaires à essayer', note: 'Deux possibilités sont sur la table.' }, 'chair')
  await convene(noticed, await session(), '')
  await register(meetingsWorld(on(here, 0, 'louis')), await session(), member('louis').id, 'coming')
  await askItem(meetingsWorld(on(here, 0, 'amina')), await session(), { title: 'Parler de la garde des enfants', note: '' }, 'members')
}

/** The same world some days ago, in the hands of someone of the cast. */
const on = (here: Here, daysAgo: number, name: CastName): Here => {
  const { id: personId, role, ...person } = member(name)
  const today = addDays(here.today, -daysAgo)
  return {
    ...here,
    today,
    now: instantInParis(today, '10:00'),
    actor: actorFrom({ personId, name: person.name, roles: role ? [role] : [], services: [] }),
  }
}
const at = (here: Here, session: Session, name: CastName) => meetingsWorld({ ...on(here, 0, name), now: session.meeting.endsAt })
