import { describe, expect, test } from 'vitest'
import { canReport, canSign, type LostVote, minorityOf, minorityUntil } from './minority.ts'
import type { Result } from './resultOf.ts'

const result = (outcome: Result['outcome']): Result => ({ outcome, settledBy: 'majority', lines: [] })
const vote = (more: Partial<LostVote> = {}): LostVote => ({
  manner: 'named',
  closedAt: '2026-03-20T19:00:00.000Z',
  result: result('carried'),
  ballots: [
    { member: 'amina', choice: 'for' },
    { member: 'louis', choice: 'against' },
    { member: 'jeanne', choice: 'abstention' },
    { member: 'karim', choice: 'blank' },
  ],
  present: ['amina', 'louis', 'paul'],
  ...more,
})

describe('who lost the vote?', () => {
  test.each([
    ['adopted: those who did not vote for it', {}, ['louis', 'jeanne', 'karim']],
    ['refused: those who did not vote against it', { result: result('rejected') }, ['amina', 'jeanne', 'karim']],
    ['an equal split adopts nothing: those who wanted it', { result: result('tied') }, ['amina', 'jeanne', 'karim']],
    ['a secret vote says nothing: whoever was there may say so', { manner: 'secret', ballots: [] }, ['amina', 'louis', 'paul']],
    ['a vote that was put off has no loser', { result: result('postponed') }, []],
    ['nobody voted', { result: result('nobody-voted') }, []],
    ['while it is open', { result: null, closedAt: null }, []],
  ] as const)('%s', (_what, more, expected) => {
    expect(minorityOf(vote(more))).toEqual(expected)
  })
})

describe('may I write why, fifteen days after 20 March at most?', () => {
  const facts = { vote: vote(), days: 15, today: '2026-03-25', person: 'louis' }
  test.each([
    ['against', {}, true],
    ['who abstained', { person: 'jeanne' }, true],
    ['who won', { person: 'amina' }, 'minority-not-yours'],
    ['a visitor', { person: null }, 'minority-not-yours'],
    ['on the last day', { today: '2026-04-04' }, true],
    ['the day after', { today: '2026-04-05' }, 'minority-too-late'],
    ['where the rules know no minority report', { days: 0 }, 'minority-none'],
    ['while the vote is open', { vote: vote({ closedAt: null, result: null }) }, 'minority-none'],
  ] as const)('%s', (_who, more, expected) => {
    const verdict = canReport({ ...facts, ...more })
    expect(verdict.ok ? true : verdict.because).toBe(expected)
  })
  test('a vote closed at half past midnight in Paris counts from that day', () => {
    expect(minorityUntil('2026-03-20T23:30:00.000Z', 15)).toBe('2026-04-05')
  })
})

describe('may I join my name to Louis’s report?', () => {
  const facts = { vote: vote(), days: 15, today: '2026-03-25', person: 'jeanne', author: 'louis', signed: [] as string[] }
  test.each([
    ['another of the minority', {}, true],
    ['its author', { person: 'louis' }, 'minority-written'],
    ['twice', { signed: ['jeanne'] }, 'minority-signed'],
    ['who won', { person: 'amina' }, 'minority-not-yours'],
    ['too late', { today: '2026-05-01' }, 'minority-too-late'],
  ] as const)('%s', (_who, more, expected) => {
    const verdict = canSign({ ...facts, ...more })
    expect(verdict.ok ? true : verdict.because).toBe(expected)
  })
})
