import { registerContent } from '#engines/moderation'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { ConsultationId } from '../schema.ts'

export interface Statement {
  readonly number: number
  readonly text: string
  readonly isSeed: boolean
  readonly at: string
}
/** What moderation calls a statement. */
export const subjectOf = (consultation: ConsultationId, number: number) => `statement:${consultation}-${number}`
/** Reads it back. */
export const statementOf = (subject: string): { consultation: ConsultationId; number: number } | null => {
  const found = /^statement:(\d{1,18})-(\d{1,9})$/.exec(subject)
  return found ? { consultation: found[1]!, number: Number(found[2]) } : null
}

const columns = sql`number, text, is_seed as "isSeed", proposed_at as at`

/** The statements shown, by number. */
export const statements = async (
  world: AnyWorld,
  consultation: ConsultationId,
  { from = 0, limit = 5000 }: { from?: number; limit?: number } = {},
): Promise<readonly Statement[]> => {
  const { rows } = await sql<Statement>`
    select ${columns} from consultations.statement
    where body_id = ${world.body.id} and consultation_id = ${consultation} and state = 'visible' and number >= ${from} order by number limit ${limit}`.execute(
    world.db,
  )
  return rows
}

/** Visible statements close to this text, the closest first: so that the same idea is not said twice. */
export const similarTo = async (world: AnyWorld, consultation: ConsultationId, text: string): Promise<readonly Statement[]> => {
  const { rows } = await sql<Statement>`
    select ${columns} from consultations.statement
    where body_id = ${world.body.id} and consultation_id = ${consultation} and state = 'visible'
      and (similarity(text, ${text}) > 0.3 or word_similarity(${text}, text) > 0.6)
    order by similarity(text, ${text}) desc, number limit 5`.execute(world.db)
  return rows
}

/** How many statements this participant, or this person, proposed. */
export const proposedBy = async (
  world: AnyWorld,
  consultation: ConsultationId,
  who: { person: string | null; participant: string | null },
): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from consultations.statement where body_id = ${world.body.id} and consultation_id = ${consultation}
      and not is_seed and (author_id = ${who.person}::uuid or participant_id = ${who.participant}::bigint)`.execute(world.db)
  return rows[0]?.n ?? 0
}

export interface NewStatement {
  readonly text: string
  readonly participant: string | null
  /** Read before it appears, whoever wrote it. */
  readonly readFirst: boolean
}
/** Adds somebody's statement and hands it to moderation. @returns its number, and whether everyone sees it at once */
export const proposeStatement = async (
  world: AnyWorld,
  consultation: ConsultationId,
  { text, participant, readFirst }: NewStatement,
): Promise<{ number: number; state: 'visible' | 'held' | 'hidden' }> => {
  const number = await insert(world, consultation, [text], { isSeed: false, participant })
  const subject = subjectOf(consultation, number)
  const moderated = await registerContent(world, {
    subject,
    authorId: world.actor.personId,
    text,
    url: `/consultations/${consultation}/affirmations?de=${number}`,
    readFirst,
  })
  await sql`update consultations.statement set state = ${moderated.state}, changed_at = ${world.now} where body_id = ${world.body.id} and consultation_id = ${consultation} and number = ${number}`.execute(
    world.db,
  )
  await record(world, 'statement.proposed', { subject, content: { consultation } })
  return { number, state: moderated.state }
}

/** Writes the statements to begin with. */
export const addSeeds = async (world: AnyWorld, consultation: ConsultationId, texts: readonly string[]) => {
  if (texts.length === 0) return
  await insert(world, consultation, texts, { isSeed: true, participant: null })
  await record(world, 'statement.seeded', { subject: `consultation:${consultation}`, content: { texts } })
}

// The consultation's row is locked so that numbers follow one another; votes read it without waiting.
const insert = async (
  world: AnyWorld,
  consultation: ConsultationId,
  texts: readonly string[],
  { isSeed, participant }: { isSeed: boolean; participant: string | null },
): Promise<number> => {
  await sql`select from consultations.consultation where body_id = ${world.body.id} and id = ${consultation} for no key update`.execute(
    world.db,
  )
  const { rows } = await sql<{ number: number }>`
    insert into consultations.statement (body_id, consultation_id, number, text, is_seed, author_id, participant_id, keyed_by, proposed_at, state, changed_at)
    select ${world.body.id}, ${consultation}, (select coalesce(max(number), 0) from consultations.statement where body_id = ${world.body.id} and consultation_id = ${consultation}) + t.at,
      t.text, ${isSeed}, ${world.actor.personId}::uuid, ${participant}::bigint, ${world.actor.onBehalf?.keyedBy ?? null}::uuid, ${world.now}::timestamptz, 'visible', ${world.now}::timestamptz
    from unnest(${[...texts]}::text[]) with ordinality as t (text, at) returning number`.execute(world.db)
  return rows[0]!.number
}

/** Seeds of a draft are written anew each time it is corrected. */
export const replaceSeeds = async (world: AnyWorld, consultation: ConsultationId, texts: readonly string[]) => {
  const before = await statements(world, consultation)
  for (const [at, text] of texts.slice(0, before.length).entries())
    await sql`update consultations.statement set text = ${text}, changed_at = ${world.now} where body_id = ${world.body.id} and consultation_id = ${consultation} and number = ${before[at]!.number}`.execute(
      world.db,
    )
  for (const { number } of before.slice(texts.length))
    await sql`update consultations.statement set state = 'hidden', changed_at = ${world.now} where body_id = ${world.body.id} and consultation_id = ${consultation} and number = ${number}`.execute(
      world.db,
    )
  await addSeeds(world, consultation, texts.slice(before.length))
}

/** Follows what moderation decided. */
export const followModeration = async (world: AnyWorld, subject: string, state: 'visible' | 'hidden') => {
  const found = statementOf(subject)
  if (!found) return
  await sql`update consultations.statement set state = ${state}, changed_at = ${world.now} where body_id = ${world.body.id} and consultation_id = ${found.consultation} and number = ${found.number}`.execute(
    world.db,
  )
}

/** What waits to be read, for those who run the consultation. */
export const heldStatements = async (
  world: AnyWorld,
  consultation: ConsultationId,
): Promise<readonly { number: number; text: string }[]> => {
  const { rows } = await sql<{ number: number; text: string }>`
    select number, text from consultations.statement
    where body_id = ${world.body.id} and consultation_id = ${consultation} and state = 'held' order by number limit 100`.execute(world.db)
  return rows
}
