import type { NewPlot } from '../acts/gardens.ts'

/** Two invented gardens: their plans, in metres from the north-west corner. */
export const inventedGardens = [
  {
    name: 'Jardin du Lavoir',
    place: 'Derrière l’ancien lavoir, 14, rue du Lavoir',
    about: 'Douze ares au bord de l’Yvette, ouverts en 2019. Douze parcelles, des bacs surélevés, un compost et un cabanon partagés.',
    access: 'Allée stabilisée depuis la rue, sans marche. Toilettes sèches accessibles.',
    runBy: 'Les Jardins du Lavoir, avec la commune',
    latitude: 48.7016,
    longitude: 2.1925,
    width: 46,
    height: 26,
  },
  {
    name: 'Jardin des Écoles',
    place: 'À côté du groupe scolaire, rue des Écoles',
    about: 'Un jardin pour les classes et pour les familles du quartier.',
    access: 'Entrée par la cour, portail large. Deux bacs surélevés.',
    runBy: 'La commune, avec le groupe scolaire',
    latitude: 48.6958,
    longitude: 2.1782,
    width: 30,
    height: 18,
  },
] as const

const row = (numbers: readonly string[], y: number, plot: Omit<NewPlot, 'number' | 'x' | 'y'>): readonly NewPlot[] =>
  numbers.map((number, at) => ({ ...plot, number, x: 1 + at * (plot.width + (plot.kind === 'raised' ? 2.8 : 1.2)), y }))
const ground = { kind: 'ground', squareMetres: 50, width: 6.2, height: 8, water: 'tap', sun: 'full' } as const
const raised = { kind: 'raised', squareMetres: 2.4, width: 3, height: 0.8, water: 'tap', sun: 'full' } as const

export const inventedPlots: Readonly<Record<string, readonly NewPlot[]>> = {
  'Jardin du Lavoir': [
    ...row(['1', '2', '3', '4', '5', '6'], 1, ground),
    ...row(['7', '8', '9', '10'], 11, { ...ground, water: 'pump', sun: 'half' }),
    ...row(['B1', 'B2', 'B3'], 22, raised),
    { number: 'C1', kind: 'shared', squareMetres: 100, x: 31, y: 11, width: 13, height: 8, water: 'tank', sun: 'full' },
  ],
  'Jardin des Écoles': [
    ...row(['1', '2', '3'], 1, { ...ground, squareMetres: 35, height: 6 }),
    ...row(['B1', 'B2'], 9, raised),
    { number: 'C1', kind: 'shared', squareMetres: 60, x: 12, y: 9, width: 12, height: 7, water: 'tank', sun: 'half' },
  ],
}

/** Who asked for the season that runs: wishes by number at the Lavoir. Karim's and Hélène's are sure to be theirs; Nour waits. */
export const inventedApplications = [
  {
    name: 'amina',
    holder: 'family',
    holderName: '',
    withoutLand: true,
    lowIncome: false,
    needsRaised: false,
    wishes: ['1', '3'],
    takesAny: true,
  },
  {
    name: 'louis',
    holder: 'person',
    holderName: '',
    withoutLand: false,
    lowIncome: false,
    needsRaised: false,
    wishes: ['4'],
    takesAny: true,
  },
  {
    name: 'karim',
    holder: 'person',
    holderName: '',
    withoutLand: true,
    lowIncome: false,
    needsRaised: false,
    wishes: ['7'],
    takesAny: false,
  },
  {
    name: 'jeanne',
    holder: 'person',
    holderName: '',
    withoutLand: true,
    lowIncome: false,
    needsRaised: true,
    wishes: ['B1'],
    takesAny: false,
  },
  {
    name: 'helene',
    holder: 'person',
    holderName: '',
    withoutLand: true,
    lowIncome: true,
    needsRaised: false,
    wishes: ['2'],
    takesAny: false,
  },
  {
    name: 'nour',
    holder: 'person',
    holderName: '',
    withoutLand: true,
    lowIncome: false,
    needsRaised: false,
    wishes: ['2'],
    takesAny: false,
  },
  {
    name: 'sophie',
    holder: 'school',
    holderName: 'École élémentaire des Saules',
    withoutLand: true,
    lowIncome: false,
    needsRaised: false,
    wishes: ['C1'],
    takesAny: false,
  },
] as const
