import { sql } from '#kernel/db'
import type { Here } from '../schema.ts'
import { isSigned, Terms, type Version, versionOn } from '../rules/terms.ts'

export interface Deliberation {
  readonly body: number
  readonly number: string
  readonly heldOn: string
}
export interface Convention extends Version {
  readonly agreement: number
  /** The commune that wrote it. */
  readonly body: number
  readonly title: string
  readonly because: string
  readonly writtenAt: string
  readonly deliberations: readonly Deliberation[]
}
export interface Departure {
  readonly body: number
  readonly leavesOn: string
  readonly number: string
  readonly reason: string
}

/** Every version that this commune may read, by agreement, the latest first. */
export const conventionsOf = async (world: Pick<Here, 'db'>, agreement: number | null = null): Promise<readonly Convention[]> => {
  const { rows } = await sql<Omit<Convention, 'terms' | 'deliberated'> & { terms: unknown }>`
    select c.id::text as id, c.body_id as body, c.agreement_id as agreement, c.number, c.title, c.starts_on as "startsOn", c.ends_on as "endsOn",
      c.terms, c.because, c.written_at as "writtenAt",
      coalesce((select jsonb_agg(jsonb_build_object('body', d.body_id, 'number', d.number, 'heldOn', d.held_on) order by d.held_on, d.body_id)
        from shared_equipment.deliberation d where d.convention_id = c.id), '[]') as deliberations
    from shared_equipment.convention c where (${agreement}::integer is null or c.agreement_id = ${agreement}::integer)
    order by c.agreement_id, c.number desc limit 200`.execute(world.db)
  return rows.map(row => ({ ...row, terms: Terms.parse(row.terms), deliberated: row.deliberations.map(one => one.body) }))
}

export interface Agreement {
  readonly id: number
  readonly title: string
  /** The version in force today; before any is signed, none. */
  readonly inForce: Convention | null
  /** The latest, signed or not. */
  readonly latest: Convention
  readonly versions: readonly Convention[]
}
/** The agreements of this commune for shared equipment, each with its versions. */
export const agreementsOf = async (world: Pick<Here, 'db' | 'today'>): Promise<readonly Agreement[]> => {
  const versions = await conventionsOf(world)
  return [...new Set(versions.map(one => one.agreement))].map(id => {
    const own = versions.filter(one => one.agreement === id)
    const [latest] = own
    const inForce = versionOn(own, world.today)
    return { id, title: (inForce ?? latest!).title, inForce, latest: latest!, versions: own } // each agreement comes from one of its versions
  })
}
export const agreementById = async (world: Pick<Here, 'db' | 'today'>, id: number): Promise<Agreement | undefined> =>
  (await agreementsOf(world)).find(one => one.id === id)

/** Waits for this commune's deliberation: it is a member and has recorded none. */
export const awaitsUs = (version: Convention, body: number): boolean =>
  !isSigned(version) && version.terms.members.some(one => one.body === body) && !version.deliberated.includes(body)

export const departuresOf = async ({ db }: Pick<Here, 'db'>, agreement: number): Promise<readonly Departure[]> => {
  const { rows } = await sql<Departure>`select body_id as body, leaves_on as "leavesOn", number, reason from shared_equipment.departure
    where agreement_id = ${agreement} order by leaves_on, body_id`.execute(db)
  return rows
}

export interface BodyName {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly population: number | null
}
/** The public bodies of this instance, which is public: who may be invited, and how each is called. */
export const bodiesHere = async ({ db }: Pick<Here, 'db'>): Promise<readonly BodyName[]> => {
  const { rows } =
    await sql<BodyName>`select id, slug, name, population from kernel.body where closed_at is null order by name, id limit 500`.execute(db)
  return rows
}
export const bodyNames = async (world: Pick<Here, 'db'>): Promise<ReadonlyMap<number, string>> =>
  new Map((await bodiesHere(world)).map(one => [one.id, one.name]))
