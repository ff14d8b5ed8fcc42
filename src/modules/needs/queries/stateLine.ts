import { interested, noLongerInterested } from '#engines/following'
import { registerContent } from '#engines/moderation'
import { record } from '#kernel/journal'
import type { College } from '#kernel/people'
import { linePath } from '../rules/sitePath.ts'
import type { Kind } from '../rules/life.ts'
import type { Here, LineId } from '../schema.ts'

export const lineSubject = (id: LineId) => `need:${id}`
export const precisionSubject = (id: string) => `need-precision:${id}`
interface Author {
  readonly personId: string
  readonly college: College
}
export interface StatedLine {
  readonly service: string
  readonly round: string | null
  readonly kind: Kind
  readonly what: string
  readonly audience: string
  readonly place: string
  readonly change: string
  readonly evidence: string
}

const channelOf = ({ actor }: Here) => ({ channel: actor.onBehalf?.channel ?? 'screen', keyed_by: actor.onBehalf?.keyedBy ?? null })

/** Publishes a line, signed, and puts it in the hands of moderation. @returns its number */
export const stateLine = async (world: Here, author: Author, line: StatedLine): Promise<LineId> => {
  const { service, round, ...words } = line
  const key = { body_id: world.body.id, college: author.college }
  const { id } = await world.db
    .insertInto('needs.line')
    .values({
      ...key,
      ...words,
      service_id: service,
      round_id: round,
      author_id: author.personId,
      ...channelOf(world),
      stated_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('needs.credit')
    .values({ ...key, line_id: id, person_id: author.personId })
    .execute()
  await interested(world, lineSubject(id), author.personId, 'author')
  await record(world, 'need.stated', { subject: lineSubject(id), content: { line: id, service, kind: line.kind } })
  await registerContent(world, {
    subject: lineSubject(id),
    authorId: author.personId,
    text: [line.what, line.audience, line.place, line.change].filter(Boolean).join('\n'),
    url: linePath(id),
  })
  return id
}

/** “I see it too”: once per person; saying it again changes nothing. */
export const agree = async (world: Here, line: LineId, author: Author) => {
  const done = await world.db
    .insertInto('needs.agreement')
    .values({
      body_id: world.body.id,
      line_id: line,
      person_id: author.personId,
      college: author.college,
      ...channelOf(world),
      agreed_at: world.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (done.numInsertedOrUpdatedRows === 0n) return
  await interested(world, lineSubject(line), author.personId, 'supporter')
  await record(world, 'need.agreed', { subject: lineSubject(line), content: { line } })
}

/** Takes it back; the journal keeps both facts. */
export const disagree = async (world: Here, line: LineId, personId: string) => {
  const done = await world.db
    .deleteFrom('needs.agreement')
    .where('body_id', '=', world.body.id)
    .where('line_id', '=', line)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (done.numDeletedRows === 0n) return
  await noLongerInterested(world, lineSubject(line), personId, 'supporter')
  await record(world, 'need.agreement-withdrawn', { subject: lineSubject(line), content: { line } })
}

/** Adds a short precision to a line. */
export const addPrecision = async (world: Here, line: LineId, author: Author, text: string) => {
  const { id } = await world.db
    .insertInto('needs.precision')
    .values({
      body_id: world.body.id,
      line_id: line,
      text,
      college: author.college,
      author_id: author.personId,
      ...channelOf(world),
      written_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await interested(world, lineSubject(line), author.personId, 'author')
  await record(world, 'need.precision-added', { subject: lineSubject(line), content: { line, precision: id } })
  await registerContent(world, { subject: precisionSubject(id), authorId: author.personId, text, url: `${linePath(line)}#precisions` })
}
