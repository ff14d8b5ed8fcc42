import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deviceName } from './deviceName.ts'
import { ageOn, consentState } from './parentalConsent.ts'
import { codeDigest, drawCode } from '../codes.ts'
import { attemptsAllowed, canUseCode, readableCode } from './postedCode.ts'
import { safeReturn } from './safeReturn.ts'
import { canVouch, vouchesMissing } from './vouching.ts'

describe('posted codes', () => {
  const key = Buffer.alloc(32, 1)
  test('a code reads the same however it is typed', () => {
    const code = drawCode()
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(codeDigest(key, code.toLowerCase().replace('-', ' '))).toEqual(codeDigest(key, code))
    expect(readableCode('oIl0-1')).toBe('01101')
    expect(codeDigest(Buffer.alloc(32, 2), code)).not.toEqual(codeDigest(key, code))
  })
  test('the last day counts, the sixth attempt does not', () => {
    const letter = { printed: true, expiresOn: '2026-11-23', attempts: 0, matches: true }
    expect(canUseCode(letter, '2026-11-23').ok).toBe(true)
    expect(canUseCode(letter, '2026-11-24')).toEqual({ ok: false, because: 'expired' })
    expect(canUseCode({ ...letter, attempts: attemptsAllowed }, '2026-11-01')).toEqual({ ok: false, because: 'too-many' })
    expect(canUseCode({ ...letter, matches: false }, '2026-11-01')).toEqual({ ok: false, because: 'wrong' })
    expect(canUseCode({ ...letter, printed: false }, '2026-11-01')).toEqual({ ok: false, because: 'not-printed' })
  })
})

describe('vouching', () => {
  const asked = {
    needed: 2,
    self: false,
    voucherProof: 'posted-code',
    alreadyVouched: false,
    vouchedThisYear: 0,
    mostAYear: 3,
    isVerified: false,
  }
  test.each([
    [{}, null],
    [{ needed: 0 }, 'not-here'],
    [{ self: true }, 'self'],
    [{ voucherProof: 'vouched' }, 'no-proof'],
    [{ voucherProof: 'declared' }, 'no-proof'],
    [{ voucherProof: null }, 'no-proof'],
    [{ alreadyVouched: true }, 'already-vouched'],
    [{ vouchedThisYear: 3 }, 'too-many'],
    [{ isVerified: true }, 'already-verified'],
  ])('%j is refused because %s', (change, because) => {
    const verdict = canVouch({ ...asked, ...change })
    expect(verdict.ok ? null : verdict.because).toBe(because)
  })
  test('missing vouches never go below nothing', () => {
    expect([vouchesMissing(2, 0), vouchesMissing(2, 1), vouchesMissing(2, 5)]).toEqual([2, 1, 0])
  })
})

describe('parental consent', () => {
  const child = {
    birthDate: '2012-05-10',
    today: '2026-11-23',
    consentAge: 15,
    parentsAsked: 'one' as const,
    guardians: ['a', 'b'],
    consents: [] as string[],
  }
  test('under fifteen, one parent suffices unless the commune asks for all', () => {
    expect(consentState(child)).toEqual({ state: 'missing', missing: ['a', 'b'] })
    expect(consentState({ ...child, consents: ['b'] }).state).toBe('given')
    expect(consentState({ ...child, parentsAsked: 'all', consents: ['b'] })).toEqual({ state: 'missing', missing: ['a'] })
    expect(consentState({ ...child, parentsAsked: 'all', consents: ['b', 'a'] }).state).toBe('given')
    expect(consentState({ ...child, parentsAsked: 'all', guardians: [] }).state).toBe('missing')
  })
  test('from the birthday on, nobody else is asked', () => {
    expect(consentState({ ...child, today: '2027-05-09' }).state).toBe('missing')
    expect(consentState({ ...child, today: '2027-05-10' }).state).toBe('not-needed')
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  })
})

test('a return path never leaves the site', () => {
  expect(safeReturn('/mesures/3?page=2#a')).toBe('/mesures/3?page=2#a')
  for (const bad of [
    '//mal.example',
    '/\\mal.example',
    'https://mal.example',
    'javascript:1',
    '/a\nb',
    '/connexion',
    '/connexion?retour=/x',
    undefined,
  ])
    expect(safeReturn(bad)).toBe('/')
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), text => {
      expect(new URL(safeReturn(text), 'https://ville.example').origin).toBe('https://ville.example')
    }),
  )
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 9; SM-G950F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/20.0 Chrome/106.0.5249.126 Mobile Safari/537.36',
    'Samsung Internet, Android',
  ],
  ['curl/8', null],
  [null, null],
])('%s is a device called %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name)
})
