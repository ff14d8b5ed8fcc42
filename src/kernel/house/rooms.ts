import { existsSync } from 'node:fs'
import type { MigratedRoom } from '#kernel/db'
import { files } from '#kernel/files'
import { mail, type Post } from '#kernel/mail'
import type { Room } from '#kernel/service'

/** The kernel's own rooms that have tables, in the order in which they are built. */
export const kernelRooms: readonly MigratedRoom[] = ['db', 'people', 'journal', 'jobs', 'auth', 'mail', 'files']
  .map(id => ({ id: id === 'db' ? 'kernel' : id, migrations: new URL(`../${id}/migrations/`, import.meta.url) }))
  .filter(room => existsSync(room.migrations))

/** The kernel's own rooms that work by themselves and know something about people. Without a post, letters stay where they are. */
export const innerRooms = (post: Post | null): readonly Room[] => [mail(post), files]
