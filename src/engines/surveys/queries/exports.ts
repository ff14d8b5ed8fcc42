import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { sql } from '#kernel/db'
import { fileResponse, forgetFile, storeFile } from '#kernel/files'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { columnsOf } from '../rules/columns.ts'
import { own } from '../tables.ts'
import { questionnaireById } from './questionnaires.ts'
import { responseCounts, responsesAfter } from './responses.ts'

const purpose = 'questionnaires.export'
/** Answers written in one go: each go is a transaction of its own, whose progress can be seen when it ends. */
const perPart = 10_000
const perRead = 1000
export const partWritten = 'answers.export-part-written'

/** How far an export is. */
export interface ExportProgress {
  readonly id: string
  readonly total: number
  readonly done: number
  readonly askedAt: string
  readonly finishedAt: string | null
}

/** Begins writing every answer to files, or goes on with what was interrupted, behind the scenes. Returns the number of the export. */
export const beginExport = async (world: AnyWorld, questionnaire: string): Promise<string> => {
  const unfinished = (await exportsOf(world, questionnaire)).find(one => one.finishedAt === null)
  if (unfinished) {
    await record(world, partWritten, { subject: `export:${unfinished.id}`, content: {} })
    return unfinished.id
  }
  const { total } = await responseCounts(world, questionnaire)
  const { id } = await own(world.db)
    .insertInto('questionnaires.export')
    .values({
      body_id: world.body.id,
      questionnaire_id: questionnaire,
      total,
      asked_by: world.actor.personId,
      asked_at: world.now,
      finished_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, partWritten, { subject: `export:${id}`, content: { part: 0 } })
  return id
}

/** Writes the next part of an export and says so, which calls for the one after it; nothing when it is finished. */
export const writePart = async (world: AnyWorld, id: string): Promise<void> => {
  const { db, body } = world
  const { rows } = await sql<{ questionnaire: string; last: string; done: number }>`
    select questionnaire_id as questionnaire, last_id as last, done from questionnaires.export
    where body_id = ${body.id} and id = ${id} and finished_at is null for update`.execute(db)
  const begun = rows[0]
  const questionnaire = begun && (await questionnaireById(world, begun.questionnaire))
  if (!begun || !questionnaire) return
  const columns = columnsOf(questionnaire.content, 'fr')
  const head = ['number', 'received_on', 'channel', 'language', ...columns.map(column => column.name)]
  let text = begun.done === 0 ? line([head]) : ''
  let last = begun.last
  let written = 0
  while (written < perPart) {
    const responses = await responsesAfter(world, begun.questionnaire, last, perRead)
    text += line(
      responses.map(one => [one.id, one.receivedOn, one.channel, one.language, ...columns.map(column => column.valueOf(one.answers))]),
    )
    written += responses.length
    last = responses.at(-1)?.id ?? last
    if (responses.length < perRead) break
  }
  const isLast = written < perPart
  if (text !== '') {
    const number = Math.floor(begun.done / perPart) + 1
    const stored = await storeFile(world, { bytes: new TextEncoder().encode(text), name: `reponses-${id}-${number}.csv`, purpose })
    if (!stored.ok) throw new Error('A part of an export was refused by the store.')
    const part = { body_id: body.id, export_id: id, number, file_id: stored.file.id, rows: written }
    await own(db).insertInto('questionnaires.export_part').values(part).execute()
  }
  await own(db)
    .updateTable('questionnaires.export')
    .set({ done: begun.done + written, last_id: last, finished_at: isLast ? world.now : null })
    .where('body_id', '=', body.id)
    .where('id', '=', id)
    .execute()
  if (!isLast) await record(world, partWritten, { subject: `export:${id}`, content: {} })
}

const line = (rows: readonly (readonly (string | number | null)[])[]) =>
  rows.length === 0
    ? ''
    : stringify(
        rows.map(row => [...row]),
        { escape_formulas: true },
      )

export const exportsOf = ({ db, body }: Pick<AnyWorld, 'db' | 'body'>, questionnaire: string): Promise<readonly ExportProgress[]> =>
  own(db)
    .selectFrom('questionnaires.export')
    .select(['id', 'total', 'done', 'asked_at as askedAt', 'finished_at as finishedAt'])
    .where('body_id', '=', body.id)
    .where('questionnaire_id', '=', questionnaire)
    .orderBy('id', 'desc')
    .limit(10)
    .execute()

/** The finished file, its parts one after the other; null while it is being written, or once it is removed. */
export const exportFile = async (world: AnyWorld, questionnaire: string, id: string): Promise<ReadableStream<Uint8Array> | null> => {
  const { rows } = await sql<{ file: string }>`
    select p.file_id as file from questionnaires.export e
    join questionnaires.export_part p on p.body_id = e.body_id and p.export_id = e.id
    where e.body_id = ${world.body.id} and e.questionnaire_id = ${questionnaire} and e.id = ${id} and e.finished_at is not null
    order by p.number`.execute(world.db)
  const parts: ReadableStream<Uint8Array>[] = []
  for (const { file } of rows) {
    const response = await fileResponse(world, file, { purpose })
    if (!response?.body) return null
    parts.push(response.body)
  }
  return parts.length === 0 ? null : (Readable.toWeb(Readable.from(chunks(parts))) as ReadableStream<Uint8Array>) // Node's and the web's type of the same stream
}
async function* chunks(parts: readonly ReadableStream<Uint8Array>[]) {
  for (const part of parts) yield* part
}

/** Removes exports asked before that instant, with their files; returns how many. */
export const forgetExports = async (world: AnyWorld, before: string): Promise<number> => {
  const { rows } = await sql<{ file: string }>`
    select p.file_id as file from questionnaires.export e
    join questionnaires.export_part p on p.body_id = e.body_id and p.export_id = e.id
    where e.body_id = ${world.body.id} and e.asked_at < ${before}`.execute(world.db)
  for (const { file } of rows) await forgetFile(world, file)
  const gone = await own(world.db)
    .deleteFrom('questionnaires.export')
    .where('body_id', '=', world.body.id)
    .where('asked_at', '<', before)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
