import { z } from 'zod'
import type { Setting } from '#kernel/world'

/** What the commune chooses about its surveys. */
export const surveySettings = {
  'keying.double': {
    label: { fr: 'Saisie des feuilles de papier', en: 'Keying sheets of paper' },
    hint: {
      fr: 'Double : deux personnes différentes saisissent chaque feuille, et les écarts sont tranchés.',
      en: 'Double: two different people key each sheet, and differences are settled.',
    },
    schema: z.enum(['double', 'single']),
    default: 'double',
    options: async () => [
      { value: 'double', label: { fr: 'Double saisie', en: 'Double keying' } },
      { value: 'single', label: { fr: 'Simple saisie', en: 'Single keying' } },
    ],
  },
  'open.days': {
    label: { fr: 'Durée la plus courte d’une enquête, en jours', en: 'Shortest time a survey is open, in days' },
    schema: z.coerce.number().int().min(1).max(90),
    default: 7,
  },
} as const satisfies Record<string, Setting>
