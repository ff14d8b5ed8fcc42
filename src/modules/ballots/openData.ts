import type { OpenDataSet } from '#kernel/service'
import { publishedBallots } from './queries/results.ts'

const count = (fr: string, en: string) => ({ fr, en, type: 'integer' }) as const
const text = (fr: string, en: string) => ({ fr, en, type: 'text' }) as const

/** Results published, one row per option; the ballots themselves are in the files of each vote. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'resultats-des-votes',
    title: { fr: 'Résultats des votes consultatifs', en: 'Results of consultative votes' },
    columns: {
      vote: count('Numéro du vote', 'Number of the vote'),
      titre: text('Titre', 'Title'),
      cloture: { fr: 'Clôture', en: 'Close', type: 'datetime' },
      mesure: count('Numéro de la mesure', 'Number of the measure'),
      question: count('Numéro de la question', 'Number of the question'),
      genre: text('Genre de question', 'Kind of question'),
      intitule: text('Question', 'Question'),
      proposition: text('Proposition', 'Option'),
      electronique: count('Voix ou points, électronique', 'Votes or points, electronic'),
      papier: count('Voix ou points, papier', 'Votes or points, paper'),
      total: count('Total', 'Total'),
      place: count('Place ; la même en cas d’égalité', 'Place; the same when tied'),
      exprimes: count('Bulletins exprimés à cette question', 'Ballots that answered this question'),
      blancs: count('Bulletins blancs à cette question', 'Ballots blank on this question'),
    },
    rows: async world =>
      (await publishedBallots(world, null, 500)).flatMap(ballot =>
        ballot.content.questions.flatMap(question =>
          question.options.map(option => ({
            vote: ballot.id,
            titre: ballot.title,
            cloture: ballot.closesAt,
            mesure: ballot.measure,
            question: question.number,
            genre: question.kind,
            intitule: question.title,
            proposition: option.label,
            electronique: option.electronic,
            papier: option.paper,
            total: option.total,
            place: question.order.findIndex(tied => tied.includes(option.number)) + 1,
            exprimes: question.answered,
            blancs: question.blank,
          })),
        ),
      ),
  },
]
