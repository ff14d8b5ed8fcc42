import { parse } from 'csv-parse/sync'
import { type Category, type Dimension, dimensions, type PeopleCounted, type PopulationFigures } from './figures.ts'
import { plain, readCategory, yearsOf } from './readCategory.ts'

/** What must be corrected, and on which line of the file (1 is the header); null when it is about the whole. */
export interface FileFault {
  readonly line: number | null
  readonly because: 'empty' | 'too-long' | 'unreadable' | 'header' | 'dimension' | 'category' | 'count' | 'repeated' | 'overlap' | 'nobody'
  readonly what: string
}
export type ReadFigures =
  | { readonly ok: true; readonly read: PopulationFigures }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

const mostLines = 5000
const mostFaults = 20

/** Reads a file of margins or of combinations; every fault is said with its line, twenty at most. */
export const readFigures = (text: string): ReadFigures => {
  const source = text.replace(/^\ufeff/, '')
  if (source.trim() === '') return refused([{ line: null, because: 'empty', what: '' }])
  const rows = linesOf(source)
  if (rows === null) return refused([{ line: null, because: 'unreadable', what: '' }])
  if (rows.length > mostLines) return refused([{ line: null, because: 'too-long', what: String(mostLines) }])
  const head = headOf(rows[0]?.cells ?? [])
  if (head === null) return refused([{ line: rows[0]?.line ?? 1, because: 'header', what: rows[0]?.cells.join(' ; ').slice(0, 120) ?? '' }])

  const faults: FileFault[] = []
  const categories = new Map<string, Category>()
  const figures = new Map<string, { readonly line: number; readonly figure: PeopleCounted }>()
  for (const { line, cells } of rows.slice(1)) {
    const fault = (because: FileFault['because'], what: string) => void faults.push({ line, because, what: what.slice(0, 80) })
    const people = peopleOf(cells[head.count] ?? '')
    const named = head.named(cells)
    if (named === null) fault('dimension', cells[head.dimension ?? 0] ?? '')
    else if (people === null) fault('count', cells[head.count] ?? '')
    else {
      const found = named.map(({ dimension, written, code }) => ({ written, category: readCategory(dimension, written, code) }))
      const unknown = found.find(({ category }) => category === null)
      if (unknown) {
        fault('category', unknown.written)
        continue
      }
      const codes: Record<Dimension, string | null> = { age: null, sex: null, district: null }
      for (const { category } of found) {
        if (!category) continue
        codes[category.dimension] = category.code
        categories.set(`${category.dimension} ${category.code}`, category)
      }
      const key = JSON.stringify(codes)
      const before = figures.get(key)
      if (before) fault('repeated', String(before.line))
      else figures.set(key, { line, figure: { ...codes, people } })
    }
  }
  const ages = [...categories.values()].filter(({ dimension }) => dimension === 'age').toSorted(byAge)
  const overlap = ages.find((age, at) => at > 0 && yearsOf(age.code)[0] <= yearsOf(ages[at - 1]?.code ?? '')[1])
  if (overlap) faults.push({ line: null, because: 'overlap', what: overlap.label.fr })
  const counted = [...figures.values()].map(({ figure }) => figure)
  if (faults.length === 0 && !counted.some(({ people }) => people > 0)) faults.push({ line: null, because: 'nobody', what: '' })
  if (faults.length > 0) return refused(faults)
  return {
    ok: true,
    read: { form: head.dimension === null ? 'crossed' : 'margins', categories: ordered([...categories.values()], ages), figures: counted },
  }
}
const refused = (faults: readonly FileFault[]): ReadFigures => ({ ok: false, faults: faults.slice(0, mostFaults) })

/** Lines that say something, with their number in the file. */
const linesOf = (source: string): readonly { readonly line: number; readonly cells: readonly string[] }[] | null => {
  const first = source.split(/\r?\n/, 1)[0] ?? ''
  const delimiter = [';', '\t', ','].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ';'
  try {
    const rows: readonly (readonly string[])[] = parse(source, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells: readonly string[], { lines }: { lines: number }) => [String(lines), ...cells],
    })
    return rows.map(([line, ...cells]) => ({ line: Number(line), cells })).filter(({ cells }) => cells.some(cell => cell !== ''))
  } catch {
    return null // a quote that is never closed: said to the person
  }
}

const names: Readonly<Record<string, Dimension | 'dimension' | 'category' | 'code' | 'count'>> = {
  dimension: 'dimension',
  variable: 'dimension',
  categorie: 'category',
  category: 'category',
  modalite: 'category',
  libelle: 'category',
  label: 'category',
  code: 'code',
  effectif: 'count',
  effectifs: 'count',
  count: 'count',
  nombre: 'count',
  population: 'count',
  habitants: 'count',
  age: 'age',
  'tranche d’age': 'age',
  "tranche d'age": 'age',
  sexe: 'sex',
  sex: 'sex',
  quartier: 'district',
  district: 'district',
}

/** Which column is what; null when a count or what is counted is missing. */
const headOf = (cells: readonly string[]) => {
  const columns = cells.map(cell => names[plain(cell)])
  const count = columns.indexOf('count')
  const code = columns.indexOf('code')
  const [dimension, category] = [columns.indexOf('dimension'), columns.includes('category') ? columns.indexOf('category') : code]
  const crossed = dimensions.filter(name => columns.includes(name))
  if (count < 0) return null
  if (dimension >= 0 && category >= 0 && crossed.length === 0)
    return {
      count,
      dimension,
      named: (row: readonly string[]) => {
        const name = names[plain(row[dimension] ?? '')]
        const found = dimensions.find(one => one === name)
        return found ? [{ dimension: found, written: row[category] ?? '', code: row[code] ?? '' }] : null
      },
    }
  if (dimension >= 0 || crossed.length < 2) return null
  return {
    count,
    dimension: null,
    named: (row: readonly string[]) =>
      crossed.map(name => ({
        dimension: name,
        written: row[columns.indexOf(name)] ?? '',
        code: name === 'district' ? (row[code] ?? '') : '',
      })),
  }
}

/** `1 234`, `1234,56`: rounded; null when it is not a number of people. */
const peopleOf = (written: string): number | null => {
  const digits = written.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  const people = Math.round(Number(digits))
  return /^\d+(\.\d+)?$/.test(digits) && people <= 10_000_000 ? people : null
}

const byAge = (a: Category, b: Category) => yearsOf(a.code)[0] - yearsOf(b.code)[0] || yearsOf(a.code)[1] - yearsOf(b.code)[1]
/** Ages by year, women then men, districts as the file gives them. */
const ordered = (categories: readonly Category[], ages: readonly Category[]) => [
  ...ages,
  ...categories.filter(({ dimension }) => dimension === 'sex').toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  ...categories.filter(({ dimension }) => dimension === 'district'),
]
