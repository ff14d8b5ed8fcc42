import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenDataSet } from '#kernel/world'
import { csvOf, guarded } from './formats.ts'

const text = { fr: '', en: '', type: 'text' as const }
const telephone = { ...text, format: 'telephone' as const }
const number = { ...text, type: 'number' as const }

test.each([
  ['a telephone number where one is declared', '+33169000000', telephone, '+33169000000'],
  ['a telephone number anywhere else', '+33169000000', text, "'+33169000000"],
  ['a formula behind a telephone number', '+33169000000+cmd|A1', telephone, "'+33169000000+cmd|A1"],
  ['a formula in the column of telephones', '=HYPERLINK("x")', telephone, `'=HYPERLINK("x")`],
  ['a sum of telephone numbers', '+33169000000+1', telephone, "'+33169000000+1"],
  ['a longitude west of Greenwich', '-61.5', number, '-61.5'],
  ['a computation in a column of numbers', '-61.5+cmd', number, "'-61.5+cmd"],
  ['a number below zero in a text', '-61.5', text, "'-61.5"],
  ['a tab before', '\t=1', telephone, "'\t=1"],
  ['a sign of another width', '\uff1d1', text, "'\uff1d1"],
  ['an ordinary text', 'Lavoir', text, 'Lavoir'],
])('%s', (_, value, column, written) => expect(guarded(value, column)).toBe(written))

test('whatever a cell holds, what is read back begins like a formula only where its column says what it is', async () => {
  const columns = { text, telephone, number }
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.constantFrom('', '+', '-', '=', '@', '+33', '-1'), fc.string()).map(parts => parts.join('')),
        {
          minLength: 3,
          maxLength: 3,
        },
      ),
      async ([a = '', b = '', c = '']) => {
        const set: OpenDataSet = {
          id: 'essai',
          title: { fr: '', en: '' },
          columns,
          rows: async () => [{ text: a, telephone: b, number: c }],
        }
        let body = ''
        for await (const line of csvOf(set, {} as never)) body += line // no row of this set reads its world
        const rows: Record<string, string>[] = parse(body, { columns: true })
        const [row] = rows
        expect(row?.text).not.toMatch(/^[=+\-@]/)
        if (/^[=+\-@]/.test(row?.telephone ?? '')) expect(row?.telephone).toMatch(/^\+\d{6,15}$/)
        if (/^[=+\-@]/.test(row?.number ?? '')) expect(row?.number).toMatch(/^-\d+(\.\d+)?$/)
        for (const [at, name] of ['text', 'telephone', 'number'].entries())
          expect([[a, b, c][at], `'${[a, b, c][at]}`]).toContain(row?.[name])
      },
    ),
    { numRuns: 300 },
  )
})
