import { describe, expect, test } from 'vitest'
import { canAddItem } from './canAddItem.ts'
import { canApproveMinutes } from './canApproveMinutes.ts'
import { canGiveProxy } from './canGiveProxy.ts'
import { charterFrom, groupCharter } from './charter.ts'
import { countBallots, votersOf } from './countBallots.ts'
import { sittingOn, type Mandate } from './sitting.ts'
import { canBecome, isOver, states } from './states.ts'

const seats = [
  { member: 'amina', college: 'users' },
  { member: 'louis', college: 'users' },
  { member: 'claire', college: 'agents' },
  { member: 'paul', college: 'elected' },
] as const

describe('who sits that day?', () => {
  const mandate = (member: string, since: string, until: string | null, college: Mandate['college'] = 'users'): Mandate => ({
    member,
    college,
    role: 'member',
    since,
    until,
  })
  test.each([
    ['the first day counts', '2026-01-01', ['amina']],
    ['the day before does not', '2025-12-31', []],
    ['the last day counts', '2026-06-30', ['amina', 'louis']],
    ['the day after does not', '2026-07-01', ['louis']],
  ])('%s', (_what, day, expected) => {
    const mandates = [mandate('amina', '2026-01-01', '2026-06-30'), mandate('louis', '2026-03-01', null)]
    expect(sittingOn(mandates, day).map(one => one.member)).toEqual(expected)
  })
  test('a member who became elected sits once, with the elected', () => {
    const both = [mandate('amina', '2026-01-01', null), mandate('amina', '2026-03-22', null, 'elected')]
    expect(sittingOn(both, '2026-04-01')).toMatchObject([{ member: 'amina', college: 'elected' }])
    expect(sittingOn(both.toReversed(), '2026-04-01')).toMatchObject([{ college: 'elected' }])
  })
})

describe('may I give my voice?', () => {
  const given = [{ giver: 'louis', holder: 'claire' }]
  test.each([
    ['to a colleague', 'amina', 'paul', {}, true],
    ['to oneself', 'amina', 'amina', {}, 'to-oneself'],
    ['to somebody outside', 'amina', 'zoé', {}, 'holder-not-member'],
    ['from outside', 'zoé', 'paul', {}, 'giver-not-member'],
    ['twice', 'louis', 'paul', {}, 'already-given'],
    ['to one who already carries a voice', 'amina', 'claire', {}, 'holder-full'],
    ['to one who gave theirs', 'amina', 'louis', {}, 'holder-gave'],
    ['while carrying another', 'claire', 'paul', {}, 'giver-holds'],
    ['while present', 'amina', 'paul', { present: ['amina'] }, 'giver-present'],
    ['across colleges where the charter forbids it', 'amina', 'paul', { rule: { perHolder: 1, sameCollege: true } }, 'other-college'],
    ['two to the same, where two are allowed', 'amina', 'claire', { rule: { perHolder: 2, sameCollege: false } }, true],
    ['where the charter knows no proxies', 'amina', 'paul', { rule: { perHolder: 0, sameCollege: false } }, 'no-proxies'],
  ] as const)('%s', (_what, giver, holder, more, expected) => {
    const verdict = canGiveProxy({ giver, holder, seats, present: [], given, rule: { perHolder: 1, sameCollege: false }, ...more })
    expect(verdict.ok ? true : verdict.because).toBe(expected)
  })
})

describe('whose ballot counts?', () => {
  const facts = {
    seats,
    present: ['amina', 'paul'],
    proxies: [
      { giver: 'louis', holder: 'amina' },
      { giver: 'claire', holder: 'paul' },
    ],
  }
  test('the present and those they carry', () => {
    expect(votersOf({ ...facts, withdrawn: [] }).map(one => [one.member, one.carriedBy])).toEqual([
      ['amina', null],
      ['louis', 'amina'],
      ['claire', 'paul'],
      ['paul', null],
    ])
  })
  test('a holder who withdraws for an interest carries nobody, and neither is a giver who withdraws carried', () => {
    expect(votersOf({ ...facts, withdrawn: ['paul'] }).map(one => one.member)).toEqual(['amina', 'louis'])
    expect(votersOf({ ...facts, withdrawn: ['louis'] }).map(one => one.member)).toEqual(['amina', 'claire', 'paul'])
  })
  test('somebody else’s ballot is left out, and a corrected one counts once', () => {
    const voters = votersOf({ ...facts, withdrawn: ['paul'] })
    const counts = countBallots(
      [
        { member: 'amina', choice: 'for' },
        { member: 'paul', choice: 'for' },
        { member: 'amina', choice: 'against' },
      ],
      voters,
    )
    expect(counts).toEqual({ users: { for: 0, against: 1, abstention: 0, blank: 0 } })
  })
})

describe('may this join the agenda of 20 March?', () => {
  const facts = { asking: 3, sitting: 5, heldOn: '2026-03-20', rule: groupCharter.agenda }
  test.each([
    ['the chair, the day before', { by: 'chair', today: '2026-03-19' }, true],
    ['the chair, on the day', { by: 'chair', today: '2026-03-20' }, 'too-late'],
    ['three members of five, three days before', { by: 'members', today: '2026-03-17' }, true],
    ['three members of five, two days before', { by: 'members', today: '2026-03-18' }, 'too-late'],
    ['two members of five', { by: 'members', today: '2026-03-10', asking: 2 }, 'not-enough-members'],
    [
      'where the charter leaves it to the chair',
      { by: 'members', today: '2026-03-10', rule: { ...groupCharter.agenda, members: null } },
      'not-allowed',
    ],
  ] as const)('%s', (_what, more, expected) => {
    const verdict = canAddItem({ ...facts, ...more })
    expect(verdict.ok ? true : verdict.because).toBe(expected)
  })
})

describe('may the minutes be approved?', () => {
  const approving = { startsAt: '2026-04-20T18:00:00Z', state: 'opened', quorumReached: true } as const
  const facts = { versions: 2, approved: false, heldAt: '2026-03-20T18:00:00Z', approving }
  test.each([
    ['at the next meeting, in number', {}, true],
    ['at the very same meeting', { approving: { ...approving, startsAt: '2026-03-20T18:00:00Z' } }, 'not-a-later-meeting'],
    ['with no meeting at all', { approving: null }, 'not-a-later-meeting'],
    ['before it opens', { approving: { ...approving, state: 'convened' } }, 'not-in-session'],
    ['without quorum', { approving: { ...approving, quorumReached: false } }, 'no-quorum'],
    ['twice', { approved: true }, 'already-approved'],
    ['when nothing is written', { versions: 0 }, 'no-minutes'],
  ] as const)('%s', (_what, more, expected) => {
    const verdict = canApproveMinutes({ ...facts, ...more })
    expect(verdict.ok ? true : verdict.because).toBe(expected)
  })
})

test('a meeting opens only once convened, and nothing follows its end', () => {
  expect([canBecome('planned', 'opened').ok, canBecome('convened', 'opened').ok, canBecome('closed', 'opened').ok]).toEqual([
    false,
    true,
    false,
  ])
  expect(states.filter(isOver)).toEqual(['adjourned', 'closed', 'cancelled'])
})

test('a charter is read back from JSON as it was, and a strange one is refused', () => {
  expect(charterFrom(JSON.parse(JSON.stringify(groupCharter)))).toEqual(groupCharter)
  expect(() => charterFrom({ ...groupCharter, proxies: { perHolder: -1, sameCollege: false } })).toThrow()
})
