import type { World } from '#kernel/world'

/** The address a person gave, read as that person. */
export const emailOf = async (world: Pick<World, 'db'>, personId: string): Promise<string | null> => {
  const row = await world.db.selectFrom('kernel.contact').select('email').where('person_id', '=', personId).executeTakeFirst()
  return row?.email ?? null
}
