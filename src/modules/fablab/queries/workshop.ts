import type { Here } from '../schema.ts'

export interface RulesEdition {
  readonly edition: number
  readonly text: string
  readonly since: string
}
/** The safety rules in force today: their latest edition, or null. */
export const safetyRules = async ({ db, body, today }: Here): Promise<RulesEdition | null> =>
  (await db
    .selectFrom('fablab.rules_edition')
    .select(['edition', 'text', 'since'])
    .where('body_id', '=', body.id)
    .where('since', '<=', today)
    .orderBy('edition', 'desc')
    .executeTakeFirst()) ?? null

/** Writes a new edition, in force from that day. @returns its number */
export const writeRules = async (world: Here, text: string, since: string): Promise<number> => {
  const last = await world.db
    .selectFrom('fablab.rules_edition')
    .select(eb => eb.fn.max('edition').as('edition'))
    .where('body_id', '=', world.body.id)
    .executeTakeFirst()
  const edition = (last?.edition ?? 0) + 1
  await world.db
    .insertInto('fablab.rules_edition')
    .values({ body_id: world.body.id, edition, text, since, written_by: world.actor.personId })
    .execute()
  return edition
}

/** What is to be used during a booking; the key of the table refuses what the machine refuses. */
export const declareUse = (world: Here, booking: string, machine: string, material: string) =>
  world.db
    .insertInto('fablab.use')
    .values({ body_id: world.body.id, booking_id: booking, resource_id: machine, material_id: material })
    .execute()

export const usesOf = async ({ db, body }: Here, booking: string): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('fablab.use')
      .select('material_id')
      .where('body_id', '=', body.id)
      .where('booking_id', '=', booking)
      .orderBy('material_id')
      .execute()
  ).map(row => row.material_id)

/** Notes what was used; the charge is written beside, in the booking's account. */
export const noteConsumption = (world: Here, booking: string, material: string, quantity: number, cents: number) =>
  world.db
    .insertInto('fablab.consumption')
    .values({
      body_id: world.body.id,
      booking_id: booking,
      material_id: material,
      quantity: String(quantity),
      cents,
      noted_by: world.actor.onBehalf?.keyedBy ?? world.actor.personId,
      noted_at: world.now,
    })
    .execute()

export interface Project {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly machines: string
  readonly by: string | null
  readonly at: string
}
const projects = ({ db, body }: Here) =>
  db
    .selectFrom('fablab.project')
    .select(['id', 'title', 'text', 'machines', 'made_by as by', 'made_at as at'])
    .where('body_id', '=', body.id)
export const projectById = (world: Here, id: string): Promise<Project | undefined> =>
  projects(world).where('id', '=', id).executeTakeFirst()
export const latestProjects = (world: Here, page: { readonly size: number; readonly start: number }): Promise<readonly Project[]> =>
  projects(world).orderBy('id', 'desc').limit(page.size).offset(page.start).execute()
export const addProject = async (
  world: Here,
  project: { readonly title: string; readonly text: string; readonly machines: string },
): Promise<string> => {
  const { id } = await world.db
    .insertInto('fablab.project')
    .values({ body_id: world.body.id, ...project, made_by: world.actor.personId, made_at: world.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
/** What the files of a project are kept as. */
export const projectFiles = 'fablab.project'
export const filesOf = ({ db, body }: Here, project: string) =>
  db
    .selectFrom('fablab.project_file')
    .select(['id', 'file_id as file', 'name', 'size'])
    .where('body_id', '=', body.id)
    .where('project_id', '=', project)
    .orderBy('id')
    .limit(50)
    .execute()
export const addFile = (world: Here, project: string, file: { readonly id: string; readonly name: string; readonly size: number }) =>
  world.db
    .insertInto('fablab.project_file')
    .values({ body_id: world.body.id, project_id: project, file_id: file.id, name: file.name, size: file.size })
    .execute()
