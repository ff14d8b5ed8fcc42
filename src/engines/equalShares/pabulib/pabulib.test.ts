import { expect, test } from 'vitest'
import { checkPabulib, electionOf, pabulibOf, type PublishedVote, readPabulib, writePabulib } from '../index.ts'

const text = [
  'META',
  'key;value',
  'description;Budget;du village',
  'budget;1000.50',
  'vote_type;approval',
  'PROJECTS',
  'project_id;cost;name;mystery',
  '12;300;"Un ""banc""; une table";x',
  '7;200.5;Haie "vive";',
  'VOTES',
  'voter_id;vote;age',
  'a;12,7;34',
  'b;;',
  'c;7;',
]
const file = (lines: readonly string[], end = '\n') => lines.join(end) + end

const opened = (content: string | Uint8Array) => {
  const read = readPabulib(content)
  if (!read.ok) return read.problem
  const election = electionOf(read.value)
  return election.ok ? { ...election.value, file: read.value } : election.problem
}

test('quotation marks, semicolons, unknown columns, empty votes', () => {
  expect(opened(file(text))).toMatchObject({
    budget: 1000.5,
    projects: [
      { id: '12', cost: 300 },
      { id: '7', cost: 200.5 },
    ],
    voters: [['12', '7'], [], ['7']],
    reading: 'approval',
    selected: null,
    file: {
      meta: [
        ['description', 'Budget;du village'],
        ['budget', '1000.50'],
        ['vote_type', 'approval'],
      ],
      projects: {
        rows: [
          ['12', '300', 'Un "banc"; une table', 'x'],
          ['7', '200.5', 'Haie "vive"', ''],
        ],
      },
    },
  })
})

test('a byte order mark, other ends of lines, empty lines and comments change nothing', () => {
  const dressed = new TextEncoder().encode(`\uFEFF${file(['# exporté', ...text.flatMap(line => [line, ''])], '\r\n')}`)
  expect(opened(dressed)).toMatchObject({ budget: 1000.5, voters: [['12', '7'], [], ['7']] })
})

test('a cell in quotation marks may hold an end of line', () => {
  const lines = text.with(8, '7;200;"Haie\nvive; haute";')
  expect(opened(file(lines))).toMatchObject({ file: { projects: { rows: [expect.anything(), ['7', '200', 'Haie\nvive; haute', '']] } } })
})

test('written again, it is read the same', () => {
  const read = readPabulib(file(text.with(8, '7;200;"#Haie\nvive";"a;b"')))
  if (!read.ok) throw new Error('unreadable')
  expect(readPabulib(writePabulib(read.value))).toMatchObject({
    ok: true,
    value: { meta: read.value.meta, projects: read.value.projects, votes: read.value.votes },
  })
})

test.each<[string, (lines: string[]) => readonly string[], object]>([
  ['nothing', () => [], { kind: 'empty' }],
  ['no votes', lines => lines.slice(0, 9), { kind: 'section', section: 'VOTES' }],
  ['a section twice', lines => [...lines, 'META'], { kind: 'sectionTwice', section: 'META', line: 15 }],
  ['another format', () => ['id,cost', '1,2'], { kind: 'beforeSections', line: 1, text: 'id,cost' }],
  ['no cost', lines => lines.with(6, 'project_id;price;name;mystery'), { kind: 'column', section: 'PROJECTS', column: 'cost' }],
  ['too few cells', lines => lines.with(7, '12;300'), { kind: 'fields', line: 8, expected: 4, found: 2 }],
  ['a cost in words', lines => lines.with(7, '12;cher;;'), { kind: 'value', line: 8, column: 'cost', text: 'cher' }],
  ['a negative cost', lines => lines.with(7, '12;-5;;'), { kind: 'value', line: 8, column: 'cost', text: '-5' }],
  ['a project twice', lines => lines.with(8, '12;5;;'), { kind: 'twice', line: 9, column: 'project_id', text: '12' }],
  ['a voter twice', lines => lines.with(13, 'a;7;'), { kind: 'twice', line: 14, column: 'voter_id', text: 'a' }],
  ['a project twice on a ballot', lines => lines.with(11, 'a;7,7;'), { kind: 'twice', line: 12, column: 'vote', text: '7' }],
  ['a project that is not there', lines => lines.with(11, 'a;7,8;'), { kind: 'unknownProject', line: 12, text: '8' }],
  ['no budget', lines => lines.toSpliced(3, 1), { kind: 'meta', key: 'budget' }],
  ['a budget in words', lines => lines.with(3, 'budget;beaucoup'), { kind: 'metaValue', key: 'budget', text: 'beaucoup' }],
  ['votes of an unknown type', lines => lines.with(4, 'vote_type;clapping'), { kind: 'metaValue', key: 'vote_type', text: 'clapping' }],
  ['quotation marks left open', lines => lines.with(7, '12;300;"Un banc;').with(8, '7;2;;'), { kind: 'quotes', line: 8 }],
])('%s: said with its line', (_, change, problem) => {
  const lines = change(text)
  expect(opened(lines.length > 0 ? file(lines) : '')).toEqual(problem)
})

test('bytes that are no text in UTF-8 are said to be so', () => {
  expect(opened(new Uint8Array([0x4d, 0xff, 0xfe]))).toEqual({ kind: 'encoding' })
})

test('points are read as the set of projects that received some', () => {
  const lines = text.with(4, 'vote_type;cumulative').toSpliced(10, 4, 'voter_id;vote;points', 'a;12,7;3,0', 'b;7;1')
  expect(opened(file(lines))).toMatchObject({ reading: 'approvalSet', voters: [['12'], ['7']] })
  expect(opened(file(lines.with(11, 'a;12,7;3')))).toEqual({ kind: 'value', line: 12, column: 'points', text: '3' })
})

const vote: PublishedVote = {
  description: 'Budget participatif ; « Val-sur-Yvette »\n2026',
  country: 'France',
  unit: 'Val-sur-Yvette',
  instance: '2026',
  budget: 50_000,
  rule: 'equalshares/add1-comparison',
  from: '2026-10-01',
  to: '2026-10-31',
  least: 1,
  most: 3,
  language: 'fr',
  currency: 'EUR',
  projects: [
    { id: '1', cost: 30_000, name: 'Four à pain', categories: ['Vivre ensemble, fêtes'], selected: false },
    { id: '2', cost: 20_000, name: 'Haies ; "mellifères"', selected: true },
  ],
  votes: [
    { id: '1', projects: ['2'], method: 'internet' },
    { id: '2', projects: ['2', '1'], method: 'paper', district: 'Le Bourg' },
  ],
}

test('a file made here passes the rules of the checker, and is read as it was meant', () => {
  const made = pabulibOf(vote)
  expect(checkPabulib(made)).toEqual([])
  expect(opened(writePabulib(made))).toMatchObject({ budget: 50_000, voters: [['2'], ['2', '1']], selected: ['2'] })
  expect(made.projects.rows[0]).toEqual(['2', '20000', '2', 'Haies ; "mellifères"', '', '1'])
})

test('the rules of the checker see what is wrong', () => {
  const made = pabulibOf(vote)
  const faults = (change: Partial<typeof made>) => checkPabulib({ ...made, ...change }).map(({ fault, where }) => `${fault} ${where}`)
  expect(faults({ meta: made.meta.map(([key, value]) => [key, key === 'date_end' ? '31.02.2026' : value]) })).toEqual(['date date_end'])
  expect(faults({ meta: made.meta.filter(([key]) => key !== 'rule') })).toEqual(['missingField rule', 'rule rule'])
  expect(faults({ votes: { ...made.votes, rows: made.votes.rows.slice(1) } })).toEqual(['numVotes num_votes', 'votes 2'])
  expect(faults({ votes: { ...made.votes, rows: [made.votes.rows[0]!, ['2', '2,9', 'paper', '']] } })).toEqual([
    'unknownProject 2 9',
    'votes 1',
  ])
  expect(faults({ projects: { ...made.projects, columns: made.projects.columns.with(3, 'title') } })).toEqual(['unknownField title'])
})
