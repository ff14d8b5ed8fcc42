import {
  addPolicy,
  addResource,
  archiveResource,
  bookingsOn,
  cancelBooking,
  changePolicy,
  changeResource,
  policyVersions,
  type Resource,
  resourceById,
  resourcesOf,
  type RulesGiven,
} from '#engines/booking'
import { type Here, owner } from '../schema.ts'

export interface Machine extends Resource {
  readonly risk: number
  readonly permit: string
  readonly permitLabel: string
  readonly permitMonths: number
  readonly model: string
  readonly care: string
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
    await changePolicy(world, machine.policy, {
      rules: { ...latest.rules, documents: [safetyDocument(edition)] },
      since,
      source: latest.source,
    })
  }
}

/** Changes what is said of a machine. A permit that is asked, or no longer, is asked from today on. */
export const changeMachine = async (world: Here, machine: Machine, change: MachineFacts): Promise<void> => {
  const { name, description, place, risk, model, care, permitLabel, permitMonths } = change
  const permit = permitLabel === '' ? '' : machine.permit || `fablab:machine-${machine.id}`
  await changeResource(world, machine.id, { name, description, place })
  await world.db
    .updateTable('fablab.machine')
    .set({ risk, model, care, permit, permit_label: permitLabel, permit_months: permitMonths })
    .where('body_id', '=', world.body.id)
    .where('resource_id', '=', machine.id)
    .execute()
  const [latest] = await policyVersions(world, machine.policy)
  if (!latest || (permit === machine.permit && permitLabel === machine.permitLabel)) return
  const permits = permit === '' ? [] : [{ permit, label: permitLabel, path: '/fablab/formations' }]
  const since = latest.since > world.today ? latest.since : world.today
  await changePolicy(world, machine.policy, { rules: { ...latest.rules, permits }, since, source: latest.source })
}
export interface MachineFacts {
  readonly name: string
  readonly description: string
  readonly place: string
  readonly risk: number
  readonly model: string
  readonly care: string
  /** What people call the permit; empty: none is needed. */
  readonly permitLabel: string
  readonly permitMonths: number
}

/** A machine that a person of the team describes: free, under the usual rules and the safety rules in force, until its page of rules says otherwise. */
export const installMachine = async (world: Here, facts: MachineFacts, calendar: string, edition: number | null): Promise<string> => {
  const id = await addMachine(world, {
    ...facts,
    kind: '',
    position: (await machines(world)).length,
    calendar,
    permit: null,
    rules: {
      ...usualRules,
      ...(edition === null ? {} : { documents: [safetyDocument(edition)] }),
    },
    source: '',
    since: world.today,
  })
  const machine = await machineById(world, id)
  if (machine) await changeMachine(world, machine, facts)
  return id
}
const usualRules: RulesGiven = {
  advance: { mostDays: 45 },
  perWeek: { minutes: 480 },
  length: { step: 30, least: 30, most: 180 },
  cancelUntil: 120,
  checkInMinutes: 30,
  waiting: { offerHours: 24 },
  reminderHours: 24,
}
const safetyDocument = (edition: number) => ({
  document: 'fablab:securite',
  edition,
  label: 'Règlement de sécurité',
  path: '/fablab/reglement',
})

/** It can no longer be booked; what was still to come is cancelled, and each person reads why. @returns how many */
export const retireMachine = async (world: Here, machine: Machine, reason: string): Promise<number> => {
  const coming = await bookingsOn(world, machine.id, { startsAt: world.now, endsAt: '9999-12-31T00:00:00.000Z' })
  const people = coming.filter(one => one.kind === 'time' && one.startsAt > world.now)
  for (const booking of people) await cancelBooking(world, booking, { reason, runs: true })
  await archiveResource(world, machine.id)
  return people.length
}
