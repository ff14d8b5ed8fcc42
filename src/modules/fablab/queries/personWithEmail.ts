import type { Here } from '../schema.ts'

/** Somebody known here by that address, or null; only whoever may read addresses finds anyone. */
export const personWithEmail = async ({ db, body }: Here, email: string): Promise<string | null> => {
  const row = await db
    .selectFrom('kernel.contact as c')
    .innerJoin('kernel.presence as p', 'p.person_id', 'c.person_id')
    .select('c.person_id')
    .where('p.body_id', '=', body.id)
    .where('c.email', '=', email)
    .executeTakeFirst()
  return row?.person_id ?? null
}
