import type { Here } from '../schema.ts'

export const addSheet = async ({ db, body, today, actor }: Here, person: string, text: Buffer): Promise<string> => {
  const { id } = await db
    .insertInto('digital_space.sheet')
    .values({ body_id: body.id, person_id: person, made_on: today, made_by: actor.personId, text })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
const columns = ['id', 'person_id as person', 'made_on as madeOn', 'made_by as madeBy', 'text'] as const
export const sheetById = ({ db, body }: Pick<Here, 'db' | 'body'>, id: string) =>
  db.selectFrom('digital_space.sheet').select(columns).where('body_id', '=', body.id).where('id', '=', id).executeTakeFirst()
export const sheetsOf = ({ db, body }: Pick<Here, 'db' | 'body'>, person: string) =>
  db
    .selectFrom('digital_space.sheet')
    .select(['id', 'made_on as madeOn'])
    .where('body_id', '=', body.id)
    .where('person_id', '=', person)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
export const removeSheet = ({ db, body }: Pick<Here, 'db' | 'body'>, id: string) =>
  db.deleteFrom('digital_space.sheet').where('body_id', '=', body.id).where('id', '=', id).execute()
