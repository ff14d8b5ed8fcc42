import type { OpenDataSet } from '#kernel/service'
import { ownRepairs } from './queries/repairs.ts'
import { ordsRow } from './rules/ords.ts'
import type { Here } from './schema.ts'

const text = (fr: string, en: string) => ({ fr, en, type: 'text' as const })
export const openData: readonly OpenDataSet[] = [
  {
    id: 'reparations',
    title: {
      fr: 'Réparations du repair café (Open Repair Data Standard 0.3)',
      en: 'Repairs of the repair café (Open Repair Data Standard 0.3)',
    },
    columns: {
      id: text('Identifiant', 'Identifier'),
      data_provider: text('Commune', 'Commune'),
      country: text('Pays, en trois lettres', 'Country, in three letters'),
      partner_product_category: text('Objet, dans nos mots', 'Object, in our words'),
      product_category: text('Catégorie de la norme', 'Category of the standard'),
      product_category_id: text('Numéro de la catégorie', 'Number of the category'),
      brand: text('Marque', 'Brand'),
      year_of_manufacture: text('Année de fabrication', 'Year of manufacture'),
      product_age: text('Âge, en années', 'Age, in years'),
      repair_status: text('Résultat', 'Outcome'),
      repair_barrier_if_end_of_life: text('Si fin de vie, ce qui a empêché', 'If end of life, what prevented it'),
      group_identifier: text('Groupe', 'Group'),
      event_date: { fr: 'Jour', en: 'Day', type: 'date' },
      problem: text('Panne et réparation', 'Fault and repair'),
    },
    rows: async (world: Here) => (await ownRepairs(world)).map(ordsRow),
  },
]
