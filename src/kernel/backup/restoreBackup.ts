import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { type MigratedRoom, migrate } from '#kernel/db'
import { storage } from '#kernel/files'
import { readArchive } from './archive.ts'
import { inspectBackup } from './inspectBackup.ts'
import type { Manifest } from './manifest.ts'
import { plainSession } from './plainSession.ts'
import { plainName, quoted, readReferences, readTables } from './structure.ts'
import { unknownMigrations } from './unknownMigrations.ts'

export interface RestorePlan {
  readonly ownerUrl: string
  readonly path: string
  /** The kernel's rooms and all others, in order. */
  readonly rooms: readonly MigratedRoom[]
  /** Keeps a key found in the archive. */
  readonly keepSecret: (name: string, value: string) => void
  readonly tell?: (line: string) => void
}

/**
 * Fills an empty database with a backup, of this version or an earlier one: the structure as it was is made by its own
 * migrations, the rows are written in one transaction, then newer migrations bring it to this version.
 * @throws before anything is written when the archive is damaged or comes from a newer version
 */
export const restoreBackup = async (plan: RestorePlan): Promise<Manifest> => {
  const manifest = await inspectBackup(plan.path)
  const unknown = await unknownMigrations(manifest, plan.rooms)
  if (unknown.length > 0) {
    throw new Error(
      `${plan.path} was made by Yvette ${manifest.yvette}, newer than or foreign to this one (${unknown.join(', ')}): upgrade first.`,
    )
  }
  const then = new Set(manifest.migrations.map(({ room, name }) => `${room}/${name}`))
  await migrate(plan.ownerUrl, plan.rooms, undefined, file => then.has(file))
  await fill(plan, manifest)
  await migrate(plan.ownerUrl, plan.rooms, plan.tell)
  return manifest
}

const fill = async (plan: RestorePlan, manifest: Manifest) => {
  const client = await plainSession(plan.ownerUrl, 'yvette-restore')
  try {
    await client.query('begin')
    const there = new Map((await readTables(client)).map(table => [table.name, table]))
    const missing = manifest.tables.find(({ name, columns }) => columns.some(column => !there.get(name)?.columns.includes(column)))
    if (missing) throw new Error(`The structure of ${missing.name} is not the one that was saved.`)
    const references = await readReferences(client)
    for (const { drop } of references) await client.query(drop)
    for (const name of there.keys()) await client.query(`alter table ${name} disable trigger user`)
    if (there.size > 0) await client.query(`truncate ${[...there.keys()].join(', ')}`)
    await load(client, plan, manifest)
    for (const { name, value, called } of manifest.sequences)
      await client.query('select setval($1::regclass, $2, $3)', [name, value, called])
    for (const name of there.keys()) await client.query(`alter table ${name} enable trigger user`)
    for (const { add } of references) await client.query(add)
    await client.query('commit')
    await client.query('analyze').catch(() => {}) // statistics of catalogues we do not own are left as they are
  } finally {
    await client.end()
  }
}

/** Goes through the archive once; parts of one table follow one another. */
const load = async (client: pg.Client, plan: RestorePlan, manifest: Manifest) => {
  const tables = new Map(manifest.tables.map(table => [plainName(table.name), table]))
  for await (const { name, content } of readArchive(plan.path)) {
    const [kind, ...rest] = name.split('/')
    if (kind === 'files') await storage().put(rest.join('/'), content)
    else if (kind === 'secrets.json') for (const [key, value] of Object.entries(secretsIn(content))) plan.keepSecret(key, value)
    else if (kind === 'tables') {
      const table = tables.get(rest[0] ?? '')
      if (!table) throw new Error(`${name} belongs to no table.`)
      if (rest[1] === '000001.copy') plan.tell?.(`${table.name} ${table.rows}`)
      await copyIn(client, `copy ${table.name} (${quoted(table.columns)}) from stdin`, content)
    }
  }
  for (const { name, rows } of manifest.tables) {
    const { rows: found } = await client.query(`select count(*)::int as rows from ${name}`)
    if (found[0].rows !== rows) throw new Error(`${name} should have ${rows} rows, not ${found[0].rows}.`)
  }
}

const copyIn = (client: pg.Client, statement: string, content: Buffer) =>
  new Promise<void>((resolve, reject) => {
    const stream = client.query(from(statement))
    stream.once('error', reject)
    stream.once('finish', () => resolve())
    stream.end(content)
  })

const secretsIn = (content: Buffer): Record<string, string> => JSON.parse(content.toString('utf8'))
