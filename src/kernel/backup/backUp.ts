import { existsSync, renameSync, rmSync } from 'node:fs'
import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { storage } from '#kernel/files'
import { type ArchiveWriter, sha256, writeArchive } from './archive.ts'
import type { Manifest } from './manifest.ts'
import { plainSession } from './plainSession.ts'
import { plainName, quoted, readSequences, readTables, type TableShape } from './structure.ts'

export interface BackupPlan {
  readonly ownerUrl: string
  readonly path: string
  /** Version of Yvette. */
  readonly version: string
  /** Keys to put in the archive: without them it cannot be read whole elsewhere. Null leaves them out. */
  readonly secrets: Readonly<Record<string, string>> | null
  readonly tell?: (line: string) => void
}

/**
 * Writes everything into one file: one snapshot of the whole database, and the files it names, while the application goes
 * on. Memory does not grow with the data. The file appears under its name only once it is whole.
 * @throws when the file exists, or cannot be written
 */
export const backUp = async (plan: BackupPlan): Promise<Manifest> => {
  if (existsSync(plan.path)) throw new Error(`${plan.path} already exists.`)
  const draft = `${plan.path}.part`
  const client = await plainSession(plan.ownerUrl, 'yvette-backup')
  try {
    await client.query('begin transaction isolation level repeatable read, read only')
    const archive = writeArchive(draft)
    const manifest = await save(client, archive, plan)
    await archive.add('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
    await archive.finish()
    renameSync(draft, plan.path)
    return manifest
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

const save = async (client: pg.Client, archive: ArchiveWriter, plan: BackupPlan): Promise<Manifest> => {
  const { rows: about } = await client.query(`select now() as at, current_setting('server_version') as postgres, kind from kernel.instance`)
  if (!about[0]) throw new Error('This database was never set up: there is nothing to save.')
  const { rows: migrations } = await client.query('select room, name, digest from kernel.migration order by applied_at, room, name')
  const tables: Manifest['tables'] = []
  for (const table of await readTables(client)) {
    const rows = await saveTable(client, archive, table)
    if (rows > 0) plan.tell?.(`${table.name} ${rows}`)
    tables.push({ ...table, columns: [...table.columns], rows })
  }
  const sequences = await readSequences(client)
  const { files, missing } = await saveFiles(client, archive)
  if (files.length > 0) plan.tell?.(`files ${files.length}`)
  if (plan.secrets) await archive.add('secrets.json', Buffer.from(JSON.stringify(plan.secrets)))
  return {
    format: 1,
    yvette: plan.version,
    postgres: about[0].postgres,
    at: new Date(about[0].at).toISOString(), // the clock of the database
    kind: about[0].kind,
    migrations,
    tables,
    sequences,
    files,
    missing,
    secrets: plan.secrets !== null,
    entries: archive.entries.map(([name, digest]) => [name, digest]),
  }
}

const chunk = 4_000_000

/** Rows in the text form of COPY, cut between two rows into parts whose size is known before they are written. */
const saveTable = async (client: pg.Client, archive: ArchiveWriter, { name, columns }: TableShape): Promise<number> => {
  const stream: AsyncIterable<Buffer> = client.query(to(`copy (select ${quoted(columns)} from ${name}) to stdout`)) // a copy stream yields buffers
  let waiting: Buffer[] = []
  let size = 0
  let part = 0
  let rows = 0
  const flush = async () => {
    const content = Buffer.concat(waiting)
    const end = content.lastIndexOf(newline) + 1
    const rest = content.subarray(end)
    part += 1
    waiting = rest.length > 0 ? [rest] : []
    size = rest.length
    await archive.add(`tables/${plainName(name)}/${String(part).padStart(6, '0')}.copy`, content.subarray(0, end))
  }
  for await (const bytes of stream) {
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) rows += 1
    waiting.push(bytes)
    size += bytes.length
    if (size >= chunk) await flush()
  }
  if (size > 0) await flush()
  return rows
}
const newline = 10 // within a value it is written as two characters

const saveFiles = async (client: pg.Client, archive: ArchiveWriter) => {
  const { rows: present } = await client.query("select to_regclass('files.file') is not null as present")
  if (!present[0].present) return { files: [], missing: [] }
  const { rows } = await client.query('select key from files.file order by key')
  const files: { key: string; sha256: string }[] = []
  const missing: string[] = []
  for (const { key } of rows) {
    const content = await storage()
      .getBytes(key)
      .then(Buffer.from)
      .catch(() => null)
    if (!content) missing.push(key)
    else {
      files.push({ key, sha256: sha256(content) })
      await archive.add(`files/${key}`, content)
    }
  }
  return { files, missing }
}
