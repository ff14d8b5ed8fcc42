import { expect, test } from 'vitest'
import { canDecideProposal } from './canDecideProposal.ts'

const waiting = { isDecided: false, isTownHall: true, isAuthor: false, isVisible: true } as const

test.each([
  ['the town hall publishes a proposal', { ...waiting, outcome: 'published' }, 'yes'],
  ['the town hall refuses it', { ...waiting, outcome: 'refused' }, 'yes'],
  ['its author withdraws it', { ...waiting, isTownHall: false, isAuthor: true, outcome: 'withdrawn' }, 'yes'],
  ['a resident cannot publish, even their own', { ...waiting, isTownHall: false, isAuthor: true, outcome: 'published' }, 'not-town-hall'],
  ['the town hall cannot withdraw for its author', { ...waiting, outcome: 'withdrawn' }, 'not-author'],
  ['nobody decides twice', { ...waiting, isDecided: true, outcome: 'refused' }, 'decided'],
  ['what moderation set apart is not published', { ...waiting, isVisible: false, outcome: 'published' }, 'hidden'],
  ['but it can be refused', { ...waiting, isVisible: false, outcome: 'refused' }, 'yes'],
] as const)('%s', (_, asked, expected) => {
  const verdict = canDecideProposal(asked)
  expect(verdict.ok ? 'yes' : verdict.because).toBe(expected)
})
