import { describe, expect, test } from 'vitest'
import { canDecideRequest } from './canDecideRequest.ts'
import { canJoin } from './canJoin.ts'

describe('may I join the group?', () => {
  test.each([
    ['a neighbour, while it is being written', {}, true],
    ['once it runs', { stage: 'running' }, true],
    ['when it was withdrawn', { stage: 'withdrawn' }, 'group-ended'],
    ['somebody who sits already', { isMember: true }, 'already-member'],
    ['somebody whose request waits', { hasAsked: true }, 'already-asked'],
  ] as const)('%s', (_who, more, expected) => {
    const verdict = canJoin({ stage: 'co-construction', isMember: false, hasAsked: false, ...more })
    expect(verdict.ok ? true : verdict.because).toBe(expected)
  })
})

describe('may I answer the request?', () => {
  test.each([
    ['the pilot accepts', {}, true],
    ['the pilot refuses and says why', { decision: 'refused', reason: 'Le groupe est complet.' }, true],
    ['the pilot refuses without a word', { decision: 'refused' }, 'reason-missing'],
    ['a neighbour accepts', { mayDecide: false }, 'not-yours'],
    ['twice', { decided: true }, 'already-decided'],
  ] as const)('%s', (_who, more, expected) => {
    const verdict = canDecideRequest({ mayDecide: true, decided: false, decision: 'accepted', reason: '', ...more })
    expect(verdict.ok ? true : verdict.because).toBe(expected)
  })
})
