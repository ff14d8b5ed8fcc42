import { z } from 'zod'
import { optionalText } from '#kernel/forms'
import { type PlaceFields, standard, valuesOf } from './place.ts'
import { type FieldFault, validateRow } from './rules/validateRow.ts'

const many = z.preprocess(
  value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(200)).max(30),
)
/** What the commune says of its place; each field is then held against the published schema. */
export const PlaceForm = z.object({
  nom: optionalText(200),
  pivot: optionalText(14),
  adresse: optionalText(200),
  complement_adresse: optionalText(200),
  code_postal: optionalText(5),
  code_insee: optionalText(5),
  commune: optionalText(100),
  latitude: optionalText(20),
  longitude: optionalText(20),
  telephone: optionalText(20),
  courriels: optionalText(300),
  site_web: optionalText(500),
  presentation_resume: optionalText(1000),
  presentation_detail: optionalText(4000),
  fiche_acces_libre: optionalText(300),
  services: many,
  publics_specifiquement_adresses: many,
  prise_en_charge_specifique: many,
  frais_a_charge: many,
  dispositif_programmes_nationaux: many,
  modalites_acces: many,
  modalites_accompagnement: many,
  service: optionalText(18),
})
export type PlaceForm = z.output<typeof PlaceForm>
export type PlaceFieldName = Exclude<keyof PlaceForm, 'service'>
/** Fields answered by boxes; their answers are those of the schema. */
export const listFields = [
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'modalites_acces',
  'modalites_accompagnement',
] as const
/** Fields typed on a line. */
export const lineFields = [
  'nom',
  'pivot',
  'adresse',
  'complement_adresse',
  'code_postal',
  'code_insee',
  'commune',
  'latitude',
  'longitude',
  'telephone',
  'courriels',
  'site_web',
  'fiche_acces_libre',
] as const
export const optionsOfField = (name: string) => valuesOf(name).map(value => ({ value, label: value }))

/** What the room adds by itself: not the commune's to say. */
const ours = ['id', 'horaires', 'source', 'date_maj', 'prise_rdv', 'itinerance', 'commune']
/** The fields as they are kept, and what the published schema refuses in them. */
export const readPlace = ({ service: _, ...form }: PlaceForm): { readonly fields: PlaceFields; readonly faults: readonly FieldFault[] } => {
  const fields: PlaceFields = {
    ...Object.fromEntries(Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value : value.join('|')])),
    itinerance: 'Fixe',
    typologie: 'COMMUNE',
  }
  const faults = validateRow(
    standard.fields.filter(({ name }) => !ours.includes(name)),
    fields,
  )
  return { fields, faults }
}
