import {
  approveMinutes,
  arrive,
  askItem,
  castBallots,
  close,
  closeVote,
  convene,
  giveProxy,
  instantInParis,
  meetingsWorld,
  minutesOf,
  noteDiscussion,
  open,
  openVote,
  planMeeting,
  register,
  type Session,
  sessionOf,
  withdraw,
  writeMinorityReport,
  writeMinutes,
} from '#engines/meetings'
import { addDays, daysBetween } from '#kernel/clock'
import { type CastName, daysAgo, member } from '#kernel/demonstration'
import { type Committee } from './committee.ts'
import { committeeAssembly } from './queries/committees.ts'
import type { Here } from './schema.ts'

/** The Tuesday on or before that day: committees meet on Tuesday evenings. */
const tuesday = (day: string) => addDays(day, -(daysBetween('1970-01-06', day) % 7))
const room = { place: 'Restaurant scolaire', address: '4 rue des Écoles', link: '', openTo: 'anyone', seats: 20 } as const

/** The same commune some days ago at ten in Paris, in the hands of someone of the cast. */
export const on = (here: Here, days: number, name: CastName): Here => {
  const then = daysAgo(here, days, member(name))
  return { ...then, now: instantInParis(then.today, '10:00') }
}

/** An evening of the committee, announced in time; what happens there is told by `evening`. */
const held = async (
  here: Here,
  committee: Committee,
  about: number,
  plan: { title: string; items: readonly string[]; present: readonly CastName[]; proxy?: readonly [CastName, CastName] },
  evening: (at: (time: string) => ReturnType<typeof meetingsWorld>, session: () => Promise<Session>) => Promise<void>,
): Promise<Session> => {
  const assembly = (await committeeAssembly(here, committee.id))!
  const day = tuesday(addDays(here.today, -about))
  const daysAgo = daysBetween(day, here.today)
  const clerk = meetingsWorld(on(here, daysAgo + 14, 'claire'))
  const id = await planMeeting(clerk, assembly, {
    ...room,
    title: plan.title,
    startsAt: instantInParis(day, '18:30'),
    endsAt: instantInParis(day, '20:30'),
  })
  const session = async () => (await sessionOf(clerk, assembly, id))!
  for (const title of plan.items) await askItem(clerk, await session(), { title, note: '' }, 'chair')
  await convene(clerk, await session(), '')
  const at = (time: string) => meetingsWorld({ ...on(here, daysAgo, 'claire'), now: instantInParis(day, time) })
  if (plan.proxy) {
    await register(meetingsWorld(on(here, daysAgo + 2, plan.proxy[0])), await session(), member(plan.proxy[0]).id, 'excused')
    await giveProxy(at('18:20'), await session(), member(plan.proxy[0]).id, member(plan.proxy[1]).id)
  }
  for (const name of plan.present) await arrive(at('18:28'), await session(), member(name).id, name === 'karim' ? 'remote' : 'room')
  await open(at('18:32'), await session())
  await evening(at, session)
  await close(at('20:20'), await session())
  await writeMinutes(at('20:50'), await session(), minutesOf(await session(), instantInParis(day, '20:50')))
  return session()
}

const voted = async (
  at: (time: string) => ReturnType<typeof meetingsWorld>,
  session: () => Promise<Session>,
  question: string,
  item: number,
  voices: Partial<Record<CastName, 'for' | 'against' | 'abstention'>>,
  away?: { name: CastName; reason: string },
) => {
  const itemId = (await session()).items[item]!.id
  await openVote(at('19:30'), await session(), { itemId, question, ...(await session()).assembly.charter.vote })
  const vote = async () => (await session()).votes.at(-1)!
  if (away) await withdraw(at('19:32'), await session(), await vote(), member(away.name).id, away.reason)
  const ballots = Object.entries(voices).map(([name, choice]) => ({ member: member(name as CastName).id, choice })) // the keys are names of the cast
  await castBallots(at('19:35'), await session(), await vote(), ballots)
  await closeVote(at('19:40'), await session(), await vote())
}

/** Adopted in each college, with a member who withdrew and another who says why she lost; then refused in one college. */
export const heldFirst = async (here: Here, committee: Committee): Promise<Session> => {
  const first = await held(
    here,
    committee,
    60,
    {
      title: 'Ce que l’on jette, ce que l’on achète',
      items: ['Le gaspillage pesé pendant deux semaines', 'Des légumes d’ici'],
      present: ['claire', 'marc', 'amina', 'jeanne', 'karim', 'paul'],
    },
    async (at, session) => {
      await noteDiscussion(
        at('19:00'),
        (await session()).items[0]!.id,
        'Les agents ont pesé les restes dix jours de suite : 118 grammes par repas, surtout des entrées. Les enfants disent manquer de temps.',
      )
      await voted(at, session, 'Peser les restes une semaine par mois, et publier le résultat', 0, {
        claire: 'for',
        marc: 'for',
        amina: 'for',
        karim: 'for',
        jeanne: 'abstention',
        paul: 'for',
      })
      await voted(
        at,
        session,
        'Demander au délégataire un tiers de légumes des Jardins du Lavoir',
        1,
        { claire: 'for', amina: 'for', karim: 'for', jeanne: 'against', paul: 'for' },
        { name: 'marc', reason: 'Son épouse travaille aux Jardins du Lavoir' },
      )
    },
  )
  const assembly = first.assembly
  const later = async () => (await sessionOf(meetingsWorld(here), assembly, first.meeting.id))!
  const vegetables = async () => (await later()).votes.at(-1)!
  await writeMinorityReport(
    meetingsWorld(on(here, 55, 'jeanne')),
    await later(),
    await vegetables(),
    'Je suis pour les légumes d’ici, mais **pas sans connaître le prix**. Le repas a déjà augmenté de 14 centimes. Je propose de commencer par une semaine sur quatre et de publier ce que cela coûte.',
  )
  return later()
}

/** The next evening approves the first minutes, and refuses in one college what all together had adopted. */
export const heldSecond = (here: Here, committee: Committee, first: Session): Promise<Session> =>
  held(
    here,
    committee,
    18,
    {
      title: 'Le temps du repas',
      items: ['Deux services au lieu d’un'],
      present: ['claire', 'marc', 'amina', 'karim', 'paul'],
      proxy: ['jeanne', 'amina'],
    },
    async (at, session) => {
      const earlier = (await sessionOf(at('18:35'), (await session()).assembly, first.meeting.id))!
      await approveMinutes(at('18:40'), earlier, await session(), 'Le poids des restes est en grammes par repas servi.')
      await noteDiscussion(
        at('19:10'),
        (await session()).items[0]!.id,
        'Deux services laisseraient quarante minutes à chacun. Les agents craignent pour leurs pauses.',
      )
      await voted(at, session, 'Passer à deux services dès la rentrée', 0, {
        claire: 'against',
        marc: 'against',
        amina: 'for',
        jeanne: 'for',
        karim: 'for',
        paul: 'for',
      })
    },
  )

/** The next meeting, convened, with what a member asks for and a voice already given. */
export const announced = async (here: Here, committee: Committee): Promise<void> => {
  const assembly = (await committeeAssembly(here, committee.id))!
  const day = tuesday(addDays(here.today, 16))
  const clerk = meetingsWorld(on(here, 1, 'claire'))
  const id = await planMeeting(clerk, assembly, {
    ...room,
    title: 'Deux services : un essai en mars ?',
    startsAt: instantInParis(day, '18:30'),
    endsAt: instantInParis(day, '20:30'),
  })
  const session = async () => (await sessionOf(clerk, assembly, id))!
  await askItem(
    clerk,
    await session(),
    { title: 'Essayer deux services pendant un mois', note: 'Les agents proposent un planning qui garde leurs pauses.' },
    'chair',
  )
  await convene(clerk, await session(), '')
  await askItem(meetingsWorld(on(here, 0, 'karim')), await session(), { title: 'Le bruit dans la salle', note: '' }, 'members')
  await register(meetingsWorld(on(here, 0, 'jeanne')), await session(), member('jeanne').id, 'excused')
  await giveProxy(meetingsWorld(on(here, 0, 'jeanne')), await session(), member('jeanne').id, member('amina').id)
}
