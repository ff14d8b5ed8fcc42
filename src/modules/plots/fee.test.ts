import { expect, test } from 'vitest'
import { feeOf } from './fee.ts'

const asked = { squareMetres: 50, quotient: null, isCollective: false, day: '2026-11-27' }
test.each([
  ['nothing said: the highest price', {}, 10_000],
  ['a quotient of 800 €: 1.20 € a square metre', { quotient: 800 }, 6000],
  ['a quotient of 100 €: the lowest price', { quotient: 100 }, 2500],
  ['a quotient of 5000 €: the highest price', { quotient: 5000 }, 10_000],
  ['the season before: the tariff of its day', { day: '2025-03-01' }, 9000],
  ['a school: the lowest price', { isCollective: true }, 2500],
  ['half metres count', { squareMetres: 2.5, quotient: 800 }, 300],
])('%s', (_, change, cents) => {
  expect(feeOf({ ...asked, ...change }).cents).toBe(cents)
})
