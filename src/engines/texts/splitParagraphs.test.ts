import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, splitParagraphs } from './splitParagraphs.ts'
import { markdownOf } from './paragraph.ts'

const idOf = (rank: number) => `p${rank + 1}`

test('headings, paragraphs, each item of a list and tables are paragraphs of their own', () => {
  const text =
    '# Marché\n\nUn marché\nde nuit.\n\n- halle\n- étals\n  - bio\n  - local\n\n1. voir\n2. dire\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'
  expect(splitParagraphs(text, idOf)).toEqual([
    { id: 'p1', text: '# Marché' },
    { id: 'p2', text: 'Un marché\nde nuit.' },
    { id: 'p3', text: '- halle' },
    { id: 'p4', text: '- étals\n  - bio\n  - local' },
    { id: 'p5', text: '1. voir' },
    { id: 'p6', text: '2. dire' },
    { id: 'p7', text: '| a | b |\n|---|---|\n| 1 | 2 |' },
  ])
})

test('an indented item comes back to the margin with what is nested under it', () => {
  expect(blocksOf('  - étals\n    - bio')).toEqual(['- étals\n  - bio'])
})

test('no word is lost, whatever is typed', () => {
  const typed = fc
    .array(
      fc.constantFrom('# ', '- ', '1. ', '> ', '    ', '\n', '\n\n', '<b>', '[x]: y', '```\n', '|', 'mot', 'eau', '* ', '\t', '--- ', ' '),
    )
    .map(parts => parts.join(''))
  const words = (text: string) => text.match(/[a-zé]+/gu) ?? []
  fc.assert(
    fc.property(typed, text => {
      expect(words(blocksOf(text).join('\n\n'))).toEqual(words(text))
    }),
    { numRuns: 500 },
  )
})

test('a text divided, joined and divided again keeps its paragraphs', () => {
  const block = fc.constantFrom('Un marché de nuit.', '- halle', '## Titre', '> dit-elle', '3. trois', 'une ligne\nl’autre')
  fc.assert(
    fc.property(fc.array(block), blocks => {
      const version = splitParagraphs(blocks.join('\n\n'), idOf)
      expect(splitParagraphs(markdownOf(version), idOf)).toEqual(version)
      expect(version.map(({ text }) => text)).toEqual(blocks)
    }),
  )
})
