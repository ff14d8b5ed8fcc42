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
  everyParentAgrees: {
    label: { fr: 'Tous les parents doivent donner leur accord', en: 'Every parent must agree' },
    hint: {
      fr: 'Pour le compte d’un enfant trop jeune pour consentir seul. Sinon un parent suffit (acte usuel, article 372-2 du Code civil).',
      en: 'For the account of a child too young to consent alone. Otherwise one parent is enough (usual act, Code civil 372-2).',
    },
    schema: z.boolean(),
    default: false,
  },
} as const
