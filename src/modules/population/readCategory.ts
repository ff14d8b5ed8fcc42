import type { Category, Dimension } from './figures.ts'

/** What a person or Insee writes for a category; null when it is not understood. */
export const readCategory = (dimension: Dimension, written: string, code = ''): Category | null =>
  dimension === 'age' ? age(written) : dimension === 'sex' ? sex(written) : district(written, code)

/** Lower case, without accents, one space. */
export const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()

const age = (written: string): Category | null => {
  const text = plain(written)
  const under = /^moins de (\d{1,3})( ans)?$/.exec(text)
  const over = /^(\d{1,3}) ?(\+|(ans )?(et|ou) plus)$/.exec(text)
  const band = /^(?:de )?(\d{1,3})(?: ans)? ?(?:-|–|a|to) ?(\d{1,3})(?: ans)?$/.exec(text)
  if (over) return ageBand(Number(over[1]), null)
  if (under && Number(under[1]) > 0) return ageBand(0, Number(under[1]) - 1)
  if (band && Number(band[1]) <= Number(band[2])) return ageBand(Number(band[1]), Number(band[2]))
  return null
}
const ageBand = (from: number, to: number | null): Category => ({
  dimension: 'age',
  code: to === null ? `${from}+` : `${from}-${to}`,
  label:
    to === null
      ? { fr: `${from} ans et plus`, en: `${from} and over` }
      : from === 0
        ? { fr: `Moins de ${to + 1} ans`, en: `Under ${to + 1}` }
        : { fr: `${from} à ${to} ans`, en: `${from} to ${to}` },
})
/** First and last year of a band: `[75, Infinity]` for `75+`. */
export const yearsOf = (code: string): readonly [number, number] => {
  const [from = 0, to] = code.replace('+', '').split('-').map(Number)
  return [from, to ?? Infinity]
}

const female: Category = { dimension: 'sex', code: 'F', label: { fr: 'Femmes', en: 'Women' } }
const male: Category = { dimension: 'sex', code: 'M', label: { fr: 'Hommes', en: 'Men' } }
// Insee's census writes 1 for men and 2 for women.
const sexes: Readonly<Record<string, Category>> = {
  f: female,
  femme: female,
  femmes: female,
  feminin: female,
  women: female,
  '2': female,
  m: male,
  h: male,
  homme: male,
  hommes: male,
  masculin: male,
  men: male,
  '1': male,
}
const sex = (written: string): Category | null => sexes[plain(written)] ?? null

const district = (written: string, code: string): Category | null => {
  const label = written.trim()
  const made = plain(code || label)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return label === '' || label.length > 120 || made === '' ? null : { dimension: 'district', code: made, label: { fr: label, en: label } }
}
