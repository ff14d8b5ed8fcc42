import { addPolicy, addResource, archiveResource, changeResource, policyNamed, type RulesGiven } from '#engines/booking'
import { storeFile } from '#kernel/files'
import { record } from '#kernel/journal'
import type { Item, ItemFacts } from '../queries/items.ts'
import type { Kind } from '../rules/kinds.ts'
import type { Here } from '../schema.ts'
import { itemPath, owner } from '../where.ts'

export interface NewItem extends ItemFacts {
  readonly name: string
  readonly kind: Kind
  readonly description: string
  readonly place: string
}
export const photoPurpose = 'sharedEquipment.photo'

/** Everything is asked for, and a person of the commune that keeps the thing answers; who waits is served by published priority. */
export const lendingRules: RulesGiven = {
  length: { step: 30, least: 60, most: 14 * 1440 },
  advance: { mostDays: 365 },
  approval: { needed: true, byPriority: true },
  waiting: { offerHours: 72 },
  cancelUntil: 1440,
  reminderHours: 48,
}
const policyFor = async (world: Here, agreement: number): Promise<string> => {
  const name = `prêt ${agreement}`
  return (
    (await policyNamed(world, owner, name)) ??
    (await addPolicy(world, { owner, name, agreement, since: world.today, source: 'Convention de partage', rules: lendingRules }))
  )
}

/** Lends something of this commune to the members of an agreement. @returns its number */
export const addItem = async (world: Here, agreement: number, item: NewItem): Promise<string> => {
  const id = await addResource(world, {
    owner,
    kind: item.kind,
    name: item.name,
    path: itemPath(':id'),
    description: item.description,
    place: item.place,
    calendar: null,
    policy: await policyFor(world, agreement),
    agreement,
  })
  await world.db
    .insertInto('shared_equipment.item')
    .values({ body_id: world.body.id, resource_id: id, agreement_id: agreement, ...columns(item) })
    .execute()
  await record(world, 'sharing.item-added', { subject: `sharedItem:${id}`, content: { item: id, name: item.name } })
  return id
}

export const changeItem = async (world: Here, id: string, item: NewItem): Promise<void> => {
  const { name, kind, description, place } = item
  await changeResource(world, id, { name, kind, description, place })
  await world.db
    .updateTable('shared_equipment.item')
    .set(columns(item))
    .where('body_id', '=', world.body.id)
    .where('resource_id', '=', id)
    .execute()
  await record(world, 'sharing.item-changed', { subject: `sharedItem:${id}`, content: { item: id, name } })
}

/** No longer lent; what was agreed stays. */
export const retireItem = async (world: Here, item: Item, reason: string): Promise<void> => {
  await archiveResource(world, item.id)
  await record(world, 'sharing.item-retired', { subject: `sharedItem:${item.id}`, content: { item: item.id, name: item.name, reason } })
}

const columns = (item: ItemFacts) => ({
  unit: item.unit,
  parts: JSON.stringify(item.parts),
  conditions: item.conditions,
  borrowers: item.borrowers,
  seats: item.seats,
  licence: item.licence,
  needs_driver: item.needsDriver,
  energy: item.energy,
  consumption: item.consumption,
})

/** A photograph that every member of the agreement may see. */
export const addPhoto = async (
  world: Here,
  photo: {
    readonly agreement: number
    readonly resource: string
    readonly inspection: string | null
    readonly bytes: Uint8Array
    readonly name: string
    readonly caption: string
  },
) => {
  const stored = await storeFile(world, { bytes: photo.bytes, name: photo.name, purpose: photoPurpose, agreement: photo.agreement })
  if (!stored.ok) return stored
  await world.db
    .insertInto('shared_equipment.photo')
    .values({
      body_id: world.body.id,
      agreement_id: photo.agreement,
      resource_id: photo.resource,
      inspection_id: photo.inspection,
      file_id: stored.file.id,
      caption: photo.caption,
      added_at: world.now,
    })
    .execute()
  return stored
}
