import type { AnyWorld } from '#kernel/world'
import { bookingDb } from '../where.ts'

/** A page's address may hold the number of its thing, known only once it is written: `:id` is replaced by it. */
export const numberedPath = async (
  world: Pick<AnyWorld, 'db' | 'body'>,
  table: 'booking.resource' | 'booking.session',
  id: string,
  path: string,
): Promise<void> => {
  if (!path.includes(':id')) return
  await bookingDb(world)
    .updateTable(table)
    .set({ path: path.replace(':id', id) })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .execute()
}
