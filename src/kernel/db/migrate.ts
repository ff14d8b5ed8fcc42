import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

/** A room of the house with its own SQL files, `0001-name.sql`, applied in order, each once. */
export interface MigratedRoom {
  readonly id: string
  readonly migrations?: URL | undefined
}

/**
 * Brings the database to the structure of this version. Each file runs in its own transaction with its line in
 * kernel.migration; a file changed after it was applied stops everything.
 * @param wanted leaves out the files for which it answers no: a restored backup first gets the structure it had
 * @returns the files applied now, in order
 */
export const migrate = async (
  ownerUrl: string,
  rooms: readonly MigratedRoom[],
  tell: (line: string) => void = () => {},
  wanted: (file: string) => boolean = () => true,
): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'yvette-migrate' })
  await client.connect()
  const applied: string[] = []
  try {
    await client.query("select pg_advisory_lock(hashtext('yvette.migrate'))")
    const known = await appliedFiles(client)
    for (const room of rooms) {
      if (!room.migrations) continue
      for (const file of (await readdir(room.migrations)).filter(name => name.endsWith('.sql')).sort()) {
        if (!wanted(`${room.id}/${file}`)) continue
        const text = await readFile(new URL(file, room.migrations), 'utf8')
        const digest = createHash('sha256').update(text).digest('hex')
        const before = known.get(`${room.id}/${file}`)
        if (before === digest) continue
        if (before)
          throw new Error(
            `${room.id}/${file} a changé depuis qu’il a été appliqué à cette base. Une démonstration se refait : supprimez son dossier de données (./data, ou YVETTE_DATA) et recommencez. En production, revenez à la version qui a fait cette base.`,
          )
        tell(`${room.id}/${file}`)
        try {
          await client.query('begin')
          await client.query(text)
          await client.query('insert into kernel.migration (room, name, digest) values ($1, $2, $3)', [room.id, file, digest])
          await client.query('commit')
        } catch (error) {
          await client.query('rollback')
          throw new Error(`The migration ${room.id}/${file} failed: ${error instanceof Error ? error.message : String(error)}`, {
            cause: error,
          })
        }
        applied.push(`${room.id}/${file}`)
      }
    }
  } finally {
    await client.end()
  }
  return applied
}

const appliedFiles = async (client: pg.Client): Promise<Map<string, string>> => {
  const { rows } = await client.query("select to_regclass('kernel.migration') is not null as there")
  if (!rows[0].there) return new Map()
  const { rows: lines } = await client.query('select room, name, digest from kernel.migration')
  return new Map(lines.map(line => [`${line.room}/${line.name}`, line.digest]))
}
