import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crockford, readCode } from './crockford.ts'

const value = fc.integer({ min: 0, max: 32 ** 5 - 1 })

test('a code is read back however it is typed', () => {
  fc.assert(
    fc.property(value, n => {
      const code = crockford(n, 5)
      expect(readCode(`${code.slice(0, 3).toLowerCase()} - ${code.slice(3)}`, 5)).toBe(code)
    }),
  )
  expect(crockford(1, 5)).toBe('000011')
  expect(readCode('OOOO1L', 5)).toBe('000011')
})

test('one wrong symbol, or two neighbours swapped, is always noticed', () => {
  fc.assert(
    fc.property(value, fc.nat(4), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (n, at, other) => {
      const code = crockford(n, 5)
      fc.pre(code[at] !== other)
      expect(readCode(code.slice(0, at) + other + code.slice(at + 1), 5)).toBeNull()
    }),
  )
  fc.assert(
    fc.property(value, fc.nat(3), (n, at) => {
      const code = crockford(n, 5)
      fc.pre(code[at] !== code[at + 1])
      expect(readCode(code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2), 5)).toBeNull()
    }),
  )
})

test('two codes differ when their numbers do', () => {
  fc.assert(fc.property(value, value, (a, b) => void expect(crockford(a, 5) === crockford(b, 5)).toBe(a === b)))
})
