import { expect, test } from 'vitest'
import { canKeyFor, canMerge } from './rules.ts'

test('nobody keys for themselves, nor for someone who is gone', () => {
  expect(canKeyFor({ hand: 'a', person: 'b', gone: false }).ok).toBe(true)
  expect(canKeyFor({ hand: 'a', person: 'a', gone: false })).toEqual({ ok: false, because: 'self' })
  expect(canKeyFor({ hand: 'a', person: 'b', gone: true })).toEqual({ ok: false, because: 'gone' })
})
test('a record is not joined to itself', () => {
  expect(canMerge({ kept: 'a', removed: 'b' }).ok).toBe(true)
  expect(canMerge({ kept: 'a', removed: 'a' })).toEqual({ ok: false, because: 'same' })
})
