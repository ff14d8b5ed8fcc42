import { z } from 'zod'
import { settingsOf } from '#kernel/settings'
import type { Here } from './schema.ts'

/** What the commune chooses for its committees. */
export const settings = {
  candidates: {
    label: { fr: 'Qui peut être candidat à un siège d’usager', en: 'Who may apply for a seat of users' },
    hint: {
      fr: 'Habitants vérifiés : leur adresse a été vérifiée par la mairie. Toute personne inscrite : aussi celles qui viennent d’ailleurs et utilisent le service.',
      en: 'Verified residents: the town hall checked their address. Anyone registered: also people from elsewhere who use the service.',
    },
    schema: z.enum(['verified', 'registered']),
    default: 'verified',
    options: () =>
      Promise.resolve([
        { value: 'verified', label: { fr: 'Habitants vérifiés', en: 'Verified residents' } },
        { value: 'registered', label: { fr: 'Toute personne inscrite', en: 'Anyone registered' } },
      ]),
  },
} as const

export const verifiedOnly = async (world: Here): Promise<boolean> =>
  (await settingsOf(world, 'committees', settings)).candidates === 'verified'
