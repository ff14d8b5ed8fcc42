import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allParameters, numberAt, type Parameter, parameterAt, participation, readRegister, registerOf } from './index.ts'

const value = (from: string, to: string | null, amount = 1): Parameter => ({
  id: 'rent',
  label: { fr: 'Loyer', en: 'Rent' },
  value: amount,
  unit: 'euros',
  from,
  to,
  text: 'Délibération 12',
  article: '1',
  status: 'verified',
})

describe('a dated register', () => {
  const rent = registerOf([value('2027-01-01', null, 20), value('2025-01-01', '2026-12-31', 10)])

  test.each([
    ['2025-01-01', 10],
    ['2026-12-31', 10],
    ['2027-01-01', 20],
    ['2040-05-05', 20],
  ])('gives the value in force on %s', (day, amount) => expect(numberAt(rent, 'rent', day)).toBe(amount))

  test('says when a value or a name is missing', () => {
    expect(() => parameterAt(rent, 'rent', '2024-12-31')).toThrow('The parameter rent has no value on 2024-12-31.')
    expect(() => parameterAt(rent, 'rentt', '2026-01-01')).toThrow('No parameter is called rentt.')
  })

  test.each([
    [value('2025-01-01', null), value('2026-01-01', null)],
    [value('2025-01-01', '2026-01-01'), value('2026-01-01', null)],
    [value('2025-01-01', null), value('2025-01-01', null)],
  ])('refuses two values on one day', (one, other) => expect(() => registerOf([other, one])).toThrow('two values on'))

  test('gives at most one value whatever the order they are written in', () => {
    const day = fc.integer({ min: 1, max: 365 }).map(n => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 6 }), day, (starts, asked) => {
        const sorted = starts.toSorted()
        const values = sorted.map((from, n) => {
          const next = sorted[n + 1]
          return value(from, next ? new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10) : null, n)
        })
        const register = registerOf(values.toReversed())
        const expected = sorted.findLastIndex(from => from <= asked)
        if (expected < 0) expect(() => numberAt(register, 'rent', asked)).toThrow()
        else expect(numberAt(register, 'rent', asked)).toBe(expected)
      }),
    )
  })

  test('says where a register is wrong', () => {
    expect(() => readRegister('- id: rent\n', 'rents.yaml')).toThrow('rents.yaml, parameter 1')
    expect(() => readRegister('rent: 3\n', 'rents.yaml')).toThrow('a register is a list')
  })
})

describe('the register of participation', () => {
  test('opens with its sources', () => {
    expect(numberAt(participation, 'account.consent-age', '2026-11-23')).toBe(15)
    expect(() => numberAt(participation, 'account.consent-age', '2019-05-31')).toThrow()
    expect(parameterAt(participation, 'public-services-commission.threshold', '2026-11-23')).toMatchObject({
      value: 10_000,
      article: 'L1413-1',
    })
  })
  test('is shown to the public, in one order', () => {
    const shown = allParameters().map(({ id, from }) => `${id} ${from}`)
    expect(shown).toEqual(shown.toSorted())
    expect(shown.length).toBeGreaterThanOrEqual([...participation.values()].flat().length)
  })
})
