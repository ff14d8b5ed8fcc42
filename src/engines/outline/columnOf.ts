/** What a column of a table holds. */
export type Column = 'number' | 'objective' | 'theme' | 'measure' | 'sub-measure' | 'title' | 'body' | 'kind' | 'other'

const names: readonly [Column, RegExp][] = [
  ['sub-measure', /^(sous[- ]?(mesure|action)s?|sub-?measures?)$/],
  ['number', /^(n|n°|no|num|numero|number|ref|reference|id|code)$/],
  ['objective', /^(objectif|objective|axe|axis|priorite|priority|orientation|chapitre|chapter|partie)s?( strategique)?$/],
  ['theme', /^(theme|thematique|domaine|volet|rubrique|categorie|category|section)s?$/],
  ['measure', /^(mesure|measure|action|proposition|proposal|engagement)s?$/],
  ['title', /^(titre|title|intitule|nom|name|libelle|label)$/],
  ['body', /^(description|texte|text|contenu|content|resume|summary|detail|details|corps|body|explication)s?$/],
  ['kind', /^(type|nature|niveau|level|kind)$/],
]

/** Reads a header cell in French or English, accents and capitals aside. */
export const columnOf = (cell: string): Column => {
  const plain = cell.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
  return names.find(([, name]) => name.test(plain))?.[0] ?? 'other'
}
