import type { OpenDataSet } from '#kernel/service'
import { publicationsOf } from './queries/publications.ts'
import { publishedWords } from './queries/words.ts'
import { indicatorIds } from './rules/indicators.ts'

const campaign = { fr: 'Numéro de la campagne', en: 'Number of the campaign', type: 'integer' } as const
const service = { fr: 'Numéro du service', en: 'Number of the service', type: 'integer' } as const
const publishedOn = { fr: 'Publié le', en: 'Published on', type: 'date' } as const

/** Figures, answers by national code, and words: nothing that the pages do not show. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'evaluations-indicateurs',
    title: {
      fr: 'Évaluations des services : les quatre chiffres de chaque campagne',
      en: 'Evaluations: the four figures of each campaign',
    },
    columns: {
      campagne: campaign,
      service,
      fin: { fr: 'Dernier jour de la campagne', en: 'Last day of the campaign', type: 'date' },
      publie_le: publishedOn,
      indicateur: {
        fr: 'satisfaction (%), clarity (1 à 5), waiting (minutes) ou help (%)',
        en: 'satisfaction (%), clarity (1 to 5), waiting (minutes) or help (%)',
        type: 'text',
      },
      valeur: { fr: 'Valeur', en: 'Value', type: 'number' },
      reponses: { fr: 'Nombre de réponses à cette question', en: 'Answers to this question', type: 'integer' },
    },
    async *rows(world) {
      for (const one of await publicationsOf(world, null))
        for (const id of indicatorIds) {
          const figure = one.indicators[id]
          if (figure)
            yield {
              campagne: one.campaign,
              service: one.service,
              fin: one.closesOn,
              publie_le: one.on,
              indicateur: id,
              valeur: figure.value,
              reponses: figure.n,
            }
        }
    },
  },
  {
    id: 'evaluations-reponses',
    title: { fr: 'Évaluations des services : réponses, par code national', en: 'Evaluations: answers, by national code' },
    columns: {
      campagne: campaign,
      service,
      publie_le: publishedOn,
      field_code: {
        fr: 'Question : code national, ou waiting, local_1…',
        en: 'Question: national code, or waiting, local_1…',
        type: 'text',
      },
      answer_codes: {
        fr: 'Réponse : code national ; plusieurs, séparés par une barre, quand elles ont été réunies',
        en: 'Answer: national code; several, separated by a bar, when they were put together',
        type: 'text',
      },
      reponses: { fr: 'Nombre de réponses', en: 'Count of answers', type: 'integer' },
      base: { fr: 'Personnes qui ont répondu à la question', en: 'People who answered the question', type: 'integer' },
    },
    async *rows(world) {
      for (const one of await publicationsOf(world, null))
        for (const table of one.tables.tables) {
          if (table.kind !== 'one-way') continue
          for (const { codes, count } of table.rows)
            yield {
              campagne: one.campaign,
              service: one.service,
              publie_le: one.on,
              field_code: table.question,
              answer_codes: codes.join('|'),
              reponses: count,
              base: table.base,
            }
        }
    },
  },
  {
    id: 'evaluations-paroles',
    title: { fr: 'Évaluations des services : paroles publiées et réponses', en: 'Evaluations: published words and answers' },
    columns: {
      campagne: campaign,
      service,
      recue_le: { fr: 'Reçue le', en: 'Received on', type: 'date' },
      parole: { fr: 'Ce qui a été écrit, relu et masqué', en: 'What was written, read and masked', type: 'text' },
      reponse: { fr: 'Réponse du service', en: 'Answer of the service', type: 'text' },
    },
    async *rows(world) {
      for (let start = 0, size = 500; ; start += size) {
        const found = await publishedWords(world, null, { size, start })
        for (const word of found)
          yield {
            campagne: word.campaign,
            service: word.service,
            recue_le: word.receivedOn,
            parole: word.published,
            reponse: word.reply?.text ?? null,
          }
        if (found.length < size) return
      }
    },
  },
]
