import { expect, test } from 'vitest'
import { isInsee, isSiren, isSiret, slugOf } from './identifiers.ts'

test('a SIREN and a SIRET are held by their check digit', () => {
  expect(isSiren('219102720')).toBe(true)
  expect(isSiren('219102721')).toBe(false)
  expect(isSiret('21910272000013')).toBe(isSiren('219102720') && luhnOf('21910272000013'))
  expect(isSiret('21910272000099')).toBe(luhnOf('21910272000099'))
  expect(isSiret('219102720')).toBe(false)
})

test('every figure of a SIREN counts', () => {
  const good = '219102720'
  for (let place = 0; place < good.length; place += 1) {
    const wrong = good.slice(0, place) + ((Number(good[place]) + 1) % 10) + good.slice(place + 1)
    expect(isSiren(wrong), wrong).toBe(false)
  }
})

test('codes of communes', () => {
  expect(['91272', '2A004', '97411', '01001'].map(isInsee)).toEqual([true, true, true, true])
  expect(['00123', '9127', '2C004', '96123', '912720'].map(isInsee)).toEqual([false, false, false, false, false])
})

test('a name becomes an address', () => {
  expect(slugOf('Saint-Rémy-lès-Chevreuse')).toBe('saint-remy-les-chevreuse')
  expect(slugOf('L’Haÿ-les-Roses')).toBe('l-hay-les-roses')
  expect(slugOf('Œuilly')).toBe('oeuilly')
})

/** The same rule, written the other way round. */
const luhnOf = (digits: string) => {
  let sum = 0
  for (let place = digits.length - 1, twice = false; place >= 0; place -= 1, twice = !twice) {
    sum += twice ? Math.floor((Number(digits[place]) * 2) / 10) + ((Number(digits[place]) * 2) % 10) : Number(digits[place])
  }
  return sum % 10 === 0
}
