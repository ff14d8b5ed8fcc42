import type { CastName } from '#kernel/demonstration'
import type { Family } from '../rules/terms.ts'

/** Invented alleys and pitches: number, first and last metre, electricity, water. */
export const inventedAlleys = [
  { name: 'Allée du Lavoir', x: 4, y: 4, direction: 'across', length: 460 },
  { name: 'Allée des Tilleuls', x: 4, y: 12, direction: 'across', length: 460 },
  { name: 'Allée de la Halle', x: 4, y: 20, direction: 'across', length: 400 },
] as const
export const inventedPitches: readonly (readonly [letter: string, lengths: readonly number[], powered: readonly number[]])[] = [
  ['A', [60, 40, 40, 60, 80, 40, 40, 60], [1, 2, 5]],
  ['B', [40, 40, 60, 60, 40, 40, 80, 60], [3, 4]],
  ['C', [80, 60, 60, 40, 40, 40, 40], [1, 2, 3]],
]

export interface InventedTrader {
  readonly name: string
  readonly family: Family
  readonly products: string
  readonly person?: CastName
  readonly length: number
  readonly needsPower?: boolean
  readonly isProducer?: boolean
  readonly certifier?: string
  /** Years on the market. */
  readonly years: number
  readonly isHidden?: boolean
  /** Fixed places: the number of the first pitch, and days of the week. */
  readonly fixed?: { readonly pitch: string; readonly weekdays: readonly number[] }
  /** How often a casual trader comes: one day in that many. */
  readonly every?: number
}
/** Every trader is made up. */
export const inventedTraders: readonly InventedTrader[] = [
  {
    name: 'Fromages de la Mérantaise',
    person: 'sophie',
    family: 'cheese',
    products: 'fromages de chèvre et de brebis',
    length: 60,
    needsPower: true,
    isProducer: true,
    certifier: 'Certipaysan',
    years: 12,
    fixed: { pitch: 'A1', weekdays: [3, 6] },
  },
  {
    name: 'Primeurs Vasseur',
    family: 'fruit-vegetables',
    products: 'fruits et légumes de saison',
    length: 80,
    years: 22,
    fixed: { pitch: 'A5', weekdays: [3, 6] },
  },
  {
    name: 'Ferme des Trois Mares',
    family: 'fruit-vegetables',
    products: 'légumes, œufs, pommes de terre',
    length: 60,
    isProducer: true,
    certifier: 'Certipaysan',
    years: 9,
    fixed: { pitch: 'B3', weekdays: [3, 6] },
  },
  {
    name: 'Poissonnerie Le Goff',
    family: 'fish',
    products: 'poissons et coquillages',
    length: 80,
    needsPower: true,
    years: 17,
    fixed: { pitch: 'C1', weekdays: [6] },
  },
  {
    name: 'Boucherie Delmas',
    family: 'meat',
    products: 'viandes et charcuterie',
    length: 60,
    needsPower: true,
    years: 14,
    fixed: { pitch: 'C2', weekdays: [3, 6] },
  },
  {
    name: 'Le Fournil de Gometz',
    family: 'bakery',
    products: 'pains au levain, brioches',
    length: 40,
    isProducer: true,
    certifier: 'Certipaysan',
    years: 6,
    fixed: { pitch: 'A2', weekdays: [3, 6] },
  },
  {
    name: 'Rôtisserie Amaro',
    family: 'prepared',
    products: 'volailles rôties, pommes de terre',
    length: 60,
    needsPower: true,
    years: 8,
    fixed: { pitch: 'B4', weekdays: [3, 6] },
  },
  {
    name: 'Fleurs de Chevry',
    family: 'flowers',
    products: 'fleurs coupées, plants',
    length: 60,
    isProducer: true,
    years: 19,
    fixed: { pitch: 'A8', weekdays: [6] },
  },
  {
    name: 'Au Rucher d’Yvette',
    family: 'grocery',
    products: 'miels, pain d’épices',
    length: 40,
    isProducer: true,
    years: 7,
    fixed: { pitch: 'B1', weekdays: [6] },
  },
  {
    name: 'Toile et Laine',
    family: 'clothing',
    products: 'vêtements, linge',
    length: 60,
    years: 25,
    isHidden: true,
    fixed: { pitch: 'B8', weekdays: [3, 6] },
  },
  {
    name: 'Quincaillerie Morel',
    family: 'household',
    products: 'ustensiles, paillassons',
    length: 60,
    years: 21,
    isHidden: true,
    fixed: { pitch: 'C3', weekdays: [3] },
  },
  {
    name: 'Crèmerie du Pont',
    family: 'cheese',
    products: 'fromages, beurre, yaourts',
    length: 40,
    needsPower: true,
    years: 5,
    fixed: { pitch: 'A3', weekdays: [3, 6] },
  },
  {
    name: 'Maraîchage Benali',
    person: 'karim',
    family: 'fruit-vegetables',
    products: 'légumes, herbes aromatiques',
    length: 40,
    isProducer: true,
    years: 3,
    every: 1,
  },
  { name: 'Olives et compagnie', family: 'grocery', products: 'olives, huiles, fruits secs', length: 40, years: 4, every: 1 },
  { name: 'Chez Aïda', family: 'prepared', products: 'bricks, couscous, pastillas', length: 40, needsPower: true, years: 2, every: 2 },
  {
    name: 'Bière du Plateau',
    family: 'drinks',
    products: 'bières artisanales',
    length: 30,
    isProducer: true,
    certifier: 'Certipaysan',
    years: 2,
    every: 2,
  },
  { name: 'Les Savons d’Élise', family: 'crafts', products: 'savons, bougies', length: 30, years: 3, every: 2 },
  { name: 'Poterie Lacroix', family: 'crafts', products: 'bols, assiettes', length: 30, isProducer: true, years: 1, every: 3 },
  { name: 'Chaussettes Dumas', family: 'clothing', products: 'chaussettes, bonnets', length: 40, years: 6, isHidden: true, every: 2 },
  {
    name: 'Champignons de la Vallée',
    family: 'fruit-vegetables',
    products: 'champignons frais',
    length: 30,
    isProducer: true,
    certifier: 'Certipaysan',
    years: 1,
    every: 2,
  },
  { name: 'Crêpes de Maëlle', family: 'prepared', products: 'galettes et crêpes', length: 30, needsPower: true, years: 1, every: 3 },
  { name: 'Vins Garance', family: 'drinks', products: 'vins de petits domaines', length: 40, years: 2, every: 4 },
  { name: 'Bijoux Sarah', family: 'crafts', products: 'bijoux', length: 20, years: 1, isHidden: true, every: 3 },
  {
    name: 'Volailles du Hurepoix',
    family: 'meat',
    products: 'poulets, pintades, lapins',
    length: 40,
    needsPower: true,
    isProducer: true,
    years: 1,
    every: 4,
  },
]
