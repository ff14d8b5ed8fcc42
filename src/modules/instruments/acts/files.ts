import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { type FileKind, fileSubject, fileUrl, type LegalFile } from '../legalFile.ts'
import { sentences } from '../locales/index.ts'
import type { Count } from '../rules/outcomeOf.ts'

export interface FileText {
  readonly title: string
  readonly question: string
  readonly area: string
  readonly councilOn: string
  readonly transmittedOn: string | null
  readonly wishedOn: string | null
  readonly lastOn: string | null
  readonly measure: string | null
  readonly petition: string | null
}

/** Opens the file of a vote or of a participation. @returns its number */
export const openFile = async (world: AnyWorld, kind: FileKind, text: FileText): Promise<string> => {
  const { db, body, actor, now } = world
  const { rows } = await sql<{ id: string }>`insert into instruments.legal_file (body_id, kind, opened_by, opened_at)
    values (${body.id}, ${kind}, ${actor.personId}, ${now}) returning id`.execute(db)
  const { id } = rows[0]!
  await writeVersion(world, id, 1, text)
  await record(world, 'legal-file.opened', {
    subject: fileSubject(id),
    content: { kind, ...text, notify: told(id, text, 'told.file-opened') },
  })
  return id
}

/** Writes it again: the earlier versions stay. Two at once cannot take the same number. */
export const changeFile = async (world: AnyWorld, file: LegalFile, text: FileText): Promise<void> => {
  await writeVersion(world, file.id, file.version + 1, text)
  await record(world, 'legal-file.changed', {
    subject: fileSubject(file.id),
    content: { ...text, notify: told(file.id, text, 'told.file-changed') },
  })
}

/** An item of the list is ready, or no longer is. */
export const tick = async (world: AnyWorld, file: LegalFile, item: string): Promise<void> => {
  const { db, body, actor, now } = world
  const isDone = file.done.some(one => one.item === item)
  if (isDone)
    await sql`delete from instruments.file_check where body_id = ${body.id} and file_id = ${file.id} and item = ${item}`.execute(db)
  else
    await sql`insert into instruments.file_check (body_id, file_id, item, done_by, done_at)
      values (${body.id}, ${file.id}, ${item}, ${actor.personId}, ${now})`.execute(db)
  await record(world, isDone ? 'legal-file.item-reopened' : 'legal-file.item-done', { subject: fileSubject(file.id), content: { item } })
}

/** Writes the count that the polling stations proclaimed. */
export const recordResult = async (world: AnyWorld, file: LegalFile, count: Count & { readonly source: string }): Promise<void> => {
  const { db, body, actor, now } = world
  await sql`insert into instruments.file_result (body_id, file_id, number, registered, voters, blank, yes, no, source, recorded_by, recorded_at)
    select ${body.id}, ${file.id}, coalesce(max(number), 0) + 1, ${count.registered}::integer, ${count.voters}::integer, ${count.blank}::integer,
      ${count.yes}::integer, ${count.no}::integer, ${count.source}::text, ${actor.personId}::uuid, ${now}::timestamptz
    from instruments.file_result where body_id = ${body.id} and file_id = ${file.id}`.execute(db)
  await record(world, 'legal-file.counted', {
    subject: fileSubject(file.id),
    content: { ...count, notify: told(file.id, file, 'told.file-counted') },
  })
}

const writeVersion = ({ db, body, actor, now }: AnyWorld, id: string, number: number, text: FileText) =>
  sql`insert into instruments.file_version (body_id, file_id, number, title, question, area, council_on, transmitted_on, wished_on, last_on,
      measure_id, petition_id, written_by, written_at)
    values (${body.id}, ${id}, ${number}, ${text.title}, ${text.question}, ${text.area}, ${text.councilOn}, ${text.transmittedOn}, ${text.wishedOn},
      ${text.lastOn}, ${text.measure}, ${text.petition}, ${actor.personId}, ${now})`.execute(db)

const told = (
  id: string,
  { title, measure, petition }: Pick<FileText, 'title' | 'measure' | 'petition'>,
  what: 'told.file-opened' | 'told.file-changed' | 'told.file-counted',
) => ({
  subject: fileSubject(id),
  also: [...(measure ? [`measure:${measure}`] : []), ...(petition ? [`petition:${petition}`] : [])],
  title,
  url: fileUrl(id),
  what: sentences(what),
})
