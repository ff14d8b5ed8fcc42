import { type AnyDb, sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { modelRules } from '../data/modelRules.ts'
import type { Rule, Rulebook } from '../rules/rulebook.ts'

/** The rules in force, or an earlier version when asked; null when that version does not exist. */
export const rulebook = async (db: AnyDb, body: number, version?: number): Promise<Rulebook | null> => {
  const { rows: books } = await sql<{ version: number; introduction: string; publishedAt: string }>`
    select version, introduction, published_at as "publishedAt" from moderation.rulebook
    where body_id = ${body} and version = coalesce(${version ?? null}::int, version) order by version desc limit 1`.execute(db)
  const book = books[0]
  if (!book) return version === undefined || version === 1 ? { version: 1, publishedAt: null, ...modelRules } : null
  const { rows: rules } = await sql<Rule>`
    select number, title, detail from moderation.rule where body_id = ${body} and version = ${book.version} order by number`.execute(db)
  return { ...book, rules }
}

/** The rules in force, written down so that a decision can name one. */
export const rulebookToApply = async (world: AnyWorld): Promise<Rulebook> => {
  const current = await rulebook(world.db, world.body.id)
  if (current && current.publishedAt !== null) return current
  await insertRulebook(world, { version: 1, ...modelRules }, null)
  return (await rulebook(world.db, world.body.id)) ?? { version: 1, publishedAt: world.now, ...modelRules }
}

/** Publishes a new version; the earlier ones stay readable. */
export const publishRules = async (world: AnyWorld, text: Pick<Rulebook, 'introduction' | 'rules'>): Promise<number> => {
  const { version } = await rulebookToApply(world)
  await insertRulebook(world, { version: version + 1, ...text }, world.actor.personId)
  await record(world, 'rules.published', { subject: `rules:${version + 1}`, content: { version: version + 1 } })
  return version + 1
}

const insertRulebook = async (world: AnyWorld, book: Pick<Rulebook, 'version' | 'introduction' | 'rules'>, by: string | null) => {
  const done = await sql`
    insert into moderation.rulebook (body_id, version, introduction, published_at, published_by)
    values (${world.body.id}, ${book.version}, ${book.introduction}, ${world.now}, ${by})
    ${by === null ? sql`on conflict do nothing` : sql``}`.execute(world.db)
  if (Number(done.numAffectedRows ?? 0) === 0) return
  await sql`
    insert into moderation.rule (body_id, version, number, title, detail)
    select ${world.body.id}, ${book.version}, number, title, detail
    from unnest(${book.rules.map(rule => rule.number)}::int[], ${book.rules.map(rule => rule.title)}::text[], ${book.rules.map(rule => rule.detail)}::text[])
      as t (number, title, detail)`.execute(world.db)
}
