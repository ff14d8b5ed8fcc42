import { z } from 'zod'
import { categories, categoryName } from './categories.ts'

/** The columns of the Open Repair Data Standard 0.3, in their order. */
export const ordsColumns = [
  'id',
  'data_provider',
  'country',
  'partner_product_category',
  'product_category',
  'product_category_id',
  'brand',
  'year_of_manufacture',
  'product_age',
  'repair_status',
  'repair_barrier_if_end_of_life',
  'group_identifier',
  'event_date',
  'problem',
] as const
export const repairStatuses = ['Fixed', 'Repairable', 'End of life', 'Unknown'] as const
export type RepairStatus = (typeof repairStatuses)[number]
export const barriers = [
  'Spare parts not available',
  'Spare parts too expensive',
  'No way to open product',
  'Repair information not available',
  'Lack of equipment',
  'Too worn out',
] as const
export type Barrier = (typeof barriers)[number]

export interface Repair {
  readonly id: string
  readonly provider: string
  readonly country: string
  readonly what: string
  readonly category: number
  readonly brand: string
  readonly year: number | null
  readonly age: number | null
  readonly status: RepairStatus
  readonly barrier: Barrier | ''
  readonly group: string
  readonly on: string
  readonly problem: string
}
/** A line that could not be taken: its number in the file (the header is 1), the column and why. */
export interface BadLine {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly reason:
    | 'missing-column'
    | 'id'
    | 'country'
    | 'category'
    | 'category-name'
    | 'year'
    | 'age'
    | 'status'
    | 'barrier'
    | 'barrier-without-end'
    | 'date'
    | 'twice'
}

const blank = (text: string) => text === '' || text === 'Unknown'
// Published files write `rctoronto_1` where the published schema says `rctoronto-1`: both are read, ours are written as the schema says.
const rowRules: readonly [
  column: (typeof ordsColumns)[number],
  reason: BadLine['reason'],
  holds: (row: Record<string, string>) => boolean,
][] = [
  ['id', 'id', row => /^[a-z]+[-_][0-9]+$/.test(row.id ?? '')],
  ['country', 'country', row => /^[A-Z]{3}$/.test(row.country ?? '')],
  [
    'product_category_id',
    'category',
    row => /^[0-9]{1,2}$/.test(row.product_category_id ?? '') && categories.some(([id]) => id === Number(row.product_category_id)),
  ],
  [
    'product_category',
    'category-name',
    row => row.product_category === '' || row.product_category === categoryName(Number(row.product_category_id)),
  ],
  [
    'year_of_manufacture',
    'year',
    row => blank(row.year_of_manufacture ?? '') || /^(1[89]|20|21)[0-9]{2}$/.test(row.year_of_manufacture ?? ''),
  ],
  ['product_age', 'age', row => blank(row.product_age ?? '') || /^[0-9]{1,3}(\.[0-9]+)?$/.test(row.product_age ?? '')],
  ['repair_status', 'status', row => repairStatuses.some(status => status === row.repair_status)],
  [
    'repair_barrier_if_end_of_life',
    'barrier',
    row => row.repair_barrier_if_end_of_life === '' || barriers.some(barrier => barrier === row.repair_barrier_if_end_of_life),
  ],
  [
    'repair_barrier_if_end_of_life',
    'barrier-without-end',
    row => row.repair_barrier_if_end_of_life === '' || row.repair_status === 'End of life',
  ],
  ['event_date', 'date', row => z.iso.date().safeParse(row.event_date).success],
]

/** Reads rows of a partner's file (already cut into cells): those that keep the standard, and each that does not, with its line. None is dropped. */
export const readOrds = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
): { readonly repairs: readonly Repair[]; readonly bad: readonly BadLine[] } => {
  const missing = ordsColumns.filter(column => !header.includes(column))
  if (missing.length > 0)
    return { repairs: [], bad: missing.map(column => ({ line: 1, column, value: '', reason: 'missing-column' as const })) }
  const repairs: Repair[] = []
  const bad: BadLine[] = []
  const seen = new Set<string>()
  for (const [at, cells] of rows.entries()) {
    const row = Object.fromEntries(ordsColumns.map(column => [column, (cells[header.indexOf(column)] ?? '').trim()]))
    const line = at + 2
    const broken = rowRules.find(([, , holds]) => !holds(row))
    if (broken) bad.push({ line, column: broken[0], value: (row[broken[0]] ?? '').slice(0, 80), reason: broken[1] })
    else if (seen.has(row.id!)) bad.push({ line, column: 'id', value: row.id!, reason: 'twice' })
    else {
      seen.add(row.id!)
      repairs.push(repairOf(row))
    }
  }
  return { repairs, bad }
}

const repairOf = (row: Record<string, string>): Repair => ({
  id: row.id!,
  provider: row.data_provider ?? '',
  country: row.country!,
  what: row.partner_product_category ?? '',
  category: Number(row.product_category_id),
  brand: blank(row.brand ?? '') ? '' : row.brand!,
  year: blank(row.year_of_manufacture ?? '') ? null : Number(row.year_of_manufacture),
  age: blank(row.product_age ?? '') ? null : Number(row.product_age),
  status: repairStatuses.find(status => status === row.repair_status)!,
  barrier: barriers.find(barrier => barrier === row.repair_barrier_if_end_of_life) ?? '',
  group: row.group_identifier ?? '',
  on: row.event_date!,
  problem: row.problem ?? '',
})

/** A repair as a row of the standard, for export. */
export const ordsRow = (repair: Repair): Record<(typeof ordsColumns)[number], string> => ({
  id: repair.id,
  data_provider: repair.provider,
  country: repair.country,
  partner_product_category: repair.what,
  product_category: categoryName(repair.category),
  product_category_id: String(repair.category),
  brand: repair.brand || 'Unknown',
  year_of_manufacture: repair.year === null ? '' : String(repair.year),
  product_age: repair.age === null ? '' : String(repair.age),
  repair_status: repair.status,
  repair_barrier_if_end_of_life: repair.barrier,
  group_identifier: repair.group,
  event_date: repair.on,
  problem: repair.problem.replace(/\s*\n\s*/g, ' '),
})
