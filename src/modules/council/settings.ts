import { z } from 'zod'
import type { AnyWorld } from '#kernel/world'
import { settingsOf } from '#kernel/settings'
import { numberings } from './rules/numbering.ts'
import { isSiret } from './rules/scdl.ts'

const numberingWords = {
  'AAAA-N': { fr: '2027-12 : l’année, puis le numéro', en: '2027-12: the year, then the number' },
  'AAAA-NNN': { fr: '2027-012 : l’année, puis trois chiffres', en: '2027-012: the year, then three digits' },
  'DEL-AAAA-NNN': { fr: 'DEL-2027-012', en: 'DEL-2027-012' },
  'AAAAMMJJ-NNN': {
    fr: '20270318-012 : le jour de la séance, puis trois chiffres',
    en: '20270318-012: the day of the session, then three digits',
  },
} as const

/** What the commune chooses for its council, and how it is known to the State. */
export const settings = {
  numbering: {
    label: { fr: 'Numérotation des délibérations', en: 'Numbering of deliberations' },
    hint: {
      fr: 'Le numéro recommence à 1 chaque année. Un numéro déjà donné ne change plus.',
      en: 'The number begins again at 1 each year. A number once given does not change.',
    },
    schema: z.enum(numberings),
    default: 'AAAA-N',
    options: () => Promise.resolve(numberings.map(value => ({ value, label: numberingWords[value] }))),
  },
  siret: {
    label: { fr: 'SIRET de la commune', en: 'SIRET number of the commune' },
    hint: {
      fr: 'Quatorze chiffres. Le fichier SCDL des délibérations en a besoin.',
      en: 'Fourteen digits. The SCDL file of deliberations needs it.',
    },
    schema: z.string().refine(text => text === '' || isSiret(text)),
    default: '',
  },
  prefecture: {
    label: { fr: 'Code de la préfecture', en: 'Code of the prefecture' },
    hint: {
      fr: 'Par exemple PREF091, ou SPREF0912 pour une sous-préfecture.',
      en: 'For instance PREF091, or SPREF0912 for a sub-prefecture.',
    },
    schema: z.string().regex(/^(PREF\d[0-9AB]\d|SPREF\d[0-9AB]\d\d|SGAR\d[0-9AB]\d)?$/),
    default: '',
  },
} as const

export const councilSettings = (world: Pick<AnyWorld, 'db' | 'body'>) => settingsOf(world, 'council', settings)
