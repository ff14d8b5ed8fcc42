import { z } from 'zod'
import { settingsOf } from '#kernel/settings'
import type { World } from '#kernel/service'
import type { Tables } from './schema.ts'

/** How one enters the working group of a measure. */
export const groupSettings = {
  groupAdmission: {
    label: { fr: 'Entrée dans les groupes de travail', en: 'Joining working groups' },
    hint: {
      fr: 'Libre : chacun entre dès qu’il le demande. Sur accord : la personne qui tient la plume, ou la mairie, répond avec une raison.',
      en: 'Free: one joins by asking. By agreement: whoever holds the pen, or the town hall, answers with a reason.',
    },
    schema: z.enum(['free', 'agreement']),
    default: 'agreement',
  },
} as const

export const admissionOf = async (world: World<Tables>): Promise<'free' | 'agreement'> =>
  (await settingsOf(world, 'measures', groupSettings)).groupAdmission
