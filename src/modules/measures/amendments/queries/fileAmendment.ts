import type { Operation, Version } from '#engines/texts'
import { record } from '#kernel/journal'
import { placeOf, type Proposal } from '../rules/readProposal.ts'
import type { AmendmentId, Here } from '../schema.ts'

export interface Wording extends Proposal {
  readonly baseVersion: number
  readonly base: Version
  readonly reason: string
  readonly operations: readonly Operation[]
}
interface Author {
  readonly personId: string
  readonly college: 'users' | 'agents' | 'elected'
  /** The page of this site that gave birth to the amendment. */
  readonly origin?: string
}

/** Files an amendment. `wordingFor` is given the prefix of the identities of the paragraphs that it adds. */
export const fileAmendment = async (
  world: Here,
  measure: string,
  author: Author,
  wording: Omit<Wording, 'operations'>,
  operationsFor: (prefix: string) => readonly Operation[],
) => {
  const { place, position } = placeOf(wording.base, wording.paragraphs)
  const { id } = await world.db
    .insertInto('measures.amendment')
    .values({
      body_id: world.body.id,
      measure_id: measure,
      gesture: wording.gesture,
      author_id: author.personId,
      college: author.college,
      channel: world.actor.onBehalf?.channel ?? 'screen',
      keyed_by: world.actor.onBehalf?.keyedBy ?? null,
      filed_at: world.now,
      place,
      position,
      origin: author.origin ?? '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeRevision(world, measure, id, 1, { ...wording, operations: operationsFor(prefixOf(id)) })
  await record(world, 'amendment.filed', {
    subject: `amendment:${id}`,
    content: { measure, amendment: id, ...(author.origin ? { origin: author.origin } : {}) },
  })
  return id
}

/** How the paragraphs that an amendment adds are named: never twice within a measure. */
export const prefixOf = (id: AmendmentId) => `a${id}`

/** Keeps one more wording of an amendment, and what it does paragraph by paragraph. */
export const writeRevision = async (world: Here, measure: string, id: AmendmentId, number: number, wording: Wording) => {
  const key = { body_id: world.body.id, amendment_id: id }
  await world.db
    .insertInto('measures.amendment_revision')
    .values({
      ...key,
      number,
      measure_id: measure,
      base_version: wording.baseVersion,
      paragraphs: wording.paragraphs,
      text: wording.text,
      reason: wording.reason,
      written_at: world.now,
    })
    .execute()
  await world.db
    .insertInto('measures.amendment_operation')
    .values(wording.operations.map((operation, position) => ({ ...key, revision: number, position, ...columnsOf(operation) })))
    .execute()
}

const columnsOf = (operation: Operation) => {
  if (operation.kind === 'add')
    return { kind: operation.kind, paragraph: operation.after, added: operation.added.id, text: operation.added.text }
  return { kind: operation.kind, paragraph: operation.paragraph, added: null, text: operation.kind === 'replace' ? operation.text : null }
}

/** Keeps the author's better wording beside the former ones. */
export const improveAmendment = async (world: Here, measure: string, id: AmendmentId, number: number, wording: Wording) => {
  await writeRevision(world, measure, id, number, wording)
  await world.db
    .updateTable('measures.amendment')
    .set({ revision: number })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .execute()
  await record(world, 'amendment.improved', { subject: `amendment:${id}`, content: { measure, amendment: id, revision: number } })
}
