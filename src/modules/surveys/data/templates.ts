import type { QuestionnaireDraft } from '#engines/surveys'

export const templateNames = ['blank', 'needs', 'satisfaction', 'hours'] as const
export type TemplateName = (typeof templateNames)[number]

const yesNo = [
  { code: 'yes', label: { fr: 'Oui', en: 'Yes' } },
  { code: 'no', label: { fr: 'Non', en: 'No' } },
]
const satisfied = {
  low: { fr: 'Pas du tout satisfait', en: 'Not satisfied at all' },
  high: { fr: 'Tout à fait satisfait', en: 'Very satisfied' },
}
/** Asked at the end, never required: only they let one compare who answered with who lives here. */
const aboutYou = {
  code: 'you',
  title: { fr: 'Pour finir, quelques mots sur vous', en: 'Finally, a few words about you' },
  intro: {
    fr: 'Ces réponses servent seulement à savoir si celles et ceux qui répondent ressemblent aux habitants.',
    en: 'These answers only tell whether those who answer are like those who live here.',
  },
  questions: [
    {
      kind: 'one' as const,
      code: 'age',
      label: { fr: 'Votre âge', en: 'Your age' },
      dimension: 'age' as const,
      options: [
        { code: 'age_15_29', label: { fr: 'De 15 à 29 ans', en: '15 to 29' } },
        { code: 'age_30_44', label: { fr: 'De 30 à 44 ans', en: '30 to 44' } },
        { code: 'age_45_59', label: { fr: 'De 45 à 59 ans', en: '45 to 59' } },
        { code: 'age_60_74', label: { fr: 'De 60 à 74 ans', en: '60 to 74' } },
        { code: 'age_75_plus', label: { fr: '75 ans et plus', en: '75 and over' } },
      ],
    },
    {
      kind: 'one' as const,
      code: 'sex',
      label: { fr: 'Vous êtes', en: 'You are' },
      dimension: 'sex' as const,
      options: [
        { code: 'sex_f', label: { fr: 'Une femme', en: 'A woman' } },
        { code: 'sex_m', label: { fr: 'Un homme', en: 'A man' } },
      ],
    },
  ],
}
const freeWords = {
  kind: 'long' as const,
  code: 'words',
  label: { fr: 'Que voulez-vous ajouter ?', en: 'What would you like to add?' },
  help: {
    fr: 'Ne donnez ni nom, ni numéro, ni rien qui permette de reconnaître quelqu’un.',
    en: 'Give no name, no number, nothing by which somebody could be recognised.',
  },
}

/** Questionnaires to start from. */
export const templates: Readonly<Record<TemplateName, QuestionnaireDraft>> = {
  blank: { languages: ['fr'], sections: [{ code: 'first', title: { fr: 'Vos réponses', en: 'Your answers' }, questions: [] }] },
  needs: {
    languages: ['fr', 'en'],
    sections: [
      {
        code: 'use',
        title: { fr: 'Votre usage', en: 'How you use it' },
        questions: [
          {
            kind: 'one',
            code: 'uses',
            label: { fr: 'Utilisez-vous ce service ?', en: 'Do you use this service?' },
            required: true,
            options: [
              { code: 'often', label: { fr: 'Oui, au moins une fois par mois', en: 'Yes, at least once a month' } },
              { code: 'sometimes', label: { fr: 'Oui, quelques fois par an', en: 'Yes, a few times a year' } },
              { code: 'never', label: { fr: 'Non, jamais', en: 'No, never' } },
            ],
          },
          {
            kind: 'many',
            code: 'obstacles',
            label: { fr: 'Qu’est-ce qui vous en empêche ?', en: 'What keeps you from it?' },
            showIf: { match: 'all', tests: [{ question: 'uses', is: 'same', value: 'never' }] },
            withOther: true,
            options: [
              { code: 'hours', label: { fr: 'Les horaires', en: 'The opening hours' } },
              { code: 'distance', label: { fr: 'La distance', en: 'The distance' } },
              { code: 'access', label: { fr: 'L’accès (marches, transport)', en: 'Access (steps, transport)' } },
              { code: 'unknown', label: { fr: 'Je ne le connaissais pas', en: 'I didn’t know about it' } },
            ],
          },
        ],
      },
      {
        code: 'needs',
        title: { fr: 'Vos besoins', en: 'What you need' },
        questions: [
          {
            kind: 'ranking',
            code: 'priorities',
            label: { fr: 'Que faut-il améliorer d’abord ?', en: 'What should be improved first?' },
            places: 3,
            options: [
              { code: 'hours', label: { fr: 'Les horaires', en: 'The opening hours' } },
              { code: 'waiting', label: { fr: 'L’attente', en: 'Waiting' } },
              { code: 'welcome', label: { fr: 'L’accueil', en: 'The welcome' } },
              { code: 'access', label: { fr: 'L’accès', en: 'Access' } },
              { code: 'remote', label: { fr: 'Les démarches à distance', en: 'Doing things from home' } },
            ],
          },
          freeWords,
        ],
      },
      aboutYou,
    ],
  },
  satisfaction: {
    languages: ['fr', 'en'],
    sections: [
      {
        code: 'visit',
        title: { fr: 'Votre dernière visite', en: 'Your last visit' },
        questions: [
          {
            kind: 'scale',
            code: 'overall',
            label: { fr: 'Êtes-vous satisfait de ce service ?', en: 'Are you satisfied with this service?' },
            required: true,
            ...satisfied,
          },
          {
            kind: 'grid',
            code: 'details',
            label: { fr: 'Plus précisément', en: 'More precisely' },
            rows: [
              { code: 'welcome', label: { fr: 'L’accueil', en: 'The welcome' } },
              { code: 'waiting', label: { fr: 'L’attente', en: 'Waiting' } },
              { code: 'clarity', label: { fr: 'La clarté des explications', en: 'How clear it was' } },
            ],
            ...satisfied,
          },
          {
            kind: 'short',
            code: 'missing',
            label: { fr: 'Qu’est-ce qui vous a manqué ?', en: 'What did you miss?' },
            showIf: { match: 'all', tests: [{ question: 'overall', is: 'below', value: 3 }] },
          },
          freeWords,
        ],
      },
      aboutYou,
    ],
  },
  hours: {
    languages: ['fr', 'en'],
    sections: [
      {
        code: 'times',
        title: { fr: 'Vos disponibilités', en: 'When you are free' },
        questions: [
          {
            kind: 'many',
            code: 'days',
            label: { fr: 'Quels jours pouvez-vous venir ?', en: 'Which days can you come?' },
            required: true,
            options: [
              { code: 'monday', label: { fr: 'Lundi', en: 'Monday' } },
              { code: 'tuesday', label: { fr: 'Mardi', en: 'Tuesday' } },
              { code: 'wednesday', label: { fr: 'Mercredi', en: 'Wednesday' } },
              { code: 'thursday', label: { fr: 'Jeudi', en: 'Thursday' } },
              { code: 'friday', label: { fr: 'Vendredi', en: 'Friday' } },
              { code: 'saturday', label: { fr: 'Samedi', en: 'Saturday' } },
            ],
          },
          {
            kind: 'one',
            code: 'moment',
            label: { fr: 'À quel moment ?', en: 'At what time?' },
            options: [
              { code: 'morning', label: { fr: 'Le matin', en: 'In the morning' } },
              { code: 'afternoon', label: { fr: 'L’après-midi', en: 'In the afternoon' } },
              { code: 'evening', label: { fr: 'Le soir, après 18 h 30', en: 'In the evening, after 6:30 pm' } },
            ],
          },
          {
            kind: 'one',
            code: 'childcare',
            label: { fr: 'Auriez-vous besoin d’une garde d’enfants ?', en: 'Would you need childcare?' },
            options: yesNo,
          },
        ],
      },
      aboutYou,
    ],
  },
}
