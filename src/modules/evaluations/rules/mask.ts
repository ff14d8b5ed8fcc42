/** What stands in place of what looked personal. */
export const masked = '[masqué]'

export const kinds = ['email', 'nir', 'iban', 'phone', 'plate', 'address', 'person', 'number'] as const
/** What kind of personal fact was found. */
export type Kind = (typeof kinds)[number]

const separators = '[\\s.\\-\\u00a0\\u202f]?'
const word = "[\\p{L}][\\p{L}'’-]*"
const name = "\\p{Lu}[\\p{L}'’-]+"

const streets = [
  'rue',
  'avenue',
  'av\\.?',
  'boulevard',
  'bd\\.?',
  'place',
  'chemin',
  'impasse',
  'all[ée]e',
  'route',
  'quai',
  'square',
  'cours',
  'r[ée]sidence',
  'sente',
  'passage',
  'lotissement',
]
  .map(street => `[${street[0]}${street[0]?.toUpperCase()}]${street.slice(1)}`)
  .join('|')

/** In this order: what is longer and surer first, so that a telephone is not read inside a bank account. */
const patterns: readonly (readonly [Kind, RegExp])[] = [
  ['email', /[\p{L}\d._%+-]+\s?@\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu],
  ['iban', /\b[A-Z]{2}\d{2}(?:[\s\u00a0\u202f]?[A-Z\d]{4}){3,7}(?:[\s\u00a0\u202f]?[A-Z\d]{1,4})?\b/giu],
  // Sex, year, month, department (2A and 2B included), commune, order; the key may be missing.
  [
    'nir',
    new RegExp(
      `(?<!\\d)[1-478]${separators}\\d{2}${separators}(?:0[1-9]|[1-9]\\d)${separators}(?:\\d{2}|2[AB])${separators}\\d{3}${separators}\\d{3}(?:${separators}\\d{2})?(?!\\d)`,
      'giu',
    ),
  ],
  [
    'phone',
    new RegExp(`(?<!\\d)(?:(?:\\+|00)\\d{1,3}${separators}(?:\\(0\\)${separators})?[1-9]|0[1-9])(?:${separators}\\d{2}){4}(?!\\d)`, 'gu'),
  ],
  ['plate', /\b[A-HJ-NP-TV-Z]{2}[\s-]?\d{3}[\s-]?[A-HJ-NP-TV-Z]{2}\b/gu],
  ['plate', /\b\d{2,4}\s[A-Z]{2,3}\s(?:\d{2}|2[AB])\b/gu],
  [
    'address',
    new RegExp(
      `\\b\\d{1,4}\\s?(?:bis|ter|quater|[a-dA-D]\\b)?,?\\s(?:${streets})\\s(?:(?:de|du|des|la|le|les|d['’]|l['’]|à|au|aux)\\s?)*${word}(?:[\\s-](?:(?:de|du|des|la|le|les)\\s)?${name})*`,
      'gu',
    ),
  ],
  [
    'person',
    new RegExp(
      `\\b(?:M\\.|MM\\.|Mr\\.?|Mme\\.?|Mmes\\.?|Mlle\\.?|Monsieur|Madame|Mademoiselle|Dr\\.?|Docteur|Docteure|Maître|Me)[\\s\\u00a0\\u202f]+(?:(?:de|du|des|le|la|d['’])[\\s\\u00a0]?)?${name}(?:[\\s\\u00a0-]+${name}){0,3}`,
      'gu',
    ),
  ],
  [
    'person',
    new RegExp(
      `(?<=\\b(?:[Jj]e m['’]appelle|[Jj]e suis|[Mm]on nom est|[Ss]igné|[Ss]ignée)[\\s\\u00a0:]+)(?:(?:[Mm]adame|[Mm]onsieur)[\\s\\u00a0]+)?${name}(?:[\\s-]+${name}){1,3}`,
      'gu',
    ),
  ],
  [
    'number',
    /(?:dossier|demande|allocataire|référence|reference|réf\.?|ref\.?|contrat|passeport|carte|ticket|n[°ºo]|numéro|numero)(?:\s?(?:de|d['’]|du|n[°ºo]|numéro|numero|:|allocataire|dossier|demande|contrat))*\s?:?\s?#?[A-Z\d][A-Z\d/-]*\d[A-Z\d/-]{2,}/giu,
  ],
  // Any other long run of digits says something of somebody.
  ['number', /(?<![\d€])\d(?:[\s.\u00a0\u202f-]?\d){6,}(?![\d€])/gu],
]

export interface Masked {
  readonly text: string
  /** What was found, in the order of the text; empty when nothing looked personal. */
  readonly found: readonly Kind[]
}

/** Replaces what looks personal by a visible sign. A proposal, never a guarantee: somebody reads it before it is published. */
export const maskPersonal = (text: string): Masked => {
  const marks: { readonly from: number; readonly to: number; readonly kind: Kind }[] = []
  for (const [kind, pattern] of patterns)
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].trimEnd().length]
      if (!marks.some(mark => from < mark.to && mark.from < to)) marks.push({ from, to, kind })
    }
  const ordered = marks.toSorted((a, b) => a.from - b.from)
  let rest = 0
  let written = ''
  for (const { from, to } of ordered) {
    written += text.slice(rest, from) + masked
    rest = to
  }
  return { text: written + text.slice(rest), found: ordered.map(({ kind }) => kind) }
}
