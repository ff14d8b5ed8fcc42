import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/service'
import { plotsOf } from './queries/gardens.ts'
import type { Here } from './schema.ts'

/** Plots without any name, and what the gardens gave. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'parcelles-de-jardin',
    title: { fr: 'Parcelles des jardins partagés', en: 'Plots of the shared gardens' },
    columns: {
      jardin: { fr: 'Nom du jardin', en: 'Name of the garden', type: 'text' },
      parcelle: { fr: 'Numéro', en: 'Number', type: 'text' },
      sorte: { fr: 'ground : pleine terre ; raised : bac surélevé ; shared : collective', en: 'ground, raised or shared', type: 'text' },
      surface_m2: { fr: 'Surface en mètres carrés', en: 'Surface in square metres', type: 'number' },
      eau: { fr: 'tap : robinet ; pump : pompe ; tank : récupérateur ; none : aucune', en: 'tap, pump, tank or none', type: 'text' },
      soleil: { fr: 'full : plein soleil ; half : mi-ombre ; shade : ombre', en: 'full, half or shade', type: 'text' },
      occupation: { fr: 'free : libre ; held : attribuée ; out : hors service', en: 'free, held or out of service', type: 'text' },
    },
    rows: async (world: Here) =>
      (await plotsOf(world)).map(plot => ({
        jardin: plot.gardenName,
        parcelle: plot.number,
        sorte: plot.kind,
        surface_m2: plot.squareMetres,
        eau: plot.water,
        soleil: plot.sun,
        occupation: plot.tenancy !== null ? 'held' : plot.withdrawnOn !== null ? 'out' : 'free',
      })),
  },
  {
    id: 'recoltes-des-jardins',
    title: { fr: 'Récoltes des jardins partagés, par mois', en: 'Harvests of the shared gardens, by month' },
    columns: {
      jardin: { fr: 'Nom du jardin', en: 'Name of the garden', type: 'text' },
      mois: { fr: 'Mois, AAAA-MM', en: 'Month, YYYY-MM', type: 'text' },
      recolte: { fr: 'Sorte de récolte', en: 'Kind of crop', type: 'text' },
      kilogrammes: { fr: 'Poids', en: 'Weight', type: 'number' },
    },
    rows: async ({ db, body }: Here) => {
      const { rows } = await sql<Record<string, unknown>>`
        select g.name as jardin, to_char(h.harvested_on, 'YYYY-MM') as mois, h.kind as recolte, (sum(h.grams) / 1000.0)::float8 as kilogrammes
        from plots.harvest h join plots.garden g on g.body_id = h.body_id and g.id = h.garden_id
        where h.body_id = ${body.id} group by 1, 2, 3 order by 1, 2, 3`.execute(db)
      return rows
    },
  },
]
