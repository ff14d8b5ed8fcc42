import { expect, test } from 'vitest'
import { canEdit, canReply, canSupport, canWithdraw } from './participation.ts'

const argument = { authorId: 'amina', isWithdrawn: false, moderation: 'visible', isReply: false } as const
const because = (verdict: { ok: boolean; because?: string }) => (verdict.ok ? 'allowed' : verdict.because)

test.each([
  ['a neighbour’s argument', argument, 'louis', 'allowed'],
  ['one’s own', argument, 'amina', 'own-argument'],
  ['a withdrawn one', { ...argument, isWithdrawn: true }, 'louis', 'withdrawn'],
  ['a hidden one', { ...argument, moderation: 'hidden' as const }, 'louis', 'set-apart'],
  ['a reply', { ...argument, isReply: true }, 'louis', 'reply'],
])('marking %s', (_name, one, person, expected) => expect(because(canSupport(one, person))).toBe(expected))

test.each([
  ['an open debate', argument, true, 'allowed'],
  ['a closed one', argument, false, 'closed'],
  ['a reply', { ...argument, isReply: true }, true, 'reply'],
  ['a withdrawn argument', { ...argument, isWithdrawn: true }, true, 'withdrawn'],
  ['a hidden argument', { ...argument, moderation: 'hidden' as const }, true, 'set-apart'],
])('replying in %s', (_name, one, open, expected) => expect(because(canReply(one, open))).toBe(expected))

test('only its author improves or withdraws an argument', () => {
  expect(because(canEdit(argument, 'amina', true))).toBe('allowed')
  expect(because(canEdit({ ...argument, moderation: 'held' }, 'amina', true))).toBe('allowed')
  expect(because(canEdit({ ...argument, moderation: 'hidden' }, 'amina', true))).toBe('set-apart')
  expect(because(canEdit(argument, 'louis', true))).toBe('not-the-author')
  expect(because(canEdit({ ...argument, authorId: null }, null, true))).toBe('not-the-author')
  expect(because(canEdit(argument, 'amina', false))).toBe('closed')
  expect(because(canWithdraw(argument, 'amina'))).toBe('allowed')
  expect(because(canWithdraw({ ...argument, isWithdrawn: true }, 'amina'))).toBe('withdrawn')
  expect(because(canWithdraw(argument, 'louis'))).toBe('not-the-author')
})
