import {
  addPolicy,
  addResource,
  changePolicy,
  policyVersions,
  type Resource,
  resourceById,
  resourcesOf,
  type RulesGiven,
} from '#engines/booking'
import { type Here, owner, type Unit } from '../schema.ts'

export interface Machine extends Resource {
  readonly risk: number
  readonly permit: string
  readonly permitLabel: string
  readonly permitMonths: number
  readonly model: string
  readonly care: string
}
export interface Material {
  readonly id: string
  readonly name: string
  readonly unit: Unit
  /** Cents for one unit, with two decimals at most. */
  readonly centsPerUnit: number
}
export interface MachineMaterial extends Material {
  readonly verdict: 'allowed' | 'refused'
  readonly reason: string
}
const facts = ({ db, body }: Here) =>
  db
    .selectFrom('fablab.machine')
    .select(['resource_id as id', 'risk', 'permit', 'permit_label as permitLabel', 'permit_months as permitMonths', 'model', 'care'])
    .where('body_id', '=', body.id)

/** Every machine that is still offered, in the order of the workshop. */
export const machines = async (world: Here): Promise<readonly Machine[]> => {
  const known = new Map((await facts(world).execute()).map(one => [one.id, one]))
  return (await resourcesOf(world, owner)).flatMap(resource => {
    const machine = known.get(resource.id)
    return machine ? [{ ...resource, ...machine }] : []
  })
}
export const machineById = async (world: Here, id: string): Promise<Machine | undefined> => {
  const resource = await resourceById(world, id)
  const machine = await facts(world).where('resource_id', '=', id).executeTakeFirst()
  return resource && machine ? { ...resource, ...machine } : undefined
}

/** Adds a machine under rules of its own: its permit and the safety rules are part of them. @returns its number */
export const addMachine = async (
  world: Here,
  machine: {
    readonly name: string
    readonly kind: string
    readonly description: string
    readonly place: string
    readonly position: number
    readonly calendar: string
    readonly risk: number
    readonly model: string
    readonly care: string
    readonly permit: { readonly name: string; readonly label: string; readonly months: number } | null
    readonly rules: RulesGiven
    readonly source: string
    readonly since: string
  },
): Promise<string> => {
  const { permit } = machine
  const policy = await addPolicy(world, {
    owner,
    name: machine.name,
    since: machine.since,
    source: machine.source,
    rules: { ...machine.rules, ...(permit ? { permits: [{ permit: permit.name, label: permit.label, path: '/fablab/formations' }] } : {}) },
  })
  const id = await addResource(world, { ...machine, owner, policy, path: '/fablab/machines/:id' })
  await world.db
    .insertInto('fablab.machine')
    .values({
      body_id: world.body.id,
      resource_id: id,
      risk: machine.risk,
      permit: permit?.name ?? '',
      permit_label: permit?.label ?? '',
      permit_months: permit?.months ?? 24,
      model: machine.model,
      care: machine.care,
    })
    .execute()
  return id
}

/** From a day on, every machine asks for that edition of the safety rules. */
export const askEdition = async (world: Here, edition: number, since: string): Promise<void> => {
  for (const machine of await machines(world)) {
    const latest = (await policyVersions(world, machine.policy))[0]
    if (!latest) continue
    const documents = [{ document: 'fablab:securite', edition, label: 'Règlement de sécurité', path: '/fablab/reglement' }]
    await changePolicy(world, machine.policy, { rules: { ...latest.rules, documents }, since, source: latest.source })
  }
}

export const addMaterial = async (world: Here, material: Omit<Material, 'id'>): Promise<string> => {
  const { id } = await world.db
    .insertInto('fablab.material')
    .values({ body_id: world.body.id, name: material.name, unit: material.unit, cents_per_unit: String(material.centsPerUnit) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
/** Whether a machine takes a material; a refusal says why. */
export const judgeMaterial = (world: Here, machine: string, material: string, verdict: 'allowed' | 'refused', reason = '') =>
  world.db
    .insertInto('fablab.machine_material')
    .values({ body_id: world.body.id, resource_id: machine, material_id: material, verdict, reason })
    .onConflict(conflict => conflict.columns(['body_id', 'resource_id', 'material_id']).doUpdateSet({ verdict, reason }))
    .execute()

/** What a machine takes, then what it refuses, by name. */
export const materialsOf = async ({ db, body }: Here, machine: string): Promise<readonly MachineMaterial[]> => {
  const rows = await db
    .selectFrom('fablab.machine_material as j')
    .innerJoin('fablab.material as m', join => join.onRef('m.body_id', '=', 'j.body_id').onRef('m.id', '=', 'j.material_id'))
    .select(['m.id', 'm.name', 'm.unit', 'm.cents_per_unit as cents', 'j.verdict', 'j.reason'])
    .where('j.body_id', '=', body.id)
    .where('j.resource_id', '=', machine)
    .orderBy('j.verdict')
    .orderBy('m.name')
    .orderBy('m.id')
    .execute()
  return rows.map(({ cents, ...row }) => ({ ...row, centsPerUnit: Number(cents) }))
}
