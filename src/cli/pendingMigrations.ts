import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Database } from '#kernel/db'
import { kernelRooms } from '#kernel/house'
import { engines, services } from '../services.ts'

/** Migrations of this version that this database has not gone through (`kernel/0001-foundation.sql`), or went through otherwise. */
export const pendingMigrations = async (owner: Database): Promise<readonly string[]> => {
  const { rows } = await owner.pool.query('select room, name, digest from kernel.migration')
  const applied = new Map(rows.map(row => [`${row.room}/${row.name}`, row.digest]))
  const pending: string[] = []
  for (const { id, migrations } of [...kernelRooms, ...engines, ...services]) {
    if (!migrations) continue
    for (const file of (await readdir(migrations)).filter(name => name.endsWith('.sql')).toSorted()) {
      const digest = createHash('sha256')
        .update(await readFile(new URL(file, migrations)))
        .digest('hex')
      if (applied.get(`${id}/${file}`) !== digest) pending.push(`${id}/${file}`)
    }
  }
  return pending
}
