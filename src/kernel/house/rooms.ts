import { existsSync } from 'node:fs'
import type { MigratedRoom } from '#kernel/db'

/** The kernel's own rooms that have tables, in the order in which they are built. */
export const kernelRooms: readonly MigratedRoom[] = ['db', 'people', 'journal', 'jobs', 'auth', 'mail', 'files']
  .map(id => ({ id: id === 'db' ? 'kernel' : id, migrations: new URL(`../${id}/migrations/`, import.meta.url) }))
  .filter(room => existsSync(room.migrations))
