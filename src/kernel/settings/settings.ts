import type { z } from 'zod'
import { type AnyDb, type BodyTables, type Db, sql } from '#kernel/db'
import type { Setting } from '#kernel/world'

type Values<Settings extends Readonly<Record<string, Setting>>> = { readonly [Key in keyof Settings]: z.output<Settings[Key]['schema']> }

/** What the commune chose for this room, with the room's own value where it has not chosen. A stored value that no longer fits counts as not chosen. */
export const settingsOf = async <const Settings extends Readonly<Record<string, Setting>>>(
  world: { readonly db: AnyDb; readonly body: { readonly id: number } },
  room: string,
  settings: Settings,
): Promise<Values<Settings>> => {
  const rows = await (world.db as unknown as Db<BodyTables>) // every world can read settings
    .selectFrom('kernel.setting')
    .select(['key', 'value'])
    .where('body_id', '=', world.body.id)
    .where('room', '=', room)
    .execute()
  const chosen = new Map(rows.map(row => [row.key, row.value]))
  const entries = Object.entries(settings).map(([key, setting]) => {
    const parsed = setting.schema.safeParse(chosen.has(key) ? chosen.get(key) : setting.default)
    return [key, parsed.success ? parsed.data : setting.default]
  })
  return Object.fromEntries(entries) as Values<Settings> // built key by key from the same settings
}

/** Records a choice of the commune; its schema was checked by the form. */
export const changeSetting = (
  world: { readonly db: AnyDb; readonly body: { readonly id: number } },
  room: string,
  key: string,
  value: unknown,
) =>
  sql`insert into kernel.setting (body_id, room, key, value) values (${world.body.id}, ${room}, ${key}, ${JSON.stringify(value)}::jsonb)
    on conflict (body_id, room, key) do update set value = excluded.value, changed_at = now()`.execute(world.db)
