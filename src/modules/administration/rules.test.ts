import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { controlOf, typedValue, writtenValue } from './controls.ts'
import { canEnd, canGrant } from './rules.ts'

describe('giving a role', () => {
  const asked = { role: 'agent' as const, service: 'participation', since: '2026-11-23', until: null, today: '2026-11-23', held: [] }
  test.each([
    [{}, null],
    [{ service: '' }, 'agent-without-service'],
    [{ role: 'elected' as const, service: '' }, null],
    [{ until: '2026-11-22' }, 'ends-before-it-begins'],
    [{ since: '2026-01-01', until: '2026-11-22' }, 'already-over'],
    [{ until: '2026-11-23' }, null],
    [{ held: [{ role: 'agent', service: 'participation', until: null }] }, 'already-held'],
    [{ held: [{ role: 'agent', service: 'participation', until: '2026-11-22' }] }, null],
    [{ held: [{ role: 'agent', service: 'technique', until: null }] }, null],
  ])('%j: %s', (change, because) => {
    const verdict = canGrant({ ...asked, ...change })
    expect(verdict.ok ? null : verdict.because).toBe(because)
  })
})

test('the last administrator stays', () => {
  expect(canEnd({ role: 'administrator', over: false, otherAdministrators: 0 })).toEqual({ ok: false, because: 'last-administrator' })
  expect(canEnd({ role: 'administrator', over: false, otherAdministrators: 1 }).ok).toBe(true)
  expect(canEnd({ role: 'agent', over: false, otherAdministrators: 0 }).ok).toBe(true)
  expect(canEnd({ role: 'agent', over: true, otherAdministrators: 0 })).toEqual({ ok: false, because: 'already-over' })
})

describe('a setting is asked as its schema says', () => {
  test.each([
    [z.int().min(0).max(10), { kind: 'number', min: 0, max: 10 }, '7', 7],
    [z.coerce.number().int().min(1), { kind: 'number', min: 1, max: null }, '1 000', 1000],
    [
      z.enum(['one', 'all']),
      {
        kind: 'choice',
        options: [
          { value: 'one', label: 'one' },
          { value: 'all', label: 'all' },
        ],
      },
      'all',
      'all',
    ],
    [z.boolean(), { kind: 'box' }, 'oui', true],
    [z.array(z.string()), { kind: 'lines' }, 'a\r\n\n b', ['a', 'b']],
    [z.string().max(1000), { kind: 'long' }, ' x ', 'x'],
    [z.string().max(80), { kind: 'text' }, 'x', 'x'],
  ])('%#', (schema, control, typed, value) => {
    const found = controlOf(schema)
    expect(found).toEqual(control)
    expect(typedValue(found, typed)).toEqual(value)
    expect(typedValue(found, writtenValue(found, value))).toEqual(value)
  })
})
