import type { Quality, Stance } from '#engines/debate'
import type { CastName } from '#kernel/demonstration'

/** One invented argument. Days are counted back from today; `marks` says how many people in ten mark it, of each side. */
export interface Invented {
  readonly by: CastName
  readonly daysAgo: number
  readonly stance: Stance
  readonly text: string
  readonly sources?: readonly { readonly url: string; readonly title: string }[]
  readonly marks?: readonly [supporters: number, others: number, quality: Quality]
  readonly replies?: readonly { readonly by: CastName; readonly daysAgo: number; readonly text: string }[]
  /** The former text, when its author improved it. */
  readonly before?: string
  /** Where the town hall answered this question. */
  readonly answeredAt?: string
}

/** Invented debates, by number of measure in the programme. */
export const inventedDebates: Readonly<Record<string, readonly Invented[]>> = {
  '1.1': [
    {
      by: 'jeanne',
      daysAgo: 17,
      stance: 'for',
      marks: [6, 4, 'taught'],
      text: 'À la poste, on vient surtout pour un papier que l’on ne sait pas remplir seul. Si le guichet aide aux démarches, on fait deux choses en un déplacement.',
      replies: [
        {
          by: 'helene',
          daysAgo: 16,
          text: 'C’est aussi ce que l’on entend à l’espace numérique : le courrier d’abord, le formulaire ensuite.',
        },
      ],
    },
    {
      by: 'karim',
      daysAgo: 15,
      stance: 'against',
      marks: [3, 4, 'argued'],
      text: 'Regrouper les guichets peut éloigner ceux qui marchent mal. Gardons deux lieux ouverts moins longtemps plutôt qu’un seul ouvert toute la journée.',
    },
    {
      by: 'sophie',
      daysAgo: 8,
      stance: 'question',
      marks: [2, 2, 'argued'],
      text: 'Les horaires proposés ont-ils été discutés avec les agents du bureau ?',
    },
  ],
  '1.2': [
    {
      by: 'amina',
      daysAgo: 31,
      stance: 'for',
      marks: [6, 3, 'argued'],
      text: 'Une cuisine près des écoles permet de servir le repas le jour même. Les plats livrés en barquette sont réchauffés, et les enfants en laissent beaucoup.\n\nJe le vois deux fois par semaine en aidant au service : les jours de plat froid, presque tout est mangé.',
      replies: [
        {
          by: 'louis',
          daysAgo: 30,
          text: 'À l’école du haut, les restes ont été pesés deux semaines en mars. Peut-on avoir les chiffres ?',
        },
        { by: 'claire', daysAgo: 28, text: 'Oui : ils seront joints au dossier de la prochaine réunion du groupe de travail.' },
      ],
    },
    {
      by: 'louis',
      daysAgo: 29,
      stance: 'against',
      marks: [5, 7, 'taught'],
      text: 'Une cuisine coûte cher à construire, puis il faut la faire tourner tous les jours, même pendant les vacances. À notre taille, le repas peut revenir plus cher qu’en groupant avec deux communes voisines.',
      before: 'Une cuisine coûte trop cher pour nous.',
    },
    {
      by: 'mathilde',
      daysAgo: 26,
      stance: 'for',
      marks: [5, 4, 'sourced'],
      text: 'La loi demande déjà au moins la moitié de produits durables ou de qualité, dont un cinquième en bio. C’est plus simple quand on achète et cuisine soi-même : on choisit le maraîcher et on ajuste le menu à la récolte.',
      sources: [{ url: 'https://ma-cantine.agriculture.gouv.fr/', title: 'Ma cantine, plateforme publique sur la loi EGalim' }],
    },
    {
      by: 'sophie',
      daysAgo: 20,
      stance: 'against',
      marks: [2, 5, 'argued'],
      text: 'On parle du bâtiment avant de parler des équipes. Trois cuisiniers sont déjà difficiles à recruter ici ; si l’un est absent, qui prépare quatre cents repas ?',
    },
    {
      by: 'jeanne',
      daysAgo: 6,
      stance: 'for',
      marks: [1, 1, 'taught'],
      text: 'Les mêmes cuisiniers pourraient préparer les repas portés à domicile. Mon père reçoit les siens de trente kilomètres.',
    },
    {
      by: 'karim',
      daysAgo: 18,
      stance: 'question',
      marks: [3, 3, 'argued'],
      text: 'Quel est le prix complet d’un repas aujourd’hui, livraison et salaires compris ?',
    },
    {
      by: 'nour',
      daysAgo: 1,
      stance: 'question',
      text: 'Bonjour, je viens d’arriver. Les enfants qui ont une allergie auront-ils un repas préparé sur place ?',
    },
  ],
  '1.3': [
    {
      by: 'karim',
      daysAgo: 24,
      stance: 'for',
      marks: [7, 2, 'argued'],
      text: 'En gestion directe, la commune fixe elle-même les droits de place. Les petits producteurs qui viennent une semaine sur deux ne seraient plus écartés par un abonnement au mois.',
      replies: [
        {
          by: 'paul',
          daysAgo: 22,
          text: 'Les trois scénarios chiffrés prévoient un tarif à la journée ; il est à la page 2 du document de consultation.',
        },
      ],
    },
    {
      by: 'sophie',
      daysAgo: 23,
      stance: 'against',
      marks: [4, 6, 'taught'],
      text: 'Le délégataire apporte des remplaçants quand un commerçant manque. Une mairie qui gère seule doit prévoir un placier tous les dimanches à six heures, et son remplaçant.',
    },
    {
      by: 'jeanne',
      daysAgo: 19,
      stance: 'for',
      marks: [4, 4, 'sourced'],
      text: 'Les droits de place sont fixés après consultation des organisations professionnelles : cela protège les commerçants dans les deux cas. La question est donc surtout de savoir qui rend des comptes aux habitants.',
      sources: [{ url: 'https://www.legifrance.gouv.fr/', title: 'Code général des collectivités territoriales, article L2224-18' }],
    },
    {
      by: 'louis',
      daysAgo: 9,
      stance: 'against',
      marks: [2, 3, 'argued'],
      text: 'Reprendre le marché et rénover la halle la même année, c’est beaucoup. Faisons d’abord les travaux, la gestion ensuite.',
    },
    {
      by: 'amina',
      daysAgo: 16,
      stance: 'question',
      marks: [4, 4, 'argued'],
      text: 'Les commerçants abonnés gardent-ils leur place si la gestion change ?',
      answeredAt: '/mesures',
    },
  ],
  '1.4': [
    {
      by: 'helene',
      daysAgo: 25,
      stance: 'for',
      marks: [5, 5, 'taught'],
      text: 'À l’espace numérique, une personne sur trois vient en voiture avec un voisin. Un bus le mardi suffirait à remplir deux ateliers.',
    },
    {
      by: 'marc',
      daysAgo: 21,
      stance: 'against',
      marks: [3, 4, 'argued'],
      text: 'Un bus acheté roule peu : sorties scolaires le matin, associations le samedi. Louer avec chauffeur coûte moins tant qu’on ne dépasse pas quelques centaines d’heures par an. Voyons d’abord les besoins réels.',
    },
    { by: 'sophie', daysAgo: 4, stance: 'question', text: 'Le bus pourra-t-il prendre un fauteuil roulant ?' },
  ],
  '3.5': [
    {
      by: 'karim',
      daysAgo: 22,
      stance: 'for',
      marks: [6, 4, 'sourced'],
      text: 'Les aides changent chaque année et personne ne s’y retrouve. Un conseiller qui suit le dossier du début à la fin évite de renoncer au troisième formulaire.',
      sources: [{ url: 'https://france-renov.gouv.fr/', title: 'France Rénov’, service public de la rénovation' }],
    },
    {
      by: 'louis',
      daysAgo: 14,
      stance: 'against',
      marks: [3, 5, 'argued'],
      text: 'L’intercommunalité a déjà des conseillers. Mettons nos moyens sur les copropriétés, dont personne ne s’occupe, plutôt que sur un second guichet.',
    },
  ],
  '3.7': [
    {
      by: 'amina',
      daysAgo: 4,
      stance: 'for',
      marks: [5, 3, 'taught'],
      text: 'J’ai réparé un grille-pain et une lampe en une soirée, avec l’aide de deux voisins que je ne connaissais pas. Le jeudi soir est le bon moment.',
    },
    {
      by: 'jeanne',
      daysAgo: 3,
      stance: 'against',
      marks: [2, 3, 'argued'],
      text: 'L’atelier est utile, mais l’entrée par l’escalier laisse dehors une partie d’entre nous. Il fallait la rampe avant l’ouverture.',
    },
    { by: 'karim', daysAgo: 2, stance: 'question', text: 'Qui répond si une machine blesse quelqu’un ?' },
  ],
}

/** Hidden under a rule, with a reason; its author asked for a second reading. */
export const inventedQuarrel = {
  number: '1.3',
  by: 'karim',
  daysAgo: 11,
  text: 'Le placier actuel est un incapable, tout le monde sait qu’il favorise ses amis.',
  reason: 'Ce texte met en cause une personne précise sans rien pour l’étayer. La critique du service, elle, a toute sa place.',
  appeal: 'Je n’ai cité aucun nom. Les places changent sans explication et je voulais le dire ; je peux reformuler.',
} as const

/** Reported by a reader, and still in its place. */
export const inventedReport = {
  number: '1.2',
  author: 'sophie',
  by: 'amina',
  daysAgo: 2,
  reason: 'Je crois que l’on parle ici d’agents que l’on peut reconnaître.',
} as const
