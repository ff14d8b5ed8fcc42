import { z } from 'zod'

const line = z.string().trim().max(300)

/** What the law asks a publisher to say, filled in by the commune; empty until then. */
export const settings = {
  publisher: { label: { fr: 'Éditeur du site', en: 'Publisher of the site' }, schema: line, default: '' },
  address: { label: { fr: 'Adresse de la mairie', en: 'Address of the town hall' }, schema: line, default: '' },
  phone: { label: { fr: 'Téléphone de la mairie', en: 'Telephone of the town hall' }, schema: line, default: '' },
  email: { label: { fr: 'Adresse électronique de la mairie', en: 'E-mail of the town hall' }, schema: line, default: '' },
  director: { label: { fr: 'Direction de la publication', en: 'Director of publication' }, schema: line, default: '' },
  host: { label: { fr: 'Hébergeur : nom, adresse, téléphone', en: 'Host: name, address, telephone' }, schema: line, default: '' },
  officer: {
    label: { fr: 'Joindre la ou le délégué à la protection des données', en: 'How to reach the data-protection officer' },
    schema: line,
    default: '',
  },
  sourceCode: {
    label: { fr: 'Adresse du code source qui fonctionne ici', en: 'Address of the source code that runs here' },
    hint: {
      fr: 'La licence AGPL demande de la donner à toute personne qui utilise le site.',
      en: 'The AGPL licence asks to give it to anyone who uses the site.',
    },
    schema: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]),
    default: '',
  },
} as const
export type Publisher = { readonly [Key in keyof typeof settings]: string }
