import type { Setting } from '#kernel/service'
import { settingsOf } from '#kernel/settings'
import { readServices } from '#modules/catalogue'
import { z } from 'zod'
import type { Here } from './schema.ts'

/** Which service of the catalogue this room runs: its measures, its committee and its figures are read there. */
export const sharingSettings = {
  service: {
    label: { fr: 'Service du catalogue', en: 'Service of the catalogue' },
    schema: z.string().regex(/^\d{0,18}$/),
    default: '',
    options: async (world: Here) =>
      (await readServices(world.db, world.body.id)).map(one => ({ value: one.id, label: { fr: one.name, en: one.name } })),
  },
} satisfies Record<string, Setting>

/** The number of the service, or null until the commune chose it. */
export const serviceOf = async (world: Here): Promise<string | null> =>
  (await settingsOf(world, 'sharedEquipment', sharingSettings)).service || null
