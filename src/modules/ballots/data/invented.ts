const option = (label: string, explanation = '') => ({ label, explanation })

/** What the invented votes of the demonstration ask. */
export const market = {
  ballot: {
    title: 'Quel marché du soir ?',
    introduction:
      'La mesure « Reprendre le marché en main » prévoit un second marché par semaine. Les commerçants peuvent venir à quatre moments. **Dites ce que vous pensez de chacun** : le plus largement accepté sera essayé trois mois.',
    purpose: 'Le conseil municipal choisira le jour de l’essai en janvier ; il dira pourquoi s’il ne suit pas ce vote.',
  },
  questions: [
    {
      kind: 'judgment',
      title: 'Que pensez-vous de chaque moment ?',
      explanation: 'L’essai durera trois mois, puis un bilan sera publié.',
      most: 1,
      options: [
        option('Mardi, de 16 h à 19 h', 'à la sortie de l’école'),
        option('Jeudi, de 17 h à 20 h', 'avec le bus des hameaux'),
        option('Vendredi, de 17 h à 20 h', 'avec un coin pour manger sur place'),
        option('Dimanche, de 9 h à 13 h', 'la halle est alors chauffée'),
      ],
    },
  ],
} as const

export const garden = {
  ballot: {
    title: 'Un jardin partagé sur le terrain du lavoir ?',
    introduction:
      'Le terrain du lavoir est libre depuis deux ans. Une association propose d’y cultiver un jardin ouvert à tous. La commune paierait la clôture et l’eau.',
    purpose: 'Le conseil municipal a annoncé qu’il suivrait ce vote si plus de trente personnes y prenaient part.',
  },
  questions: [
    {
      kind: 'yes-no',
      title: 'Faut-il confier le terrain du lavoir à un jardin partagé ?',
      explanation: 'Oui : une convention de trois ans est préparée. Non : le terrain reste une pelouse.',
      most: 1,
      options: [option('Oui'), option('Non')],
    },
  ],
  table: { place: 'Mairie, salle du conseil', scrutineers: 'Jeanne Petit et Louis Marchand' },
  settled: 'La seconde saisie avait oublié un bulletin « Non » ; relu avec les deux scrutateurs.',
} as const

export const workshop = {
  ballot: {
    title: 'Les soirées de l’atelier partagé',
    introduction: 'L’atelier peut ouvrir deux soirées par semaine, et son budget de petit matériel est à répartir.',
    purpose: 'Le comité de l’atelier décidera en février.',
  },
  questions: [
    {
      kind: 'ranking',
      title: 'Dans quel ordre préférez-vous ces soirées ?',
      explanation: '',
      most: 1,
      options: [option('Lundi'), option('Mercredi'), option('Jeudi'), option('Vendredi')],
    },
    {
      kind: 'points',
      title: 'Comment répartir le petit matériel ?',
      explanation: 'Dix points à partager entre les machines.',
      most: 10,
      options: [option('Bois', 'scies et serre-joints'), option('Couture', 'fils et tissus'), option('Électronique', 'composants et fers')],
    },
  ],
} as const

const guards = {
  authority: 'Centre de gestion de la Vallée (inventé)',
  trustees: ['Ines Ferrand, majorité', 'Paul Vasseur, opposition', 'Odette Moreau, habitante tirée au sort'],
  needed: 3,
  codes: 12,
}

/** Secret votes: who guards them, and what those who voted chose, one list of chosen options for each question. */
export const hall = {
  guards,
  ballot: {
    title: 'Le nom de la salle des fêtes rénovée',
    introduction: 'Trois noms ont été proposés par les habitants. **Ce vote est secret** : personne ne saura ce que vous avez choisi.',
    purpose: 'Le conseil municipal a annoncé qu’il retiendrait le nom arrivé en tête.',
  },
  questions: [
    {
      kind: 'choice',
      title: 'Quel nom donner à la salle ?',
      explanation: '',
      most: 1,
      options: [option('Salle du Lavoir'), option('Salle Marie-Curie'), option('Salle de l’Yvette')],
    },
  ],
  choices: [[[0]], [[1]], [[1]], ['blank'], [[2]], [[1]], [[0]]],
} as const

export const terrace = {
  guards,
  ballot: {
    title: 'Des terrasses sur la place de l’église ?',
    introduction:
      'Les cafés demandent à s’installer sur la place, d’avril à septembre. Les riverains sont partagés. **Ce vote est secret.**',
    purpose: 'Le conseil municipal décidera en février, et dira pourquoi s’il ne suit pas ce vote.',
  },
  questions: [
    {
      kind: 'yes-no',
      title: 'Faut-il autoriser des terrasses, jusqu’à 22 h ?',
      explanation: '',
      most: 1,
      options: [option('Oui'), option('Non')],
    },
    {
      kind: 'approval',
      title: 'Quels jours vous conviendraient ?',
      explanation: 'Cochez tous ceux qui vous vont.',
      most: 1,
      options: [option('En semaine'), option('Le samedi'), option('Le dimanche')],
    },
  ],
  choices: [
    [[0], [1, 2]],
    [[1], 'blank'],
    [[0], [0, 1]],
    [[1], [0]],
  ],
} as const
