import { createHash } from 'node:crypto'
import { type AnyDb, sql } from '#kernel/db'
import { crockford, readCode } from './crockford.ts'

const length = 5
// Codes seen written, for each connection: another database knows nothing of them.
const seen = new WeakMap<AnyDb, Set<string>>()
const knownTo = (db: AnyDb) => {
  const known = seen.get(db) ?? new Set<string>()
  seen.set(db, known)
  return known
}

interface Place {
  readonly db: AnyDb
  readonly body: { readonly id: number }
}

/**
 * The short code printed on the form that lives at this path, `4K7R29`: the same path always gets the same one.
 * The first time a connection meets a path it writes it down, so that the desk can find it again.
 */
export const formCode = async (world: Place, path: string): Promise<string> => {
  const known = knownTo(world.db)
  for (let salt = 0; ; salt += 1) {
    const code = codeOf(path, salt)
    if (/[*~$=U]$/.test(code)) continue // a check symbol that is hard to say on the telephone
    const mark = `${world.body.id} ${code} ${path}`
    if (known.has(mark)) return code
    const { rows } = await sql<{ path: string }>`select path from paper.form where body_id = ${world.body.id} and code = ${code}`.execute(
      world.db,
    )
    if (!rows[0]) {
      await sql`insert into paper.form (body_id, code, path) values (${world.body.id}, ${code}, ${path}) on conflict do nothing`.execute(
        world.db,
      )
      return code
    }
    if (rows[0].path !== path) continue // another path owns this code: the next one is tried
    if (known.size > 5_000) known.clear()
    known.add(mark)
    return code
  }
}

/** Where a typed code leads, or null: mistyped, or never printed here. */
export const pathOfCode = async (world: Place, typed: string): Promise<{ readonly code: string; readonly path: string } | null> => {
  const code = readCode(typed, length)
  if (!code) return null
  const { rows } = await sql<{ path: string }>`select path from paper.form where body_id = ${world.body.id} and code = ${code}`.execute(
    world.db,
  )
  return rows[0] ? { code, path: rows[0].path } : null
}

const codeOf = (path: string, salt: number) =>
  crockford(createHash('sha256').update(`${salt} ${path}`).digest().readUIntBE(0, 4) % 32 ** length, length)
