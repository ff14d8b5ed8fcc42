import {
  approveMinutes,
  arrive,
  askItem,
  askManner,
  castBallots,
  close,
  closeVote,
  convene,
  countPapers,
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
  withdraw,
  writeMinutes,
} from '#engines/meetings'
import { addDays, daysBetween } from '#kernel/clock'
import { type CastName, cast, daysAgo, member } from '#kernel/demonstration'
import { correctDeliberation, draftDeliberation, publishDeliberation, type Written } from './acts/deliberations.ts'
import { noteTransmission, publishList } from './acts/register.ts'
import { examinedIn } from './examinedIn.ts'
import { councilSession, ensureCouncil } from './queries/assembly.ts'
import { deliberationById, deliberationsOf } from './queries/deliberations.ts'
import type { Here } from './schema.ts'
import { sourceOf } from './sourceOf.ts'

/** The Thursday on or before that day: the council sits on Thursday evenings. */
const thursday = (day: string) => addDays(day, -(daysBetween('1970-01-01', day) % 7))
const room = { place: 'Salle du conseil', address: 'Hôtel de ville, 1 place du Lavoir', link: '', openTo: 'anyone', seats: 60 } as const

/** The same commune some days ago at ten in Paris, in the hands of someone of the cast. */
export const on = (here: Here, days: number, name: CastName): Here => {
  const then = daysAgo(here, days, member(name))
  return { ...then, now: instantInParis(then.today, '10:00') }
}

interface Item {
  readonly title: string
  readonly note: string
  readonly link?: string
}
type People = ReadonlyMap<string, string>
type Choice = 'for' | 'against' | 'abstention'

/** An evening of the council, convened in time. `away` gave nobody their voice; `lent` did. */
const evening = async (
  here: Here,
  people: People,
  about: number,
  plan: { title: string; items: readonly Item[]; away: readonly string[]; lent: readonly (readonly [string, string])[] },
) => {
  const assembly = await ensureCouncil(here)
  const day = thursday(addDays(here.today, -about))
  const days = daysBetween(day, here.today)
  const clerk = on(here, days + 9, 'claire')
  const id = await planMeeting(meetingsWorld(clerk), assembly, {
    ...room,
    title: plan.title,
    startsAt: instantInParis(day, '20:00'),
    endsAt: instantInParis(day, '22:30'),
  })
  const session = async () => (await councilSession(clerk, id))!
  const at = (time: string): Here => ({ ...on(here, days, 'claire'), now: instantInParis(day, time) })
  const meet = (time: string) => meetingsWorld(at(time))
  for (const item of plan.items) await askItem(meetingsWorld(clerk), await session(), item, 'chair')
  await convene(meetingsWorld(on(here, days + 8, 'claire')), await session(), '')
  const idOf = (name: string) => people.get(name) ?? ''
  for (const [giver, holder] of plan.lent) {
    await register(meet('19:40'), await session(), idOf(giver), 'excused')
    await giveProxy(meet('19:41'), await session(), idOf(giver), idOf(holder))
  }
  const gone = new Set([...plan.away, ...plan.lent.map(([giver]) => giver)])
  const before = await session()
  for (const [name, person] of people) if (!gone.has(name)) await arrive(meet('19:58'), before, person, 'room')
  await open(meet('20:02'), await session())

  /** Puts an item to the vote; whoever is not named votes for. */
  const vote = async (
    item: number,
    question: string,
    voices: Readonly<Record<string, Choice>>,
    more: { manner?: 'show-of-hands' | 'named'; withdrawn?: readonly [string, string] } = {},
  ) => {
    const { assembly: here, items } = await session()
    const put = {
      itemId: items[item]!.id,
      question,
      manner: more.manner ?? ('show-of-hands' as const),
      majority: here.charter.vote.majority,
    }
    await openVote(meet('20:30'), await session(), put)
    const latest = async () => (await session()).votes.at(-1)!
    if (more.withdrawn) await withdraw(meet('20:31'), await session(), await latest(), idOf(more.withdrawn[0]), more.withdrawn[1])
    const voting = [...people].filter(([name]) => !plan.away.includes(name) && name !== more.withdrawn?.[0])
    const ballots = voting.map(([name, person]) => ({ member: person, choice: voices[name] ?? ('for' as const) }))
    await castBallots(meet('20:33'), await session(), await latest(), ballots)
    await closeVote(meet('20:35'), await session(), await latest())
  }
  return { id, day, days, at, meet, session, vote, idOf }
}
type Evening = Awaited<ReturnType<typeof evening>>

/** Writes and publishes what that evening decided, vote by vote, then the list; `waiting` are left as drafts. */
const published = async (
  here: Here,
  { session, days, day }: Evening,
  written: readonly (Partial<Written> & { readonly matter: string; readonly point?: number; readonly received?: boolean })[],
  { listAfter, textsAfter }: { listAfter: number; textsAfter: number | null },
) => {
  const now = await session()
  const clerk = on(here, days - 1, 'claire')
  const votes = [...now.votes]
  for (const { point, received = true, ...one } of written) {
    const found = sourceOf(now, point === undefined ? { vote: votes.shift()?.id } : { point: now.items[point]?.id })
    if (!found) continue
    const id = await draftDeliberation(clerk, found.source, {
      title: found.title,
      text: found.text,
      budgetYear: '',
      budgetName: '',
      amount: null,
      isTransmissible: true,
      measures: [],
      ...one,
    })
    if (textsAfter === null) continue
    const later = on(here, days - textsAfter, 'claire')
    await publishDeliberation(later, id, {
      signedBy: 'Solange Arnoux, maire',
      secretary: 'Corentin Maillard',
      reason: '',
      sessionOver: true,
    })
    if (received) await noteTransmission(later, id, addDays(day, textsAfter), `091-999999998-${day.replaceAll('-', '')}-${id}-DE`)
  }
  const { deliberations } = await deliberationsOf(here, { meeting: now.meeting.id, drafts: true }, { size: 200, start: 0 })
  await publishList(on(here, days - listAfter, 'claire'), now.meeting.id, examinedIn(now, deliberations))
}

/** The first session: adopted with and against, a member who withdraws, a nomination in secret, a wish refused, a report noted. */
export const spring = async (here: Here, people: People, fabLab: string | null): Promise<Session> => {
  const held = await evening(here, people, 33, {
    title: 'Séance du conseil municipal : atelier partagé, subventions, eau',
    items: [
      {
        title: 'Ouverture de l’atelier partagé et convention de cogestion',
        note: 'L’atelier ouvre dans l’ancienne remise du Lavoir. La commune et l’association des bricoleurs le gèrent à parts égales pendant trois ans. Coût de la première année : 42 000 €, dont 18 000 € de machines.',
        ...(fabLab ? { link: `/mesures/${fabLab}` } : {}),
      },
      {
        title: 'Subvention aux Jardins du Lavoir',
        note: 'L’association demande 3 500 € pour deux nouvelles parcelles et l’accueil des écoles.',
      },
      {
        title: 'Désignation d’une personne déléguée au syndicat de l’Yvette',
        note: 'Le siège est vacant depuis la démission de son titulaire. Une candidature : Tristan Le Bihan.',
      },
      {
        title: 'Vœu : rendre le stationnement du centre payant',
        note: 'Vœu déposé par le groupe Indépendants du Val.',
      },
      {
        title: 'Rapport annuel sur le prix et la qualité de l’eau',
        note: 'Le rapport est présenté au conseil, qui en prend acte. Le prix moyen est de 4,12 € le mètre cube.',
      },
    ],
    away: ['Stéphane Lemoine', 'Wendy Lacroix'],
    lent: [
      ['Paulette Renard', 'Henri Vautrin'],
      ['Aïssata Sow', 'Paul Aubry'],
    ],
  })
  const { session, vote, meet, idOf } = held
  await noteDiscussion(
    meet('20:20'),
    (await session()).items[0]!.id,
    'Ghislaine Perrot demande qui paiera les réparations. Moussa Cissé répond qu’une ligne de 2 000 € est prévue chaque année.',
  )
  for (const name of [
    'Henri Vautrin',
    'Ghislaine Perrot',
    'Armand Tissot',
    'Coralie Mouton',
    'Djibril Camara',
    'Ludovic Barbier',
    'Salomé Kieffer',
  ])
    await askManner(meet('20:25'), await session(), (await session()).items[0]!, idOf(name), 'named')
  await vote(
    0,
    'Ouvrir l’atelier partagé, et signer la convention de cogestion pour trois ans.',
    { 'Henri Vautrin': 'against', 'Paulette Renard': 'against', 'Ghislaine Perrot': 'abstention', 'Armand Tissot': 'abstention' },
    { manner: 'named' },
  )
  await vote(
    1,
    'Verser 3 500 € aux Jardins du Lavoir.',
    { 'Armand Tissot': 'abstention' },
    { withdrawn: ['Nadège Ribeiro', 'elle est trésorière de l’association'] },
  )
  const { assembly, items } = await session()
  const put = { itemId: items[2]!.id, question: 'Désigner Tristan Le Bihan délégué au syndicat de l’Yvette.', manner: 'secret' as const }
  await openVote(meet('21:10'), await session(), { ...put, majority: assembly.charter.vote.majority, nomination: true })
  const papers = { all: { for: 20, against: 3, abstention: 0, blank: 4 } }
  await countPapers(meet('21:20'), await session(), (await session()).votes.at(-1)!, papers)
  await closeVote(meet('21:22'), await session(), (await session()).votes.at(-1)!)
  const wish = Object.fromEntries(
    [...people.keys()]
      .filter(name => !['Henri Vautrin', 'Paulette Renard', 'Armand Tissot', 'Coralie Mouton'].includes(name))
      .map(name => [name, 'against' as const]),
  )
  await vote(3, 'Demander l’étude d’un stationnement payant au centre.', wish)
  await close(meet('22:10'), await session())
  await writeMinutes(meetingsWorld(on(here, held.days - 4, 'claire')), await session(), minutesOf(await session(), held.at('22:10').now))
  const main = { budgetYear: held.day.slice(0, 4), budgetName: 'Budget principal' }
  await published(
    here,
    held,
    [
      { matter: '8.9', ...main, amount: 4_200_000, ...(fabLab ? { measures: [{ measure: fabLab, stage: 'same' as const }] } : {}) },
      { matter: '7.5', ...main, amount: 350_000 },
      { matter: '5.3' },
      { matter: '9.4', isTransmissible: false, received: false },
      { matter: '8.8', point: 4 },
    ],
    { listAfter: 5, textsAfter: 4 },
  )
  await corrected(here, held)
  return session()
}

/** A slip in a published text: the correction stands beside it, with its reason. */
const corrected = async (here: Here, { id, days }: Evening) => {
  const { deliberations } = await deliberationsOf(here, { meeting: id }, { size: 20, start: 0 })
  const grant = deliberations.find(one => one.matter === '7.5')
  const known = grant && (await deliberationById(here, grant.id))
  if (!known) return
  const later = on(here, days - 9, 'claire')
  await correctDeliberation(later, known.id, { ...known, text: `${known.text}\n\n**Article 2.** La dépense est inscrite au compte 65748.` })
  await publishDeliberation(later, known.id, {
    signedBy: 'Solange Arnoux, maire',
    secretary: 'Corentin Maillard',
    reason: 'Le compte où la dépense est inscrite avait été oublié.',
    sessionOver: true,
  })
}

/** The next one approves the first minutes; its list is published, one text waits for the prefecture, another is still a draft. */
export const autumn = async (here: Here, people: People, first: Session, purchasing: string | null): Promise<void> => {
  const held = await evening(here, people, 6, {
    title: 'Séance du conseil municipal : achats responsables, école',
    items: [
      {
        title: 'Acheter de façon responsable : règles et parts minimales',
        note: 'La mesure du programme, dans sa deuxième version, après six amendements d’habitants. La part des achats faits à moins de 50 km est publiée chaque année.',
        ...(purchasing ? { link: `/mesures/${purchasing}` } : {}),
      },
      {
        title: 'Travaux de l’école du Lavoir : demande de fonds de concours',
        note: 'La communauté du Plateau peut prendre en charge un tiers des 186 000 € de travaux.',
      },
    ],
    away: ['Henri Vautrin'],
    lent: [['Stéphane Lemoine', 'Djibril Camara']],
  })
  const { session, vote, meet } = held
  const earlier = (await councilSession(here, first.meeting.id))!
  await approveMinutes(meet('20:10'), earlier, await session(), '')
  await vote(0, 'Adopter les règles d’achat responsable et leurs parts minimales.', {
    'Ghislaine Perrot': 'against',
    'Armand Tissot': 'against',
    'Coralie Mouton': 'abstention',
  })
  await vote(1, 'Demander à la communauté du Plateau un fonds de concours de 62 000 €.', {})
  await close(meet('21:40'), await session())
  await published(
    here,
    held,
    [{ matter: '1.7', received: false, ...(purchasing ? { measures: [{ measure: purchasing, stage: 'decided' as const }] } : {}) }],
    { listAfter: 2, textsAfter: 2 },
  )
}

/** The session to come, convened; a councillor has answered. */
export const announced = async (here: Here, digital: string | null, farming: string | null): Promise<void> => {
  const assembly = await ensureCouncil(here)
  const day = thursday(addDays(here.today, 16))
  const clerk = on(here, 1, 'claire')
  const id = await planMeeting(meetingsWorld(clerk), assembly, {
    ...room,
    title: 'Séance du conseil municipal : espace numérique, terres, budget',
    startsAt: instantInParis(day, '20:00'),
    endsAt: instantInParis(day, '22:30'),
  })
  const session = async () => (await councilSession(clerk, id))!
  const items: readonly Item[] = [
    {
      title: 'Ouvrir un espace public numérique municipal',
      note: 'Local, horaires, et poste de conseiller numérique. La mesure est encore ouverte aux contributions.',
      ...(digital ? { link: `/mesures/${digital}` } : {}),
    },
    {
      title: 'Louer deux parcelles communales à des maraîchers',
      note: 'Deux candidatures, bail rural à clauses environnementales de neuf ans.',
      ...(farming ? { link: `/mesures/${farming}` } : {}),
    },
    {
      title: 'Débat sur les orientations budgétaires',
      note: 'Le rapport est joint. Le débat ne donne pas lieu à un vote sur le budget lui-même.',
    },
  ]
  for (const item of items) await askItem(meetingsWorld(clerk), await session(), item, 'chair')
  await convene(meetingsWorld(clerk), await session(), '')
  await register(meetingsWorld(on(here, 0, 'paul')), await session(), cast.paul.id, 'coming')
}
