import type { CastName } from '#kernel/demonstration'
import type { StageName } from '../rules/stages.ts'

/** What happened to a measure in the demonstration; all of it is made up. Days are counted back from today. */
interface Life {
  /** Number in the programme. */
  readonly number: string
  readonly pilot: CastName
  readonly service: string
  /** Days until contributions close; null when no day is set. */
  readonly closesIn: number | null
  /** How many people support it. */
  readonly supports: number
  readonly versions: readonly {
    readonly daysAgo: number
    readonly by: CastName
    readonly note: string
    readonly text: readonly string[]
    readonly credits: readonly CastName[]
  }[]
  readonly stages: readonly { readonly daysAgo: number; readonly by: CastName; readonly stage: StageName; readonly reason: string }[]
}

export const lives: readonly Life[] = [
  {
    number: '1.1',
    pilot: 'claire',
    service: 'participation',
    closesIn: 45,
    supports: 21,
    stages: [],
    versions: [
      {
        daysAgo: 20,
        by: 'claire',
        note: 'Le premier atelier a demandé que l’on commence par la poste.',
        text: ['Commencer par la poste : horaires, file d’attente, aide aux démarches.'],
        credits: ['jeanne'],
      },
    ],
  },
  { number: '1.2', pilot: 'claire', service: 'restauration', closesIn: 30, supports: 34, versions: [], stages: [] },
  {
    number: '1.3',
    pilot: 'paul',
    service: 'commerce',
    closesIn: 9,
    supports: 41,
    versions: [
      {
        daysAgo: 18,
        by: 'paul',
        note: 'Le groupe de travail a précisé trois scénarios.',
        text: [
          '- Le marché reste délégué, avec un cahier des charges plus exigeant.',
          '- La commune reprend le marché en gestion directe.',
          '- La commune le reprend avec les communes voisines.',
        ],
        credits: ['louis', 'sophie'],
      },
    ],
    stages: [
      {
        daysAgo: 12,
        by: 'paul',
        stage: 'consultation',
        reason: 'Les trois scénarios sont prêts : chacun peut maintenant dire lequel il préfère, et pourquoi.',
      },
    ],
  },
  { number: '1.4', pilot: 'marc', service: 'technique', closesIn: 60, supports: 17, versions: [], stages: [] },
  { number: '1.5', pilot: 'paul', service: 'jeunesse', closesIn: 60, supports: 9, versions: [], stages: [] },
  { number: '2.1', pilot: 'claire', service: 'participation', closesIn: 21, supports: 26, versions: [], stages: [] },
  { number: '2.2', pilot: 'paul', service: 'ccas', closesIn: 40, supports: 30, versions: [], stages: [] },
  {
    number: '3.1',
    pilot: 'marc',
    service: 'commande publique',
    closesIn: -10,
    supports: 44,
    versions: [
      {
        daysAgo: 16,
        by: 'marc',
        note: 'Part minimale d’achats locaux et solidaires, proposée par deux habitants.',
        text: ['Publier chaque année la part des achats faits à moins de 50 km, et celle de l’économie sociale et solidaire.'],
        credits: ['karim', 'mathilde'],
      },
    ],
    stages: [
      { daysAgo: 22, by: 'paul', stage: 'consultation', reason: 'Le texte a fait l’objet de six amendements ; il est soumis à tous.' },
      { daysAgo: 6, by: 'paul', stage: 'decided', reason: 'Le conseil municipal a adopté la mesure dans sa deuxième version.' },
    ],
  },
  { number: '3.2', pilot: 'claire', service: 'environnement', closesIn: 35, supports: 19, versions: [], stages: [] },
  { number: '3.5', pilot: 'marc', service: 'technique', closesIn: 14, supports: 28, versions: [], stages: [] },
  {
    number: '3.7',
    pilot: 'claire',
    service: 'participation',
    closesIn: -22,
    supports: 58,
    versions: [
      {
        daysAgo: 33,
        by: 'claire',
        note: 'Horaires, cogestion et sécurité, écrits avec l’association des bricoleurs.',
        text: [
          'L’atelier est ouvert le mercredi après-midi, le jeudi soir et le samedi matin.',
          'Chaque machine demande un permis, passé sur place et gratuit.',
          'La commune et l’association le gèrent à parts égales.',
        ],
        credits: ['karim', 'amina', 'mathilde'],
      },
    ],
    stages: [
      {
        daysAgo: 30,
        by: 'paul',
        stage: 'decided',
        reason: 'Le conseil municipal a voté l’ouverture de l’atelier et sa convention de cogestion.',
      },
      { daysAgo: 24, by: 'marc', stage: 'under-way', reason: 'La salle est prête, les machines sont commandées.' },
      { daysAgo: 5, by: 'claire', stage: 'running', reason: 'L’atelier a ouvert samedi. Dites ce qui marche et ce qui manque.' },
    ],
  },
  { number: '4.2', pilot: 'paul', service: 'affaires juridiques', closesIn: 50, supports: 12, versions: [], stages: [] },
  {
    number: '4.4',
    pilot: 'paul',
    service: 'affaires juridiques',
    closesIn: 50,
    supports: 23,
    versions: [],
    stages: [],
  },
]

const firstNames = [
  'Adèle',
  'Bakary',
  'Cécile',
  'Driss',
  'Émile',
  'Fatou',
  'Gaspard',
  'Huguette',
  'Ilyes',
  'Joséphine',
  'Kenza',
  'Lucien',
  'Maëlle',
]
const lastNames = ['Tessier', 'Diallo', 'Moreau', 'Fontaine', 'Rahmani']
/** Sixty-five invented names. */
export const crowd = () => firstNames.flatMap(first => lastNames.map(last => `${first} ${last}`))

/** A messy document that waits for review. */
export const secondThoughts = `COMPTE RENDU DES ATELIERS DE QUARTIER

I. Quartier du Lavoir
\t• Des bancs à l’ombre\u00a0: au moins quatre, choisis avec les habitants du square
\t• Un point d’eau
\t\t– près des jeux
\t\t– accessible en fauteuil
\t• Ralentir les voitures devant l’école

2 / 3

II. Quartier de la Gare
1)\tUn abri fermé pour les vélos
2)\tUne ligne de nuit
3)\tDes toilettes publiques,
    ouvertes toute l’année

Merci aux quarante-deux personnes venues malgré la pluie.
`
