import { clocksAbout, giveAnswer } from '#engines/answers'
import { sql } from '#kernel/db'
import { type CastName, daysAgo, member } from '#kernel/demonstration'
import { addPerson, recordResidence } from '#kernel/people'
import { addDays } from '#kernel/rules'
import { readServices } from '#modules/catalogue'
import { latestMeasures } from '#modules/measures'
import { archive, type InventedStatement, library, market } from './data/invented.ts'
import { invent } from './data/inventArchive.ts'
import { type Invented, inventParticipants, lot } from './data/invent.ts'
import { addConsultation, type Draft, enterStep } from './queries/changeConsultation.ts'
import { consultationById } from './queries/consultations.ts'
import { castVote } from './queries/castVote.ts'
import { keepLiveMap } from './queries/maps.ts'
import { keySheet, printRun, printSheets, sheetById } from './queries/sheets.ts'
import { addSeeds, proposeStatement, statements } from './queries/statements.ts'
import { computeMaps } from './results/computeMaps.ts'
import { importPolis } from './results/importPolis.ts'
import { publish } from './results/publish.ts'
import type { ConsultationId, Here } from './schema.ts'

/** Four invented consultations: one open with three groups, one whose results were published and answered, an archive, a draft. */
export const demo = async (here: Here): Promise<void> => {
  const residents = await inventResidents(here)
  await openMarket(here, residents)
  await publishedLibrary(here, residents)
  await keepArchive(here)
  await addSeeds(
    at(here, 1, 'claire'),
    await addConsultation(at(here, 1, 'claire'), {
      ...frame(here, -7, 30),
      title: 'Comment se déplacer demain entre les hameaux et la gare ?',
      introduction: 'La navette, le vélo, le covoiturage : avant d’écrire la mesure, dites ce que vous vivez.',
      purpose: 'Préparer la mesure « Un bus pour tous les usages ».',
    }),
    [
      'La navette passe trop tôt le matin.',
      'Il manque un abri à la gare.',
      'La route des hameaux est dangereuse à vélo.',
      'Je covoiturerais si je trouvais avec qui.',
      'Le dernier train devrait être attendu.',
    ],
  )
}

const frame = (here: Here, opened: number, closesIn: number): Draft => ({
  title: '',
  introduction: '',
  organiser: `${here.body.name}, service de la participation`,
  purpose: '',
  followUp: 'La mairie répond à chaque point que tous les groupes partagent, dans les deux mois, et dit ce qui change.',
  resultsAt: 'Sur cette page, et affichés à la mairie',
  measure: null,
  service: null,
  moderated: 'before',
  whoAdds: 'anyone',
  opensOn: addDays(here.today, -opened),
  closesOn: addDays(here.today, closesIn),
})

const openMarket = async (here: Here, residents: readonly string[]) => {
  const measure = (await latestMeasures(here.db, here.body.id, 200)).find(one => one.title.includes('marché'))
  const id = await addConsultation(at(here, 20, 'claire'), {
    ...frame(here, 18, 12),
    title: 'Que doit devenir le marché ?',
    introduction:
      'La halle va être rénovée, et la commune **reprend le marché en main**. Avant d’écrire le cahier des charges, dites ce qui compte pour vous : une phrase à la fois, autant que vous voulez.',
    purpose: 'Écrire avec les habitants et les commerçants le cahier des charges du marché rénové.',
    measure: measure?.id ?? null,
  })
  await addSeeds(
    at(here, 20, 'claire'),
    id,
    market.filter(one => one.isSeed).map(one => one.text),
  )
  await enterStep(at(here, 18, 'claire'), id, 'opened')
  const people = inventParticipants('marché', market, [46, 39, 29])
  await addOwn(at(here, 15, 'sophie'), id, market.slice(14, 15))
  await addOwn(at(here, 12, 'amina'), id, market.slice(15, 16))
  await addOwn(at(here, 9, 'jeanne'), id, market.slice(16, 17))
  await keepVotes(here, id, people, residents, 18)
  for (const [name, days, seen] of [
    ['amina', 12, 9],
    ['louis', 6, 14],
    ['mathilde', 3, 6],
  ] as const)
    for (let statement = 1; statement <= seen; statement += 1) {
      const { id: person } = member(name)
      const vote = lot(name, statement) > 0.35 ? 1 : -1
      await castVote(at(here, days, name), id, { person, isVerified: true }, { statement, vote })
    }
  await proposeStatement({ ...at(here, 0, 'nour'), actor: nobody }, id, {
    text: 'On devrait pouvoir louer un panier à roulettes.',
    participant: null,
    readFirst: true,
  })
  const run = await printRun(at(here, 10, 'claire'), await printSheets(at(here, 10, 'claire'), id, 8, await shown(here, id)))
  for (const { id: sheet } of run?.list.slice(0, 3) ?? []) {
    const found = await sheetById(here, sheet)
    if (found) await keySheet(at(here, 4, 'helene'), found, inventParticipants(`feuille ${sheet}`, market, [0, 1, 0])[0]!.answers)
  }
  await keepLiveMap(here, id, await computeMaps(here, id))
}

const publishedLibrary = async (here: Here, residents: readonly string[]) => {
  const service = (await readServices(here.db as never, here.body.id, 'médiathèque'))[0]?.id ?? null // the catalogue's own tables
  const id = await addConsultation(at(here, 62, 'claire'), {
    ...frame(here, 60, -25),
    title: 'Quand la médiathèque doit-elle ouvrir ?',
    introduction: 'Les horaires changent à l’automne. Dites ce qui vous arrange, et ce qui vous gêne.',
    purpose: 'Choisir les horaires d’automne.',
    service,
    whoAdds: 'nobody',
  })
  await addSeeds(
    at(here, 62, 'claire'),
    id,
    library.map(one => one.text),
  )
  await enterStep(at(here, 60, 'claire'), id, 'opened')
  await keepVotes({ ...here, today: addDays(here.today, -25) }, id, inventParticipants('bibliothèque', library, [34, 26]), residents, 34)
  await enterStep(at(here, 24, 'claire'), id, 'closed')
  const consultation = await consultationById(here.db, here.body.id, id)
  if (consultation) await publish(at(here, 22, 'claire'), consultation, '')
  const signing = at(here, 8, 'paul')
  const [clock] = await clocksAbout(signing, `consultation:${id}`)
  if (clock)
    await giveAnswer(signing, clock, {
      verdict: 'partly',
      text: 'Une **boîte de retour** sera posée en janvier : les deux groupes la demandent. Six places au calme ouvrent dans la salle du haut.\n\nLe dimanche matin divise : nous l’essayerons un dimanche par mois, avec un agent, et nous compterons qui vient.',
      reviewOn: null,
      signedFunction: 'Adjoint aux services publics',
    })
}

const keepArchive = async (here: Here) => {
  const about = {
    organiser: 'Commune d’Orsigny-la-Vallée (inventée)',
    purpose: 'Archive d’une consultation passée.',
    followUp: 'Voir sa source.',
  }
  const id = await importPolis(
    at(here, 30, 'claire'),
    {
      ...about,
      title: 'Orsigny-la-Vallée : le jardin partagé (archive)',
      introduction: 'Une consultation de la commune voisine, gardée pour comparer.',
      source: 'Orsigny-la-Vallée, site de consultation de la commune',
      licence: 'Licence Ouverte 2.0',
    },
    invent(addDays(here.today, -400), archive, inventParticipants('jardin', archive, [9, 7])),
  )
  await keepLiveMap(here, id, await computeMaps(here, id))
}

const addOwn = async (world: Here, id: ConsultationId, own: readonly InventedStatement[]) => {
  for (const { text } of own) await proposeStatement(world, id, { text, participant: null, readFirst: false })
}

const shown = async (here: Here, id: ConsultationId) => (await statements(here, id)).map(({ number, text }) => ({ number, text }))

/** Two in five are residents who signed in; the others answered without account. Most come little by little, some on one evening. */
const keepVotes = async (here: Here, id: ConsultationId, people: readonly Invented[], residents: readonly string[], days: number) => {
  const lines = people.map((one, at) => {
    const inBurst = at % 9 === 4
    const hours = inBurst ? 24 * Math.floor(days / 3) + lot('hour', one.name) * 5 : lot('day', one.name) * 24 * (days - 1) + 2
    const joined = new Date(Date.parse(`${here.today}T19:00:00Z`) - hours * 3_600_000)
    const resident = inBurst || at % 5 > 1 ? null : (residents[Math.floor(at / 5) * 2 + (at % 5)] ?? null)
    return { ...one, joined, resident, device: resident ? null : Buffer.from(`${id} ${one.name}`.padEnd(16, '.')).subarray(-16) }
  })
  const { rows } = await sql<{ id: string }>`
    insert into consultations.participant (body_id, consultation_id, device_key, person_id, is_verified, channel, joined_at)
    select ${here.body.id}, ${id}, t.device, t.person, t.person is not null, 'screen', t.joined
    from unnest(${lines.map(one => one.device)}::bytea[], ${lines.map(one => one.resident)}::uuid[], ${lines.map(one => one.joined.toISOString())}::timestamptz[])
      with ordinality as t (device, person, joined, at) order by t.at returning id`.execute(here.db)
  const votes = lines.flatMap(({ answers, joined }, at) =>
    answers.map((answer, n) => ({ ...answer, participant: rows[at]!.id, at: new Date(joined.getTime() + n * 9000).toISOString() })),
  )
  await sql`
    insert into consultations.vote (body_id, consultation_id, participant_id, statement, value, voted_at)
    select ${here.body.id}, ${id}, t.participant, t.statement, t.value, t.at
    from unnest(${votes.map(one => one.participant)}::bigint[], ${votes.map(one => one.statement)}::int[], ${votes.map(one => one.vote)}::smallint[], ${votes.map(one => one.at)}::timestamptz[])
      as t (participant, statement, value, at)`.execute(here.db)
}

const firstNames = ['Adèle', 'Bastien', 'Chloé', 'Driss', 'Élodie', 'Farid', 'Gaëlle', 'Hugo', 'Iris', 'Joël']
const lastNames = ['Arnaud', 'Besson', 'Cordier', 'Delmas', 'Estève']
/** Fifty invented residents whose address was checked. */
const inventResidents = async (here: Here): Promise<readonly string[]> => {
  const made: string[] = []
  for (const last of lastNames)
    for (const first of firstNames) {
      const personId = await addPerson(here.db, here.body.id, { name: `${first} ${last}`, invented: true })
      await recordResidence(here.db, here.body.id, { personId, proof: 'document-seen', since: addDays(here.today, -300) })
      made.push(personId)
    }
  return made
}

const nobody: Here['actor'] = { personId: null, name: '', roles: new Set(['visitor']), services: [], college: null, onBehalf: null }

/** The same commune some days ago, in the hands of that person. */
const at = (here: Here, days: number, who: CastName): Here =>
  daysAgo(here, days, member(who), `09:${String(10 + (days % 40)).padStart(2, '0')}`)
