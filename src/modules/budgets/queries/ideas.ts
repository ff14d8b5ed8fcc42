import { interested } from '#engines/following'
import { type AnyDb, sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { College } from '#kernel/people'
import type { AnyWorld } from '#kernel/world'
import type { IdeaState } from '../rules/ideas.ts'
import type { BudgetId, Here, IdeaId } from '../schema.ts'
import { ideaPath, ideaSubject } from '../rules/sitePath.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>

export interface Idea {
  readonly id: IdeaId
  readonly budget: BudgetId
  readonly sector: string | null
  readonly sectorName: string | null
  readonly title: string
  readonly text: string
  readonly place: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly version: number
  readonly authorId: string | null
  readonly author: string | null
  readonly college: College
  readonly keyedBy: string | null
  readonly at: string
  readonly state: IdeaState
  /** What it costs once studied and admissible, integer cents. */
  readonly costCents: number | null
  /** The idea it was merged into. */
  readonly into: IdeaId | null
  readonly measure: string | null
  readonly fileId: string | null
}

const state = sql`case when m.idea_id is not null then 'merged' when w.idea_id is not null then 'withdrawn' else coalesce(s.outcome, 'idea') end`
const columns = sql`i.id, i.budget_id as budget, i.sector_id as sector, c.name as "sectorName", i.title, i.text, i.place_text as place, i.latitude,
  i.longitude, i.version, i.author_id as "authorId", (select p.name from kernel.person p where p.id = i.author_id) as author, i.college,
  (select p.name from kernel.person p where p.id = i.keyed_by) as "keyedBy", i.proposed_at as at, ${state} as state,
  s.cost_cents::float8 as "costCents", m.into_id as into, (select k.measure_id from budgets.measure k where k.body_id = i.body_id and k.idea_id = i.id) as measure,
  i.file_id as "fileId"`
const tables = sql`budgets.idea i
  left join budgets.sector c on c.body_id = i.body_id and c.id = i.sector_id
  left join budgets.merge m on m.body_id = i.body_id and m.idea_id = i.id
  left join budgets.withdrawal w on w.body_id = i.body_id and w.idea_id = i.id
  left join lateral (select s.outcome, s.cost_cents from budgets.study s where s.body_id = i.body_id and s.idea_id = i.id order by s.id desc limit 1) s on true`
/** Nothing that moderation set apart. */
const isShown = sql`not exists (select from moderation.content k where k.body_id = i.body_id and k.subject = 'budget-idea:' || i.id and k.state <> 'visible')`

export interface IdeasAsked {
  readonly budget: BudgetId
  readonly sector?: string | null
  readonly state?: IdeaState | null
  readonly words?: string
}

const asking = ({ budget, sector, state: wanted, words }: IdeasAsked) => sql`and i.budget_id = ${budget}
  ${sector ? sql`and i.sector_id = ${sector}` : sql``}
  ${wanted ? sql`and ${state} = ${wanted}` : sql`and m.idea_id is null and w.idea_id is null`}
  ${words ? sql`and i.words @@ websearch_to_tsquery('kernel.french', ${words})` : sql``}`

/** Ideas of a budget in the order they came; what moderation set apart, was merged or withdrawn is left out unless it is asked for. */
export const readIdeas = async (
  { db, body }: Where,
  asked: IdeasAsked,
  page: { readonly size: number; readonly start: number } = { size: 500, start: 0 },
): Promise<readonly Idea[]> =>
  (
    await sql<Idea>`select ${columns} from ${tables} where i.body_id = ${body.id} and ${isShown} ${asking(asked)}
      order by i.id limit ${page.size} offset ${page.start}`.execute(db)
  ).rows

export const countIdeas = async ({ db, body }: Where, asked: IdeasAsked): Promise<number> =>
  (
    await sql<{ n: number }>`select count(*)::int as n from ${tables} where i.body_id = ${body.id} and ${isShown} ${asking(asked)}`.execute(
      db,
    )
  ).rows[0]?.n ?? 0

/** The projects that are put to the vote: judged admissible, neither merged nor withdrawn. */
export const readProjects = (world: Where, budget: BudgetId) => readIdeas(world, { budget, state: 'admissible' })

export const readIdea = async ({ db, body }: Where, id: IdeaId): Promise<Idea | null> =>
  (await sql<Idea>`select ${columns} from ${tables} where i.body_id = ${body.id} and i.id = ${id}`.execute(db)).rows[0] ?? null

/** Ideas that came of those merged into it. */
export const mergedInto = async ({ db, body }: Where, id: IdeaId): Promise<readonly Idea[]> =>
  (await sql<Idea>`select ${columns} from ${tables} where i.body_id = ${body.id} and m.into_id = ${id} order by i.id limit 100`.execute(db))
    .rows

/** Ideas of the same budget whose words look like these, the likeliest first. */
export const similarIdeas = async ({ db, body }: Where, budget: BudgetId, title: string, except: IdeaId | null = null) =>
  (
    await sql<Idea>`select ${columns} from ${tables} where i.body_id = ${body.id} and i.budget_id = ${budget} and ${isShown}
        and m.idea_id is null and w.idea_id is null and i.id is distinct from ${except}::bigint and similarity(i.title, ${title}) > 0.25
      order by similarity(i.title, ${title}) desc, i.id limit 4`.execute(db)
  ).rows

export const findIdeas = async ({ db, body }: Where, asked: string, limit: number) =>
  (
    await sql<
      Idea & { rank: number }
    >`select ${columns}, ts_rank(i.words, websearch_to_tsquery('kernel.french', ${asked})) as rank from ${tables}
      where i.body_id = ${body.id} and ${isShown} and i.words @@ websearch_to_tsquery('kernel.french', ${asked})
        and exists (select from budgets.budget b where b.body_id = i.body_id and b.id = i.budget_id and b.published_at is not null)
      order by rank desc, i.id limit ${limit}`.execute(db)
  ).rows

export interface IdeaWords {
  readonly title: string
  readonly text: string
  readonly sector: string | null
  readonly place: string
  readonly latitude: number | null
  readonly longitude: number | null
}
export interface IdeaVersion {
  readonly number: number
  readonly title: string
  readonly text: string
  readonly place: string
  readonly at: string
}

/** Keeps an idea. @returns its number */
export const addIdea = async (
  world: Here,
  budget: BudgetId,
  author: { readonly personId: string | null; readonly college: College },
  words: IdeaWords,
  fileId: string | null = null,
): Promise<IdeaId> => {
  const { id } = await world.db
    .insertInto('budgets.idea')
    .values({
      body_id: world.body.id,
      budget_id: budget,
      sector_id: words.sector,
      title: words.title,
      text: words.text,
      place_text: words.place,
      latitude: words.latitude,
      longitude: words.longitude,
      author_id: author.personId,
      college: author.college,
      channel: world.actor.onBehalf?.channel ?? 'screen',
      keyed_by: world.actor.onBehalf?.keyedBy ?? null,
      proposed_at: world.now,
      file_id: fileId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepVersion(world, id, 1, words)
  if (author.personId !== null) {
    await addCredit(world.db, world.body.id, id, author.personId)
    await interested(world, ideaSubject(id), author.personId, 'author')
  }
  if (fileId === null) await record(world, 'budget.idea-proposed', { subject: ideaSubject(id), content: { budget, idea: id } })
  return id
}

const addCredit = (db: AnyDb, body: number, idea: IdeaId, person: string) =>
  sql`insert into budgets.credit (body_id, idea_id, person_id) values (${body}, ${idea}, ${person}) on conflict do nothing`.execute(db)

const keepVersion = (world: Here, id: IdeaId, number: number, { title, text, place }: IdeaWords) =>
  sql`insert into budgets.idea_version (body_id, idea_id, number, title, text, place_text, written_by, written_at)
    values (${world.body.id}, ${id}, ${number}, ${title}, ${text}, ${place}, ${world.actor.personId}, ${world.now})`.execute(world.db)

/** The author writes it anew; what it said before stays readable. */
export const changeIdea = async (world: Here, idea: Idea, words: IdeaWords): Promise<void> => {
  const number = idea.version + 1
  await world.db
    .updateTable('budgets.idea')
    .set({
      title: words.title,
      text: words.text,
      sector_id: words.sector,
      place_text: words.place,
      latitude: words.latitude,
      longitude: words.longitude,
      version: number,
    })
    .where('body_id', '=', world.body.id)
    .where('id', '=', idea.id)
    .execute()
  await keepVersion(world, idea.id, number, words)
  await record(world, 'budget.idea-changed', { subject: ideaSubject(idea.id), content: { idea: idea.id, version: number } })
}

export const readVersions = async ({ db, body }: Where, id: IdeaId): Promise<readonly IdeaVersion[]> =>
  (
    await sql<IdeaVersion>`select number, title, text, place_text as place, written_at as at from budgets.idea_version
      where body_id = ${body.id} and idea_id = ${id} order by number desc limit 50`.execute(db)
  ).rows

/** Names of everyone whose idea it is, its author first. */
export const readCredits = async ({ db, body }: Where, id: IdeaId): Promise<readonly string[]> =>
  (
    await sql<{ name: string }>`select p.name from budgets.credit c join kernel.person p on p.id = c.person_id
      join budgets.idea i on i.body_id = c.body_id and i.id = c.idea_id
      where c.body_id = ${body.id} and c.idea_id = ${id} order by p.id is distinct from i.author_id, p.name limit 100`.execute(db)
  ).rows.map(({ name }) => name)

/** Both become one: its authors are credited in the other, and are told what becomes of it. */
export const mergeIdea = async (world: Here, idea: Idea, into: Idea, reason: string): Promise<void> => {
  const { db, body } = world
  await sql`insert into budgets.merge (body_id, idea_id, into_id, reason, merged_by, merged_at)
    values (${body.id}, ${idea.id}, ${into.id}, ${reason}, ${world.actor.personId}, ${world.now})`.execute(db)
  const { rows } = await sql<{
    person: string
  }>`select person_id as person from budgets.credit where body_id = ${body.id} and idea_id = ${idea.id}`.execute(db)
  for (const { person } of rows) {
    await addCredit(db, body.id, into.id, person)
    await interested(world, ideaSubject(into.id), person, 'author')
  }
  await record(world, 'budget.idea-merged', {
    subject: ideaSubject(idea.id),
    content: { idea: idea.id, into: into.id, reason, notify: tell(idea, ideaPath(into.id), 'merged') },
  })
}

export const withdrawIdea = async (world: Here, idea: Idea, reason: string): Promise<void> => {
  await sql`insert into budgets.withdrawal (body_id, idea_id, reason, withdrawn_by, withdrawn_at)
    values (${world.body.id}, ${idea.id}, ${reason}, ${world.actor.personId}, ${world.now})`.execute(world.db)
  await record(world, 'budget.idea-withdrawn', { subject: ideaSubject(idea.id), content: { idea: idea.id, reason } })
}

const news = {
  merged: {
    fr: 'L’idée est réunie avec une autre ; ses auteurs sont crédités.',
    en: 'The idea was merged with another; its authors are credited.',
  },
  admissible: { fr: 'Étudiée : recevable, avec son coût.', en: 'Studied: admissible, with its cost.' },
  inadmissible: { fr: 'Étudiée : non recevable, avec les raisons.', en: 'Studied: not admissible, with the reasons.' },
  'to-adapt': { fr: 'L’étude demande d’adapter l’idée.', en: 'The study asks to adapt the idea.' },
  message: { fr: 'Un message sur le dossier.', en: 'A message about the file.' },
  answered: { fr: 'La mairie a répondu au recours.', en: 'The town hall answered the appeal.' },
  won: { fr: 'Lauréate : le projet est financé.', en: 'It won: the project is funded.' },
  lost: {
    fr: 'Le projet n’est pas financé cette fois ; le décompte dit pourquoi.',
    en: 'The project is not funded this time; the count says why.',
  },
  measure: { fr: 'Le projet est devenu une mesure de la commune.', en: 'The project became a measure of the commune.' },
} as const

/** What the followers of an idea are told. */
export const tell = ({ id, title }: Pick<Idea, 'id' | 'title'>, url: string, what: keyof typeof news) => ({
  subject: ideaSubject(id),
  title,
  url,
  what: news[what],
})
