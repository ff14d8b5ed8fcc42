import { Labels, questionnaireOf, said } from '#engines/surveys'
import type { OpenDataSet } from '#kernel/world'
import { words } from './locales/index.ts'
import { codeWordsIn } from './pages/codeWordsIn.ts'
import { latestPublications, publicationsOf } from './queries/publications.ts'
import { tableWords } from './rules/tableWords.ts'
import type { PublishedTable } from './rules/publishedResults.ts'
import type { Here } from './schema.ts'
import { subjectOf } from './subject.ts'

/** Every table published, one figure a line; hidden figures are empty. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'enquetes-resultats',
    title: { fr: 'Résultats publiés des enquêtes', en: 'Published results of surveys' },
    columns: {
      enquete: { fr: 'Numéro de l’enquête', en: 'Number of the survey', type: 'integer' },
      titre: { fr: 'Titre', en: 'Title', type: 'text' },
      version: { fr: 'Version de la publication', en: 'Version of the publication', type: 'integer' },
      publie_le: { fr: 'Date de publication', en: 'Day of publication', type: 'datetime' },
      question: { fr: 'Question', en: 'Question', type: 'text' },
      reponse: { fr: 'Réponse', en: 'Answer', type: 'text' },
      selon: { fr: 'Question de croisement', en: 'Crossed by', type: 'text' },
      groupe: { fr: 'Groupe', en: 'Group', type: 'text' },
      base: { fr: 'Personnes ayant répondu', en: 'People who answered', type: 'integer' },
      nombre: { fr: 'Nombre de réponses ; vide : masqué', en: 'Count of answers; empty: hidden', type: 'integer' },
      part: { fr: 'Part, de 0 à 1', en: 'Part, 0 to 1', type: 'number' },
      bas: { fr: 'Limite basse de l’intervalle (Wilson, 95 %)', en: 'Low limit (Wilson, 95%)', type: 'number' },
      haut: { fr: 'Limite haute de l’intervalle (Wilson, 95 %)', en: 'High limit (Wilson, 95%)', type: 'number' },
      part_redressee: { fr: 'Part redressée', en: 'Weighted part', type: 'number' },
    },
    rows: world => lines(world),
  },
]

async function* lines(world: Here): AsyncGenerator<Record<string, unknown>> {
  const latest = new Map<string, string>()
  for (const one of await latestPublications(world, 1000)) latest.set(one.id, said(Labels.parse(one.title), 'fr').text)
  for (const [survey, title] of [...latest].toSorted(([a], [b]) => Number(a) - Number(b))) {
    const questionnaire = await questionnaireOf(world, subjectOf(survey))
    if (!questionnaire) continue
    const wording = tableWords(questionnaire.content, 'fr', codeWordsIn(words('fr'), 'fr'))
    for (const { version, publishedAt, content } of (await publicationsOf(world, survey)).toReversed()) {
      const shared = { enquete: survey, titre: title, version, publie_le: publishedAt }
      for (const table of content.publication.tables) for (const line of figuresOf(table, wording)) yield { ...shared, ...line }
    }
  }
}

type Share = { readonly share: number; readonly low: number; readonly high: number } | null
const shares = (answered: Share, weighted: Share) => ({
  part: answered?.share ?? null,
  bas: answered?.low ?? null,
  haut: answered?.high ?? null,
  part_redressee: weighted?.share ?? null,
})

const figuresOf = (table: PublishedTable, wording: ReturnType<typeof tableWords>): readonly Record<string, unknown>[] => {
  const question = wording.title(table.question)
  if (table.kind === 'one-way')
    return table.rows.map(row => ({
      question,
      reponse: wording.say(table.question, row.codes),
      base: table.base,
      nombre: row.count,
      ...shares(row.answered, row.weighted),
    }))
  return table.rows.flatMap(row =>
    row.cells.map((cell, at) => ({
      question,
      reponse: wording.say(table.question, row.codes),
      selon: wording.title(table.by),
      groupe: wording.say(table.by, table.columns[at]?.codes ?? []),
      base: table.columns[at]?.base ?? null,
      nombre: cell.count,
      ...shares(cell.answered, cell.weighted),
    })),
  )
}
