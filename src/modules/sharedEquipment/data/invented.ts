import type { NewItem } from '../acts/items.ts'
import type { Category } from '../rules/published.ts'

/** Three invented communes that share what none of them uses every week. Nothing of it exists. */
export type Town = 'val' | 'chevrigny' | 'moutiers'
export type Thing = 'minibus' | 'coach' | 'tent' | 'sound' | 'stage' | 'truck' | 'tables'

const still = { seats: null, licence: '', needsDriver: false, energy: '', consumption: null } as const
const lent = 'Services et écoles des communes membres, et leurs associations'

export const things: Readonly<Record<Thing, NewItem & { readonly town: Town }>> = {
  minibus: {
    town: 'val',
    name: 'Minibus de neuf places',
    kind: 'vehicle',
    description: 'Un minibus pour les sorties : neuf places, conducteur compris, un siège rehausseur, une rampe pliante.',
    place: 'Ateliers municipaux, 14 rue des Prés, Val-sur-Yvette',
    unit: 'km',
    parts: [
      { name: 'Clés', count: 2 },
      { name: 'Gilets', count: 9 },
      { name: 'Rehausseurs', count: 2 },
      { name: 'Rampe pliante', count: 1 },
      { name: 'Trousse de secours', count: 1 },
    ],
    conditions:
      'Permis B depuis trois ans. Neuf places au plus, conducteur compris : chaque enfant est attaché, ceux de moins de dix ans à l’arrière.',
    borrowers: lent,
    seats: 9,
    licence: 'B',
    needsDriver: true,
    energy: 'diesel',
    consumption: 89,
  },
  coach: {
    town: 'val',
    name: 'Petit car des sorties scolaires',
    kind: 'vehicle',
    description: 'Vingt-deux places pour une classe et ses accompagnateurs ; il roule surtout les mardis et les jeudis.',
    place: 'Ateliers municipaux, 14 rue des Prés, Val-sur-Yvette',
    unit: 'km',
    parts: [
      { name: 'Clés', count: 2 },
      { name: 'Marteaux brise-vitre', count: 4 },
      { name: 'Extincteur', count: 1 },
    ],
    conditions: 'Permis D1 et carte de qualification du conducteur. L’école donne la liste des enfants au conducteur, sur papier.',
    borrowers: 'Écoles et centres de loisirs des communes membres',
    seats: 22,
    licence: 'D1',
    needsDriver: true,
    energy: 'diesel',
    consumption: 165,
  },
  tent: {
    ...still,
    town: 'val',
    name: 'Grand barnum de 72 m²',
    kind: 'tent',
    description: 'Six mètres sur douze, monté par quatre personnes en une heure et demie.',
    place: 'Salle des fêtes, place de la Mairie, Val-sur-Yvette',
    unit: 'day',
    parts: [
      { name: 'Barres', count: 46 },
      { name: 'Bâches', count: 8 },
      { name: 'Piquets', count: 40 },
      { name: 'Lests', count: 12 },
    ],
    conditions: 'Démonté dès que le vent dépasse 60 km/h. Séché avant d’être rendu.',
    borrowers: lent,
  },
  sound: {
    ...still,
    town: 'val',
    name: 'Sonorisation mobile',
    kind: 'sound',
    description: 'Deux enceintes, une table de mixage, trois micros : pour une cour d’école ou une place.',
    place: 'Médiathèque, Val-sur-Yvette',
    unit: 'use',
    parts: [
      { name: 'Enceintes', count: 2 },
      { name: 'Micros', count: 3 },
      { name: 'Câbles', count: 8 },
    ],
    conditions: 'Rendue rangée dans sa malle, câbles enroulés.',
    borrowers: lent,
  },
  stage: {
    ...still,
    town: 'chevrigny',
    name: 'Podium de 40 m²',
    kind: 'stage',
    description: 'Vingt praticables, deux escaliers, garde-corps ; livré avec sa remorque.',
    place: 'Hangar communal, route du Bois, Chevrigny',
    unit: 'use',
    parts: [
      { name: 'Praticables', count: 20 },
      { name: 'Escaliers', count: 2 },
      { name: 'Garde-corps', count: 14 },
    ],
    conditions: 'Monté par des personnes formées ; attestation de montage affichée.',
    borrowers: lent,
  },
  truck: {
    ...still,
    town: 'chevrigny',
    name: 'Cuisine mobile',
    kind: 'kitchen',
    description: 'Une remorque de cuisine : deux plaques, un four, un évier, de l’eau pour la journée.',
    place: 'Hangar communal, route du Bois, Chevrigny',
    unit: 'day',
    parts: [
      { name: 'Bacs', count: 24 },
      { name: 'Bouteilles de gaz', count: 2 },
      { name: 'Extincteur', count: 1 },
    ],
    conditions: 'Une personne formée à l’hygiène alimentaire. Rendue nettoyée.',
    borrowers: lent,
    licence: 'BE',
  },
  tables: {
    ...still,
    town: 'moutiers',
    name: 'Tables et bancs pour 120 personnes',
    kind: 'furniture',
    description: 'Quinze tables pliantes et trente bancs, sur deux chariots.',
    place: 'Mairie de Moutiers-sous-Bois',
    unit: 'use',
    parts: [
      { name: 'Tables', count: 15 },
      { name: 'Bancs', count: 30 },
      { name: 'Chariots', count: 2 },
    ],
    conditions: 'Rendus essuyés.',
    borrowers: lent,
  },
}

/** Costs of a whole year, in cents; day is that of the invoice. */
export const costs: readonly {
  readonly thing: Thing
  readonly category: Category
  readonly label: string
  readonly day: string
  readonly foreseen: number
  readonly spent: number
}[] = [
  { thing: 'minibus', category: 'renewal', label: 'Amortissement sur huit ans', day: '01-15', foreseen: 412_500, spent: 412_500 },
  { thing: 'minibus', category: 'insurance', label: 'Assurance, conducteurs autorisés', day: '01-20', foreseen: 68_000, spent: 67_143 },
  { thing: 'minibus', category: 'fuel', label: 'Gazole, premier semestre', day: '06-30', foreseen: 42_000, spent: 38_917 },
  { thing: 'minibus', category: 'repair', label: 'Révision et pneus', day: '09-12', foreseen: 70_000, spent: 81_460 },
  { thing: 'coach', category: 'renewal', label: 'Amortissement sur douze ans', day: '01-15', foreseen: 790_000, spent: 790_000 },
  { thing: 'coach', category: 'insurance', label: 'Assurance', day: '01-20', foreseen: 141_000, spent: 138_926 },
  { thing: 'coach', category: 'staff', label: 'Conducteur, deux jours par semaine', day: '06-30', foreseen: 1_240_000, spent: 1_256_318 },
  { thing: 'coach', category: 'fuel', label: 'Gazole', day: '06-30', foreseen: 118_000, spent: 104_772 },
  { thing: 'tent', category: 'supplies', label: 'Deux bâches remplacées', day: '05-06', foreseen: 30_000, spent: 35_280 },
  { thing: 'tent', category: 'contracts', label: 'Contrôle annuel', day: '03-18', foreseen: 24_000, spent: 24_000 },
  { thing: 'sound', category: 'repair', label: 'Un micro et des câbles', day: '04-02', foreseen: 15_000, spent: 12_341 },
  { thing: 'stage', category: 'contracts', label: 'Vérification du podium', day: '03-04', foreseen: 54_000, spent: 54_000 },
  { thing: 'stage', category: 'staff', label: 'Livraisons, heures des agents', day: '07-15', foreseen: 90_000, spent: 96_733 },
  { thing: 'truck', category: 'supplies', label: 'Gaz et produits', day: '06-10', foreseen: 36_000, spent: 29_815 },
  { thing: 'truck', category: 'insurance', label: 'Assurance de la remorque', day: '02-01', foreseen: 31_000, spent: 31_000 },
  { thing: 'tables', category: 'supplies', label: 'Patins et plateaux', day: '04-20', foreseen: 18_000, spent: 20_002 },
]

export const terms = {
  title: 'Convention de partage de matériel de la vallée',
  keeping:
    'Chaque commune garde, assure et entretient ce qu’elle met en commun. Elle remet l’objet propre, contrôlé et complet ; l’emprunteur le rend de même.',
  insurance:
    'La commune qui garde assure l’objet. L’emprunteur assure sa responsabilité pendant le prêt et le dit à chaque demande. Le conducteur est autorisé par sa commune.',
  leaving:
    'La commune qui part garde ce qui lui appartient et paie les comptes des années passées. Les amortissements restants ne sont pas dus.',
  settledBy: 'Le comité de suivi du matériel partagé, deux élus et deux agents par commune',
}
