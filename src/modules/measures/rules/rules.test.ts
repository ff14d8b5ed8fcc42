import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds, readOutline } from '#engines/outline'
import { canChangeStage } from './canChangeStage.ts'
import { canSupport } from './canSupport.ts'
import { editPoints, type Correction } from './editPoints.ts'
import { expectedOf } from './expectedOf.ts'
import { isInTree, pointsOf, type Point } from './points.ts'
import { canPublish, publishedTree, summaryOf } from './publishedTree.ts'
import { stages } from './stages.ts'

describe('support', () => {
  test('the closing day is included', () => {
    expect(canSupport({ stage: 'consultation', closesOn: '2026-11-30', today: '2026-11-30' })).toEqual({ ok: true })
    expect(canSupport({ stage: 'consultation', closesOn: '2026-11-30', today: '2026-12-01' })).toEqual({ ok: false, because: 'closed' })
  })
  test('only measures that can still change', () => {
    const answers = stages.map(stage => canSupport({ stage, closesOn: null, today: '2026-11-30' }).ok)
    expect(answers).toEqual([true, true, true, false, false, false, false, false])
  })
})

describe('stages', () => {
  const change = { from: 'proposed', to: 'decided', reason: 'Le conseil a voté.', isTownHall: true, isPilot: false } as const
  test('the town hall or the pilot, with a reason', () => {
    expect(canChangeStage(change)).toEqual({ ok: true })
    expect(canChangeStage({ ...change, isTownHall: false, isPilot: true })).toEqual({ ok: true })
    expect(canChangeStage({ ...change, isTownHall: false })).toEqual({ ok: false, because: 'not-holder' })
    expect(canChangeStage({ ...change, reason: '  ' })).toEqual({ ok: false, because: 'reason-needed' })
    expect(canChangeStage({ ...change, to: 'proposed' })).toEqual({ ok: false, because: 'same-stage' })
  })
  test('what was withdrawn can only be proposed again', () => {
    const answers = stages.map(to => canChangeStage({ ...change, from: 'withdrawn', to }).ok)
    expect(answers).toEqual([true, false, false, false, false, false, false, false])
  })
})

describe('what is expected of the reader', () => {
  const reader = {
    stage: 'consultation',
    closesOn: '2026-12-01',
    today: '2026-11-30',
    isSignedIn: true,
    isTownHall: false,
    isPilot: false,
    hasSupported: false,
  } as const
  test('support, then amend', () => {
    expect(expectedOf(reader)).toBe('support')
    expect(expectedOf({ ...reader, hasSupported: true })).toBe('amend')
    expect(expectedOf({ ...reader, isSignedIn: false })).toBe('sign-in')
    expect(expectedOf({ ...reader, today: '2026-12-02' })).toBeNull()
    expect(expectedOf({ ...reader, stage: 'running' })).toBe('use')
  })
  test('the town hall sets a day, then moves on', () => {
    expect(expectedOf({ ...reader, isTownHall: true, closesOn: null })).toBe('set-closing-day')
    expect(expectedOf({ ...reader, isPilot: true, today: '2026-12-02' })).toBe('move-on')
  })
})

const draft = (source: string): Point[] => pointsOf(readOutline(source)).map((point, index) => ({ ...point, id: String(index + 1) }))
const drawn = (points: readonly Point[]) => points.filter(isInTree).map(point => `${'  '.repeat(point.depth)}${point.title}`)

describe('correcting a programme', () => {
  const points = draft(
    '# Programme\n\n## 1. Manger\n### 1.1 Cantine\nTexte.\n### 1.2 Marché\n## 2. Bouger\n### 2.1 Bus\n- hybride\n\nÀ ne pas perdre.',
  )
  const id = (title: string) => points.find(point => point.title === title)!.id

  test('a branch moves with all it holds', () => {
    expect(drawn(editPoints(points, new Set([id('Bouger')]), { act: 'up' }))).toEqual([
      'Bouger',
      '  Bus',
      '    hybride',
      'Manger',
      '  Cantine',
      '  Marché',
    ])
    expect(drawn(editPoints(points, new Set([id('Manger')]), { act: 'down' }))).toEqual([
      'Bouger',
      '  Bus',
      '    hybride',
      'Manger',
      '  Cantine',
      '  Marché',
    ])
  })
  test('the first of its siblings goes no higher', () => {
    expect(drawn(editPoints(points, new Set([id('Cantine')]), { act: 'up' }))).toEqual(drawn(points))
  })
  test('in and out', () => {
    expect(drawn(editPoints(points, new Set([id('Marché')]), { act: 'indent' }))[2]).toBe('    Marché')
    expect(drawn(editPoints(points, new Set([id('Bus')]), { act: 'outdent' })).slice(-2)).toEqual(['Bus', '  hybride'])
  })
  test('merged with the point before, number and title included', () => {
    const merged = editPoints(points, new Set([id('Marché')]), { act: 'merge' })
    expect(merged.find(point => point.title === 'Cantine')!.body).toBe('Texte.\n\n1.2 Marché')
  })
  test('a line that waits is placed, or dropped with a reason, before publication', () => {
    const waiting = points.filter(point => point.waitingBecause !== null)
    expect(waiting.map(point => point.title)).toEqual(['À ne pas perdre.'])
    expect(canPublish(points)).toEqual({ ok: false, because: 'still-waiting' })
    const placed = editPoints(points, new Set(waiting.map(point => point.id)), { act: 'place', kind: 'measure' })
    expect(drawn(placed).at(-1)).toBe('  À ne pas perdre.')
    const dropped = editPoints(points, new Set(waiting.map(point => point.id)), { act: 'drop', reason: 'Formule de politesse' })
    expect([canPublish(placed).ok, canPublish(dropped).ok]).toEqual([true, true])
  })
  test('parts of a measure become items of its text', () => {
    const { sections, measures } = publishedTree(points)
    expect(sections.map(section => section.title)).toEqual(['Manger', 'Bouger'])
    expect(measures.map(({ title, section, text }) => [title, section, text])).toEqual([
      ['Cantine', 0, 'Texte.'],
      ['Marché', 0, 'Marché'],
      ['Bus', 1, '- hybride'],
    ])
  })
  test('a part without its measure is refused', () => {
    const stray = editPoints(points, new Set([id('Bus')]), { act: 'kind', kind: 'theme' })
    expect(canPublish(stray.filter(point => point.waitingBecause === null))).toEqual({ ok: false, because: 'stray-sub-measure' })
  })
  test('a summary ends with a sentence', () => {
    expect(summaryOf(`${'Une phrase courte. '.repeat(30)}`)).toMatch(/courte\.$/)
    expect(summaryOf(`${'Une phrase courte. '.repeat(30)}`).length).toBeLessThanOrEqual(280)
  })
})

const trees = fc
  .array(
    fc.record({
      depth: fc.nat(4),
      kind: fc.constantFrom(...kinds),
      waiting: fc.boolean(),
      word: fc.constantFrom('alpha', 'beta', 'gamma'),
    }),
    { maxLength: 12 },
  )
  .map(list => draftOf(list))
const draftOf = (list: readonly { depth: number; kind: Point['kind']; waiting: boolean; word: string }[]): Point[] => {
  let above = -1
  return list.map(({ depth, kind, waiting, word }, index) => {
    if (!waiting) above = Math.min(depth, above + 1)
    return {
      id: String(index),
      depth: waiting ? 0 : above,
      kind,
      number: '',
      title: `${word}${index}`,
      body: '',
      lines: [index + 1],
      waitingBecause: waiting ? 'empty' : null,
      droppedBecause: null,
    }
  })
}
const corrections: fc.Arbitrary<Correction> = fc.oneof(
  fc.constantFrom<Correction>({ act: 'up' }, { act: 'down' }, { act: 'indent' }, { act: 'outdent' }, { act: 'merge' }, { act: 'restore' }),
  fc.record({ act: fc.constantFrom('kind' as const, 'place' as const), kind: fc.constantFrom(...kinds) }),
  fc.constant({ act: 'drop' as const, reason: 'Redite' }),
)

test('whatever the corrections, every line and every word stays, and the tree is a tree', () => {
  fc.assert(
    fc.property(trees, fc.array(fc.tuple(fc.array(fc.nat(11).map(String)), corrections), { maxLength: 8 }), (start, steps) => {
      const end = steps.reduce((points, [chosen, correction]) => editPoints(points, new Set(chosen), correction), start)
      expect(end.flatMap(point => point.lines).sort((a, b) => a - b)).toEqual(start.flatMap(point => point.lines))
      const text = end.map(point => `${point.title}\n${point.body}`).join('\n')
      for (const point of start) expect(text).toMatch(new RegExp(`\\b${point.title}\\b`))
      let above = -1
      for (const point of end.filter(isInTree)) {
        expect(point.depth).toBeLessThanOrEqual(above + 1)
        above = point.depth
      }
    }),
    { numRuns: 1000 },
  )
})
