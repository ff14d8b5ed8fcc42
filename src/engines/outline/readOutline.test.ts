import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outlineLimit, readOutline, type Outline } from './index.ts'

const fixture = (name: string) => readOutline(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'))
const drawn = (outline: Outline) => outline.nodes.map(node => `${'  '.repeat(node.depth)}${node.kind} ${node.number}|${node.title}`)

describe('documents as towns write them', () => {
  test('a document from a word processor: Roman parts, three levels of bullets, typographic signs, a page number, a rule', () => {
    const outline = fixture('word.txt')
    expect(outline.title.text).toBe('PROGRAMME MUNICIPAL 2026')
    expect(drawn(outline)).toEqual([
      'objective I.|Vivre\u00a0ensemble',
      '  theme |L’école\u00a0: ouvrir «\u00a0la cour\u00a0» le soir',
      '    measure |Un gardien volontaire',
      '    measure |Des jeux au sol, choisis avec les enfants et peints par eux pendant la semaine de la ville',
      '      sub-measure |marelle',
      '      sub-measure |damier',
      '  measure |La poste',
      'objective II.|Se déplacer',
      '  measure 1.|Un plan vélo',
      '  theme 2.|Des trottoirs larges',
      '    measure |Sans poteau',
      '    measure |Sans marche',
      '  measure 3.|Un bus',
    ])
    expect(outline.nodes.find(node => node.title === 'Se déplacer')!.body).toBe('Le vélo d’abord, puis la marche.')
    expect(outline.unplaced).toEqual([
      { line: 13, text: '2 / 14', reason: 'page-number' },
      { line: 26, text: 'Fin du programme, merci à toutes et à tous de l’avoir lu.', reason: 'after-list' },
    ])
  })

  test('letters, numbers of one to three levels, and a sentence wrapped by hand', () => {
    const outline = fixture('numbered.txt')
    expect(drawn(outline).slice(0, 6)).toEqual([
      'objective A)|Logement',
      '  theme 1.|Rénover',
      '    measure 1.1|Les écoles',
      '      sub-measure 1.1.1|Les fenêtres',
      '      sub-measure 1.1.2|Les chaudières',
      '    measure 1.2|La mairie',
    ])
    expect(drawn(outline)).toContain('objective C)|Sport') // not Roman 100
    expect(outline.nodes.at(-1)!.body).toBe(
      'Il sera ouvert le dimanche, comme le demandent depuis dix ans les clubs et les familles du quartier.',
    )
  })

  test('points that say what they are', () => {
    expect(drawn(fixture('named.txt'))).toEqual([
      'objective Axe 1 :|Une ville qui protège',
      '  measure Mesure 1 –|Des agents de médiation',
      '  measure Mesure 2 –|Un éclairage apaisé',
      'objective Axe 2 :|Une ville qui nourrit',
      '  measure Mesure 3 –|Une ferme municipale',
      '    sub-measure Sous-mesure 3.1 :|Un verger',
    ])
  })

  test('indentation alone', () => {
    const outline = fixture('indented.txt')
    expect(drawn(outline)).toEqual([
      'theme |Services de proximité',
      '  measure |Repenser la poste',
      '  measure |Maison de santé',
      'theme |Transports',
      '  measure |Un bus partagé',
      '  measure |Abris à vélos',
    ])
    expect(outline.unplaced.map(({ line, reason }) => [line, reason])).toEqual([[9, 'after-list']])
  })

  test('a table: branches left blank are carried on, quoted cells keep their line ends, unknown columns keep their names', () => {
    const outline = fixture('table.csv')
    expect(drawn(outline)).toEqual([
      'objective |Vivre',
      '  theme |École',
      '    measure 1|La cour; ouverte',
      '    measure 2|Cantine',
      '  theme |Santé',
      '    measure 3|Infirmière',
    ])
    expect(outline.nodes[2]!.body).toBe('Le soir,\ntoute l’année\n\nBudget estimé : 12 000 €')
    expect(outline.unplaced).toEqual([{ line: 6, text: ';;;;Une ligne sans titre;', reason: 'no-title' }])
  })

  test('figures within sentences are not points', () => {
    const outline = readOutline('# Titre\n\n## 1. Partie\n\nNous prévoyons\n1.5 million d’euros en\n2027 pour cela.')
    expect(outline.nodes.map(node => node.title)).toEqual(['Partie'])
    expect(outline.nodes[0]!.body).toBe('Nous prévoyons 1.5 million d’euros en 2027 pour cela.')
  })

  test('two hundred measures keep their order and their level', () => {
    const source = Array.from({ length: 20 }, (_, theme) =>
      [
        `## ${theme + 1}. Thème ${theme + 1}`,
        ...Array.from({ length: 10 }, (_, measure) => `### ${theme + 1}.${measure + 1} Mesure numéro ${measure + 1}\nTexte de la mesure.`),
      ].join('\n\n'),
    ).join('\n\n')
    const outline = readOutline(source)
    expect(outline.nodes.filter(node => node.kind === 'measure')).toHaveLength(200)
    expect(outline.nodes.filter(node => node.kind === 'theme')).toHaveLength(20)
    expect(outline.warnings).toEqual([])
  })

  test('a long document is read in less than two seconds, and a longer one is refused', () => {
    const source = Array.from(
      { length: 24_000 },
      (_, n) => `${' '.repeat((n % 3) * 2)}- Une ligne de programme qui porte le numéro ${n}, et un peu de texte.`,
    )
      .join('\n')
      .slice(0, outlineLimit)
    const before = performance.now()
    expect(readOutline(source).nodes.length).toBeGreaterThan(20_000)
    expect(performance.now() - before).toBeLessThan(2000)
    expect(() => readOutline('x'.repeat(outlineLimit + 1))).toThrow(RangeError)
  })

  test('what deserves a second look is said', () => {
    expect(readOutline('1. Un\n2. Deux\n2. Trois').warnings.map(({ kind, line }) => [kind, line])).toEqual([['repeated-number', 3]])
    expect(readOutline('1. LÃ©cole').warnings.map(({ kind }) => kind)).toContain('encoding')
    expect(readOutline('Rien de lisible ici, juste une phrase.').warnings.map(({ kind }) => kind)).toContain('no-measure')
  })
})

const markers = [
  '',
  '',
  '',
  '# ',
  '## ',
  '### ',
  '1. ',
  '2) ',
  '1.1 ',
  '1.1.1 ',
  'I. ',
  'V - ',
  'A) ',
  'b) ',
  '(c) ',
  '- ',
  '* ',
  '• ',
  '– ',
  'o\t',
  '▪ ',
  '\uf0b7\t',
  'Axe 2 : ',
  'Mesure 4 – ',
  '---',
  '===',
  '```',
  '| a | b |',
  '3 / 9',
  '**',
  '"',
]
const pieces = fc.constantFrom(
  'École',
  'les repas de midi',
  'Un bus pour tous.',
  'Quoi ?',
  '« la cour »',
  'a;b;c',
  'x"y',
  '2027',
  'objectif',
  'mesure;titre',
  'ÉTÉ',
  'Une phrase assez longue pour être coupée à la main par son auteur',
  '',
  '\u00a0',
  '\u0000',
  '\ud800',
)
const lineOf = fc
  .tuple(fc.constantFrom('', '', ' ', '  ', '\t', '      ', '\t\t', '\u00a0'), fc.constantFrom(...markers), pieces, pieces)
  .map(parts => parts.join(''))
const documents = fc
  .tuple(
    fc.array(fc.oneof(lineOf, fc.constant(''), fc.string({ unit: 'grapheme' })), { maxLength: 30 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.boolean(),
  )
  .map(([lines, end, mark]) => (mark ? '\uFEFF' : '') + lines.join(end))
const formats = fc.constantFrom('auto' as const, 'markdown' as const, 'text' as const, 'csv' as const)

/** Letters and digits that a reader would miss. */
const substance = (text: string) => [...text.toWellFormed().matchAll(/[\p{L}\p{N}]/gu)].map(found => found[0]).join('')
// oxlint-disable-next-line no-control-regex
const blank = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029\ufeff\u200b]/g, ' ')
    .trim() === ''

describe('nothing is silently dropped', () => {
  test('each line that is not blank is found in exactly one place', () => {
    fc.assert(
      fc.property(documents, formats, (source, format) => {
        const outline = readOutline(source, format)
        const covered = [
          ...outline.title.lines,
          ...outline.introduction.lines,
          ...outline.nodes.flatMap(node => node.lines),
          ...outline.layout.map(({ line }) => line),
          ...outline.unplaced.map(({ line }) => line),
        ].sort((a, b) => a - b)
        const written = source
          .replace(/^\uFEFF/, '')
          .split(/\r\n|\n|\r/)
          .flatMap((text, index) => (blank(text) ? [] : [index + 1]))
        expect(covered).toEqual(written)
      }),
      { numRuns: 1500 },
    )
  })

  test('every letter and digit of a text is still there, in order', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('markdown' as const, 'text' as const), (document, format) => {
        const source = document.replace(/o\t/g, '• ') // the letter o is the only bullet that is also a letter
        const outline = readOutline(source, format)
        const parts = [
          { lines: outline.title.lines, text: outline.title.text },
          { lines: outline.introduction.lines, text: outline.introduction.text },
          ...outline.nodes.map(node => ({ lines: node.lines, text: `${node.number} ${node.title} ${node.body}` })),
          ...outline.unplaced.map(({ line, text }) => ({ lines: [line], text })),
        ]
        const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
        for (const part of parts) {
          const typed = part.lines.map(line => lines[line - 1]!).join(' ')
          expect(substance(part.text)).toBe(substance(typed))
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('depths make a tree, and the same document always gives the same tree', () => {
    fc.assert(
      fc.property(documents, formats, (source, format) => {
        const outline = readOutline(source, format)
        outline.nodes.forEach((node, index) => expect(node.depth).toBeLessThanOrEqual((outline.nodes[index - 1]?.depth ?? -1) + 1))
        expect(outline.nodes.every(node => node.title !== '')).toBe(true)
        expect(readOutline(source, format)).toEqual(outline)
      }),
    )
  })
})
