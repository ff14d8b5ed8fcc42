import { z } from 'zod'

/** What a commune chooses about accounts. */
export const settings = {
  vouchesNeeded: {
    label: { fr: 'Voisins qui se portent garants', en: 'Neighbours who vouch' },
    hint: {
      fr: 'Combien d’habitants vérifiés doivent se porter garants pour qu’une adresse soit reconnue. 0 : la commune ne l’accepte pas.',
      en: 'How many verified residents must vouch before a residence is recognised. 0: the commune does not accept it.',
    },
    schema: z.int().min(0).max(10),
    default: 3,
  },
  vouchesAYear: {
    label: { fr: 'Garanties par habitant et par an', en: 'Vouches per resident and per year' },
    schema: z.int().min(1).max(50),
    default: 5,
  },
  parentsAsked: {
    label: { fr: 'Parents qui doivent donner leur accord', en: 'Parents who must agree' },
    hint: {
      fr: 'Pour le compte d’un enfant trop jeune pour consentir seul : un parent (acte usuel, article 372-2 du Code civil) ou tous.',
      en: 'For the account of a child too young to consent alone: one parent (usual act, Code civil 372-2) or all.',
    },
    schema: z.enum(['one', 'all']),
    default: 'one' as const,
  },
} as const
