import type { CastName } from '#kernel/demonstration'
import type { Effect, Kind, StepName } from '../rules/life.ts'

/** Needs of an invented small town; all of it is made up. Days are counted back from today. */
export interface InventedLine {
  readonly service: string
  readonly kind: Kind
  readonly by: CastName
  readonly daysAgo: number
  /** Keyed in at the desk from a paper form. */
  readonly onPaper?: true
  readonly what: string
  readonly audience: string
  readonly place: string
  readonly change: string
  readonly evidence?: string
  readonly seenBy: readonly CastName[]
  readonly precisions?: readonly { readonly by: CastName; readonly daysAgo: number; readonly text: string }[]
  readonly life?: readonly {
    readonly step: StepName
    readonly by: CastName
    readonly daysAgo: number
    readonly reason: string
    readonly checked?: { readonly before: string; readonly after: string; readonly effect: Effect }
  }[]
  /** It says the same as an earlier line, by its words. */
  readonly sameAs?: string
  /** A measure proposed from it, and what the town hall made of it. */
  readonly proposes?: {
    readonly by: CastName
    readonly daysAgo: number
    readonly title: string
    readonly text: string
    readonly published?: { readonly by: CastName; readonly daysAgo: number; readonly reason: string }
  }
}

const post = 'Agence postale communale'
const library = 'Médiathèque'
const canteen = 'Restauration scolaire'
const reception = 'Accueil et état civil'

export const inventedLines: readonly InventedLine[] = [
  {
    service: post,
    kind: 'fails',
    by: 'louis',
    daysAgo: 22,
    what: 'On attend debout, sans siège, parfois vingt minutes',
    audience: 'Les personnes âgées, les femmes enceintes',
    place: 'À l’agence postale, le matin des retraits de pension',
    change: 'Poser quatre chaises et un distributeur de numéros.',
    seenBy: ['amina', 'jeanne', 'marc', 'paul'],
    precisions: [{ by: 'jeanne', daysAgo: 19, text: 'Le 3 du mois, nous étions onze à attendre à 9 h 15.' }],
    life: [
      {
        step: 'recognised',
        by: 'claire',
        daysAgo: 18,
        reason: 'Les agents ont compté : dix-huit minutes d’attente en moyenne les matins de retrait.',
      },
      {
        step: 'adapted',
        by: 'claire',
        daysAgo: 16,
        reason: 'Six chaises viennent de la salle des fêtes cette semaine. Les numéros attendront le budget.',
      },
      { step: 'done', by: 'marc', daysAgo: 12, reason: 'Six chaises sont posées le long de la vitrine.' },
      {
        step: 'checked',
        by: 'claire',
        daysAgo: 4,
        reason: 'Comptage de trois matins par les agents, et question posée à trente personnes.',
        checked: {
          before: 'Dix-huit minutes d’attente, toutes debout.',
          after: 'Dix-sept minutes d’attente, vingt-six personnes sur trente ont pu s’asseoir.',
          effect: 'partly',
        },
      },
    ],
  },
  {
    service: post,
    kind: 'fails',
    by: 'karim',
    daysAgo: 20,
    what: 'L’agence ferme avant le retour du train de 18 h 10',
    audience: 'Celles et ceux qui travaillent loin',
    place: 'Du lundi au vendredi',
    change: 'Ouvrir un soir par semaine jusqu’à 19 h 30, en fermant une matinée creuse.',
    seenBy: ['sophie', 'amina', 'claire'],
    life: [
      {
        step: 'recognised',
        by: 'claire',
        daysAgo: 13,
        reason: 'Un colis sur trois est retiré par quelqu’un d’autre que son destinataire.',
      },
    ],
    proposes: {
      by: 'karim',
      daysAgo: 10,
      title: 'Une soirée par semaine à l’agence postale',
      text: 'L’agence postale ouvre le jeudi jusqu’à 19 h 30. Elle ferme en échange le mardi matin, où viennent le moins de gens.\n\nAprès six mois, la fréquentation est comptée et publiée ; les usagers disent si l’on garde cet horaire.',
      published: { by: 'paul', daysAgo: 6, reason: 'La demande est reconnue et se discute : chacun peut maintenant l’amender.' },
    },
  },
  {
    service: post,
    kind: 'fails',
    by: 'sophie',
    daysAgo: 15,
    what: 'Impossible de venir après le travail, l’agence est fermée',
    audience: 'Les personnes qui travaillent à Paris',
    place: 'En semaine, après 18 h',
    change: 'Un point de retrait ouvert le soir.',
    seenBy: ['nour'],
    sameAs: 'L’agence ferme avant le retour du train de 18 h 10',
  },
  {
    service: post,
    kind: 'works',
    by: 'jeanne',
    daysAgo: 17,
    onPaper: true,
    what: 'On nous aide à remplir les papiers sans nous presser',
    audience: 'Les personnes qui lisent mal ou voient mal',
    place: 'Au guichet',
    change: '',
    seenBy: ['amina', 'louis', 'helene'],
  },
  {
    service: post,
    kind: 'fails',
    by: 'marc',
    daysAgo: 9,
    what: 'Les colis s’entassent dans le couloir de secours',
    audience: 'Les agents, et la sécurité de tous',
    place: 'À l’arrière de l’agence, avant les fêtes',
    change: 'Louer un box fermé de novembre à janvier.',
    seenBy: ['claire'],
  },
  {
    service: post,
    kind: 'fails',
    by: 'sophie',
    daysAgo: 7,
    what: 'Il faudrait pouvoir retirer 1 500 € d’un coup',
    audience: 'Les clients de la banque',
    place: 'Au guichet',
    change: 'Relever le plafond de retrait.',
    seenBy: [],
    life: [
      {
        step: 'not-recognised',
        by: 'claire',
        daysAgo: 3,
        reason: 'Le plafond est fixé par La Banque postale, pas par la commune. Le bureau d’Orsigny n’a pas cette limite.',
      },
    ],
  },
  {
    service: library,
    kind: 'fails',
    by: 'amina',
    daysAgo: 21,
    what: 'La rampe est trop raide pour un fauteuil poussé seul',
    audience: 'Les personnes en fauteuil, les poussettes',
    place: 'À l’entrée, côté rue du Lavoir',
    change: 'Refaire la rampe à 5 %, ou ouvrir l’entrée de la cour qui est de plain-pied.',
    seenBy: ['mathilde', 'louis', 'paul', 'marc'],
    life: [
      { step: 'recognised', by: 'marc', daysAgo: 19, reason: 'Mesurée : 9 % sur six mètres. Elle n’est pas aux normes.' },
      {
        step: 'adapted',
        by: 'marc',
        daysAgo: 14,
        reason: 'L’entrée de la cour est ouverte aux mêmes heures dès lundi ; la rampe sera refaite au printemps.',
      },
      { step: 'done', by: 'marc', daysAgo: 8, reason: 'L’entrée de la cour est ouverte et signalée depuis la rue.' },
    ],
  },
  {
    service: library,
    kind: 'works',
    by: 'paul',
    daysAgo: 18,
    what: 'Les livres portés à domicile par des voisins',
    audience: 'Les personnes qui ne sortent plus',
    place: 'Le jeudi',
    change: '',
    seenBy: ['jeanne', 'sophie'],
  },
  {
    service: library,
    kind: 'fails',
    by: 'mathilde',
    daysAgo: 5,
    what: 'Aucune place calme pour réviser en période d’examens',
    audience: 'Les lycéens et les étudiants',
    place: 'En mai, juin et décembre',
    change: 'Ouvrir la salle de réunion du premier étage aux élèves, de 17 h à 20 h.',
    seenBy: ['nour', 'karim'],
  },
  {
    service: canteen,
    kind: 'fails',
    by: 'sophie',
    daysAgo: 16,
    what: 'Le réfectoire est si bruyant que les petits n’y mangent pas',
    audience: 'Les enfants de maternelle',
    place: 'Au premier service',
    change: 'Poser des panneaux qui absorbent le bruit, et manger par tables de six.',
    seenBy: ['amina', 'marc'],
    life: [{ step: 'recognised', by: 'claire', daysAgo: 11, reason: 'Mesure faite par les agents : 82 décibels à midi.' }],
  },
  {
    service: canteen,
    kind: 'works',
    by: 'marc',
    daysAgo: 14,
    what: 'Les enfants se servent eux-mêmes et jettent moins',
    audience: 'Les enfants et les agents',
    place: 'Depuis la rentrée, à l’école du Lavoir',
    change: '',
    seenBy: ['sophie', 'karim'],
  },
  {
    service: reception,
    kind: 'fails',
    by: 'helene',
    daysAgo: 12,
    what: 'Prendre rendez-vous n’est possible que par internet',
    audience: 'Les personnes sans ordinateur',
    place: 'Pour les cartes d’identité',
    change: 'Garder dix rendez-vous par semaine pour le téléphone et le guichet.',
    seenBy: ['louis', 'jeanne', 'claire'],
  },
]

export const inventedRounds = [
  {
    service: post,
    title: 'L’agence postale, un an après',
    introduction:
      'L’agence est communale depuis un an. Avant de fixer ses horaires pour la suite, dites ce qui marche et ce qui ne va pas. Les réponses iront à son comité d’usagers.',
    opensDaysAgo: 23,
    closesIn: 12,
    conclusion: null,
  },
  {
    service: library,
    title: 'Avant les travaux de la médiathèque',
    introduction: 'Les travaux sont votés. Ce que vous dites ici est donné à l’architecte.',
    opensDaysAgo: 24,
    closesIn: -6,
    conclusion:
      'Trois points vont à l’architecte : l’entrée de plain-pied, un coin calme, le local des livres à porter. **Le portage à domicile continue pendant les travaux.**',
  },
] as const
