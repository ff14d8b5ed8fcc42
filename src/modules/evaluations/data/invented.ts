import type { Channel } from '#engines/surveys'
import type { LocalQuestion } from '../rules/localQuestion.ts'

interface InventedAnswer {
  readonly satisfaction: string
  readonly comprehension?: number
  readonly waiting?: number
  readonly contact_tried?: string[]
  readonly contact_reached?: string
  readonly contact_satisfaction?: string
  readonly local_1?: string
  readonly words?: string
  readonly channel: Channel
  /** Days after the campaign opened. */
  readonly after: number
}
export interface InventedCampaign {
  /** Days from today. */
  readonly opens: number
  readonly closes: number
  readonly local: readonly LocalQuestion[]
  readonly answers: readonly InventedAnswer[]
  readonly replies: readonly (readonly [string, string])[]
}

const moods = ['very_good', 'good', 'medium', 'bad', 'very_bad'] as const
const channels: readonly Channel[] = ['screen', 'counter', 'screen', 'paper', 'counter', 'screen', 'phone']

/** Invented answers: so many of each opinion, spread over the days and the channels; the waiting time goes round a mean. */
const answersOf = (
  counts: readonly number[],
  mean: number,
  clarity: number,
  said: readonly string[],
  days: number,
): readonly InventedAnswer[] =>
  counts
    .flatMap((count, mood) => Array.from({ length: count }, () => moods[mood] ?? 'medium'))
    .map((satisfaction, at, all) => {
      // A step without common measure with the count spreads opinions over days and channels, always alike.
      const place = (at * 7) % all.length
      const isUnhappy = satisfaction === 'bad' || satisfaction === 'very_bad'
      const sought = at % 3 === 0
      const reached = at % 9 !== 0
      const words = said[Math.floor(place / Math.ceil(all.length / said.length))]
      return {
        satisfaction,
        comprehension: Math.max(1, Math.min(5, clarity + ((at % 3) - 1))),
        waiting: Math.max(0, mean + ((at * 5) % 11) - 5 + (isUnhappy ? 4 : 0)),
        ...(sought
          ? {
              contact_tried: [at % 2 === 0 ? 'desk' : 'phone'],
              contact_reached: reached ? 'yes' : 'no',
              ...(reached ? { contact_satisfaction: satisfaction } : {}),
            }
          : { contact_tried: ['none'] }),
        local_1: at % 4 === 0 ? 'no' : 'yes',
        ...(words && place % Math.ceil(all.length / said.length) === 0 ? { words } : {}),
        channel: channels[at % channels.length] ?? 'screen',
        after: place % days,
      }
    })

const hours: readonly LocalQuestion[] = [{ kind: 'yes-no', fr: 'Les horaires vous conviennent-ils ?', en: 'Do the hours suit you?' }]

/** The judged life of two services of an invented town; every figure is made up. */
export const invented = {
  national: [
    { indicator: 'satisfaction', value: 74, scope: 'Guichets des communes', source: 'moyenne de communes inventées' },
    { indicator: 'clarity', value: 3.9, scope: 'Guichets des communes', source: 'moyenne de communes inventées' },
    { indicator: 'help', value: 80, scope: 'Guichets des communes', source: 'moyenne de communes inventées' },
  ],
  services: [
    {
      service: 'Agence postale communale',
      promised: {
        on: -200,
        due: -8,
        title: 'Attendre moins de dix minutes à l’agence postale',
        text: 'Un second guichet ouvre le mercredi et le samedi, et les colis se retirent à part.',
        decisionTitle: 'Réorganiser l’agence postale avec ses usagers',
        indicator: 'Temps d’attente moyen',
        unit: 'minutes',
        direction: 'at-most',
        target: 10,
        source: 'evaluation:waiting',
      },
      campaigns: [
        {
          opens: -280,
          closes: -266,
          local: hours,
          answers: answersOf(
            [3, 6, 7, 5, 2],
            19,
            3,
            [
              'Une seule personne au guichet le samedi, et vingt minutes de file dehors sous la pluie.',
              'Merci à Mme Roussel, qui a retrouvé mon colis en cinq minutes.',
              'On ne sait jamais s’il faut prendre un numéro.',
            ],
            14,
          ),
          replies: [['dehors sous la pluie', 'Vous avez raison. Nous demandons un second guichet pour le samedi, et un auvent.']],
        },
        {
          opens: -190,
          closes: -176,
          local: hours,
          answers: answersOf(
            [4, 8, 6, 4, 1],
            16,
            3,
            [
              'C’est mieux le mercredi. Le samedi reste très long.',
              'Rappelez-moi au 06 12 34 56 78 pour mon recommandé perdu.',
              'L’employé du matin est incapable, tout le monde le sait.',
            ],
            14,
          ),
          replies: [['Le samedi reste très long', 'Le second guichet du samedi ouvre le mois prochain.']],
        },
        {
          opens: -40,
          closes: -20,
          local: hours,
          answers: answersOf(
            [6, 10, 5, 2, 1],
            12,
            4,
            [
              'Le panneau qui dit où retirer les colis change tout.',
              'Presque pas d’attente le jeudi. Le samedi, encore un quart d’heure.',
              'Les horaires du vendredi sont trop courts pour qui travaille.',
            ],
            20,
          ),
          replies: [],
        },
        {
          opens: -9,
          closes: 12,
          local: hours,
          answers: answersOf(
            [5, 7, 3, 1, 0],
            9,
            4,
            [
              'Rapide et aimable. Je m’appelle Odette Moreau et j’habite 12 bis rue des Lilas.',
              'Enfin une place assise pour attendre !',
              'Mon dossier n° 2024-118345 n’avance pas.',
            ],
            8,
          ),
          replies: [],
        },
      ],
      changes: [
        {
          on: -150,
          from: 'prendre un numéro',
          title: 'Un panneau dit où attendre et où retirer un colis',
          text: 'Le retrait des colis a son propre comptoir, signalé dès la porte.',
          said: 'On ne savait pas s’il fallait prendre un numéro, ni où attendre.',
          indicator: 'clarity',
        },
        {
          on: -60,
          from: 'Le samedi reste très long',
          title: 'Un second guichet le mercredi et le samedi',
          text: 'Deux agents tiennent l’agence le mercredi après-midi et le samedi matin.',
          said: 'Dix-neuf minutes d’attente en moyenne, et la file du samedi dehors.',
          indicator: 'waiting',
        },
      ],
    },
    {
      service: 'Médiathèque',
      promised: {
        on: -100,
        due: 150,
        title: 'Neuf personnes sur dix contentes de la médiathèque',
        text: 'Le prêt en libre-service et l’ouverture du dimanche sont essayés pendant un an.',
        decisionTitle: 'La médiathèque ouverte à tous',
        indicator: 'Personnes pour qui cela s’est bien ou très bien passé',
        unit: '%',
        direction: 'at-least',
        target: 90,
        source: 'evaluation:satisfaction',
      },
      campaigns: [
        {
          opens: -290,
          closes: -270,
          local: [],
          answers: answersOf([7, 7, 4, 2, 0], 4, 4, ['Il manque des livres en gros caractères.', 'Équipe formidable, merci.'], 20).map(
            withoutLocal,
          ),
          replies: [['gros caractères', 'Soixante livres en gros caractères arrivent ce printemps ; dites-nous lesquels vous aimeriez.']],
        },
        {
          opens: -200,
          closes: -180,
          local: [],
          answers: answersOf(
            [8, 8, 3, 1, 0],
            3,
            4,
            ['Le bruit des enfants l’après-midi.', 'Les gros caractères sont arrivés, bravo.'],
            20,
          ).map(withoutLocal),
          replies: [],
        },
        {
          opens: -85,
          closes: -65,
          local: [],
          answers: answersOf([10, 8, 2, 1, 0], 3, 5, ['Le dimanche matin, enfin !', 'Le prêt en libre-service est simple.'], 20).map(
            withoutLocal,
          ),
          replies: [],
        },
        {
          opens: -5,
          closes: 16,
          local: [],
          answers: answersOf([5, 4, 1, 0, 0], 2, 5, ['Une prise de courant près des fauteuils serait utile.'], 5).map(withoutLocal),
          replies: [],
        },
      ],
      changes: [
        {
          on: -190,
          from: 'gros caractères',
          title: 'Soixante livres en gros caractères',
          text: 'Un rayon à hauteur des yeux, près de l’entrée, choisi avec les lecteurs.',
          said: 'Il manquait des livres en gros caractères.',
          indicator: 'satisfaction',
        },
      ],
    },
  ],
} as const satisfies {
  readonly national: readonly {
    readonly indicator: 'satisfaction' | 'clarity' | 'help'
    readonly value: number
    readonly scope: string
    readonly source: string
  }[]
  readonly services: readonly { readonly campaigns: readonly InventedCampaign[]; readonly [more: string]: unknown }[]
}

function withoutLocal({ local_1: _local, ...answer }: InventedAnswer): InventedAnswer {
  return answer
}
