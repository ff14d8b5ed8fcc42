import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canStep, type State, states, steps, stepsFrom } from './life.ts'
import { canOpenRound, standingOf } from './rounds.ts'
import { canAgree, canGroup, nearLines } from './sharing.ts'
import { lineOfPath, linePath, sitePath } from './sitePath.ts'
import { colleges, synthesis } from './synthesis.ts'

const agent = {
  state: 'stated',
  isGrouped: false,
  isAgent: true,
  isAuthor: false,
  happenedOn: '2027-03-03',
  statedOn: '2027-03-01',
  today: '2027-03-03',
} as const
const said = (verdict: { ok: true } | { ok: false; because: string }) => (verdict.ok ? 'yes' : verdict.because)

test.each([
  ['the agent in charge recognises a need', { ...agent, step: 'recognised' }, 'yes'],
  ['or says why it is not recognised', { ...agent, step: 'not-recognised' }, 'yes'],
  ['nothing is done before it is recognised', { ...agent, step: 'done' }, 'not-now'],
  ['an effect is checked after it is done', { ...agent, state: 'done', step: 'checked' }, 'yes'],
  ['not before', { ...agent, state: 'recognised', step: 'checked' }, 'not-now'],
  ['an effect that is missed is adapted again', { ...agent, state: 'checked', step: 'adapted' }, 'yes'],
  ['a closed line may be recognised again', { ...agent, state: 'closed', step: 'recognised' }, 'yes'],
  ['but not done', { ...agent, state: 'closed', step: 'done' }, 'not-now'],
  ['a resident writes no step', { ...agent, isAgent: false, step: 'recognised' }, 'not-agent'],
  ['its author closes it', { ...agent, isAgent: false, isAuthor: true, step: 'closed' }, 'yes'],
  [
    'but not once something was adapted',
    { ...agent, isAgent: false, isAuthor: true, state: 'adapted', step: 'closed' },
    'too-late-to-withdraw',
  ],
  ['an amendment may be born of it, by anyone', { ...agent, isAgent: false, step: 'became' }, 'yes'],
  ['a grouped line lives in the other', { ...agent, isGrouped: true, step: 'recognised' }, 'grouped'],
  ['nothing happens tomorrow', { ...agent, step: 'recognised', happenedOn: '2027-03-04' }, 'in-the-future'],
  ['nor before the need was stated', { ...agent, step: 'recognised', happenedOn: '2027-02-28' }, 'before-stated'],
] as const)('%s', (_, asked, expected) => {
  expect(said(canStep(asked))).toBe(expected)
})

test('whatever happened, an agent can always go on, and the steps offered are those allowed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...states), state => {
      const offered = stepsFrom(state)
      expect(offered.length).toBeGreaterThan(0)
      for (const step of steps.filter(one => one !== 'became')) expect(canStep({ ...agent, state, step }).ok).toBe(offered.includes(step))
    }),
  )
})

test.each([
  ['a neighbour sees it too', { state: 'recognised', isGrouped: false, isAuthor: false }, 'yes'],
  ['its author said it already', { state: 'recognised', isGrouped: false, isAuthor: true }, 'yours'],
  ['a closed line gathers no more', { state: 'closed', isGrouped: false, isAuthor: false }, 'closed'],
  ['a grouped line sends to the other', { state: 'stated', isGrouped: true, isAuthor: false }, 'grouped'],
] as const)('%s', (_, asked, expected) => {
  expect(said(canAgree(asked))).toBe(expected)
})

const line = { id: '1', service: '3', kind: 'fails' as const, state: 'stated' as State, isGrouped: false }
test.each([
  ['two lines that say the same become one', line, { ...line, id: '2' }, 'yes'],
  ['a line is not grouped into itself', line, line, 'same-line'],
  ['nor into one of another service', line, { ...line, id: '2', service: '4' }, 'other-service'],
  ['nor what fails into what works', line, { ...line, id: '2', kind: 'works' as const }, 'other-kind'],
  ['nor into one that was grouped', line, { ...line, id: '2', isGrouped: true }, 'already-grouped'],
  ['nor twice', { ...line, isGrouped: true }, { ...line, id: '2' }, 'already-grouped'],
  ['nor into a closed one', line, { ...line, id: '2', state: 'closed' as const }, 'closed'],
])('%s', (_, one, into, expected) => {
  expect(said(canGroup(one, into))).toBe(expected)
})

const known = [
  { id: '1', what: 'La rampe d’accès est trop raide pour un fauteuil' },
  { id: '2', what: 'Le guichet ferme avant la sortie des bureaux' },
  { id: '3', what: 'La rampe est trop raide' },
]
test.each([
  ['rampe trop raide !', ['3', '1']],
  ['La RAMPE d’accès est trop raide pour un fauteuil roulant', ['1', '3']],
  ['Le guichet ferme trop tôt, avant la sortie des bureaux', ['2']],
  ['Les livres sont rendus en retard', []],
])('“%s” is compared with what was said', (typed, expected) => {
  expect(nearLines(typed, known).map(({ id }) => id)).toEqual(expected)
})

test.each([
  ['a first round', { hasOpenRound: false, opensOn: '2027-03-01', closesOn: '2027-03-31', today: '2027-02-01' }, 'yes'],
  ['one day is enough', { hasOpenRound: false, opensOn: '2027-03-01', closesOn: '2027-03-01', today: '2027-03-01' }, 'yes'],
  ['never two at once', { hasOpenRound: true, opensOn: '2027-03-01', closesOn: '2027-03-31', today: '2027-02-01' }, 'already-open'],
  ['it ends after it begins', { hasOpenRound: false, opensOn: '2027-03-01', closesOn: '2027-02-28', today: '2027-02-01' }, 'ends-before'],
  [
    'it is not over already',
    { hasOpenRound: false, opensOn: '2027-01-01', closesOn: '2027-01-31', today: '2027-02-01' },
    'ends-in-the-past',
  ],
] as const)('%s', (_, asked, expected) => {
  expect(said(canOpenRound(asked))).toBe(expected)
})

test('a round is coming, open (both days included), to conclude, concluded', () => {
  const round = { opensOn: '2027-03-02', closesOn: '2027-03-04', closedAt: null }
  const days = ['2027-03-01', '2027-03-02', '2027-03-04', '2027-03-05']
  expect(days.map(day => standingOf(round, day))).toEqual(['coming', 'open', 'open', 'to-conclude'])
  expect(standingOf({ ...round, closedAt: '2027-03-03T10:00:00Z' }, '2027-03-03')).toBe('concluded')
})

test('the synthesis loses no line and no agreement, and keeps the published order', () => {
  const counts = fc.record({ users: fc.nat(9), agents: fc.nat(9), elected: fc.nat(9) })
  const lines = fc.array(fc.record({ kind: fc.constantFrom('works', 'fails'), college: fc.constantFrom(...colleges), agreements: counts }))
  fc.assert(
    fc.property(lines, stated => {
      const numbered = stated.map((one, id) => ({ ...one, id }))
      const cells = synthesis(numbered).flatMap(row => row.cells)
      expect(cells.flatMap(cell => cell.stated.map(({ id }) => id)).toSorted((a, b) => a - b)).toEqual(numbered.map(({ id }) => id))
      for (const cell of cells) expect(cell.stated.map(({ id }) => id)).toEqual(cell.stated.map(({ id }) => id).toSorted((a, b) => a - b))
      const all = numbered.reduce((sum, one) => sum + one.agreements.users + one.agreements.agents + one.agreements.elected, 0)
      expect(cells.reduce((sum, cell) => sum + cell.agreed, 0)).toBe(all)
    }),
  )
})

test.each([
  ['/enquetes/3', '/enquetes/3'],
  ['https://yvette.fr/enquetes/3?q=1#resultats', '/enquetes/3?q=1#resultats'],
  ['https://ailleurs.example/enquetes/3', ''],
  ['//ailleurs.example', ''],
  ['/\\ailleurs.example', ''],
  ['javascript:alert(1)', ''],
  ['', ''],
])('the address %s is kept as “%s”', (typed, kept) => {
  expect(sitePath(typed, 'https://yvette.fr')).toBe(kept)
})

test('a line is found again from its address, and from no other', () => {
  expect(lineOfPath(linePath('12'))).toBe('12')
  expect([lineOfPath('/besoins/lignes/12/x'), lineOfPath('/besoins/lignes/'), lineOfPath('/mesures/12')]).toEqual([null, null, null])
})
