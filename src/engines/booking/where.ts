import type { Db } from '#kernel/db'
import type { World } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import type { Tables } from './tables.ts'

/** The same handle, as this engine's queries see it. */
export const bookingDb = ({ db }: Pick<AnyWorld, 'db'>): Db<Tables> => db as unknown as Db<Tables> // one transaction; only the names of its tables differ
/** The same world, as this engine's acts see it. */
export const bookingWorld = (world: AnyWorld): World<Tables> => world as World<Tables> // as above
/** A time as PostgreSQL writes it: the end is not in it. */
export const rangeOf = ({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string | null }): string =>
  `[${startsAt},${endsAt ?? ''})`
