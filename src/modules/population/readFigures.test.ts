import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marginsOf, totalOf } from './figures.ts'
import { readFigures } from './readFigures.ts'
import { crossedTemplate, marginsTemplate } from './templates.ts'
import { textOfFile } from './textOfFile.ts'

const read = (text: string) => {
  const found = readFigures(text)
  if (!found.ok) throw new Error(JSON.stringify(found.faults))
  return found.read
}
const counts = (text: string) =>
  Object.fromEntries(
    marginsOf(read(text)).map(({ dimension, categories }) => [dimension, categories.map(({ code, count }) => `${code} ${count}`)]),
  )

describe('a file of population figures', () => {
  test('may have a line for each category of each dimension', () => {
    expect(counts(marginsTemplate)).toEqual({
      age: ['0-14 1764', '15-29 1803', '30-44 1911', '45-59 1940', '60-74 1479', '75+ 903'],
      sex: ['F 5047', 'M 4753'],
      district: ['bourg 5200', 'plateau 4600'],
    })
  })

  test('may have a line for each combination, which are summed', () => {
    expect(counts(crossedTemplate)).toEqual({ age: ['0-14 923', '15-29 915'], sex: ['F 912', 'M 926'], district: ['bourg 1838'] })
  })

  test('is read as Insee or a spreadsheet writes it: titles, delimiters, decimals, names and order', () => {
    const text = 'Tranche d’âge\tSEXE\tEffectif\n75 ans et plus\t2\t12,6\nMoins de 15 ans\t1\t1 204\nde 15 à 29 ans\tFemmes\t7.4\n'
    expect(counts(text)).toEqual({ age: ['0-14 1204', '15-29 7', '75+ 13'], sex: ['F 20', 'M 1204'] })
  })

  test('may give districts their codes', () => {
    const { categories } = read('dimension;code;libelle;effectif\nquartier;Q-1;Le Bourg;12\nquartier;Q-2;Saint-Rémi l’Étang;9')
    expect(categories.map(({ code, label }) => [code, label.fr])).toEqual([
      ['q-1', 'Le Bourg'],
      ['q-2', 'Saint-Rémi l’Étang'],
    ])
  })

  test.each([
    ['', null, 'empty', ''],
    ['a;b;c\n1;2;3', 1, 'header', 'a ; b ; c'],
    ['dimension;categorie;effectif\nsexe;F;12\nmetier;boulanger;3', 3, 'dimension', 'metier'],
    ['dimension;categorie;effectif\n\nsexe;F;12\n\nage;jeunes;3', 5, 'category', 'jeunes'],
    ['dimension;categorie;effectif\nage;0-14;beaucoup', 2, 'count', 'beaucoup'],
    ['dimension;categorie;effectif\nage;0-14;-3', 2, 'count', '-3'],
    ['dimension;categorie;effectif\nage;0-14;3\nsexe;F;4\nage;moins de 15 ans;5', 4, 'repeated', '2'],
    ['dimension;categorie;effectif\nage;0-14;3\nage;10-29;5', null, 'overlap', '10 à 29 ans'],
    ['dimension;categorie;effectif\nage;0-14;0', null, 'nobody', ''],
    ['dimension;categorie;effectif\nage;"0-14;3', null, 'unreadable', ''],
  ])('%j is refused, and the line is said', (text, line, because, what) => {
    const found = readFigures(text)
    expect(found.ok ? null : found.faults[0]).toEqual({ line, because, what })
  })

  test('is whole or refused, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map(end => `${marginsTemplate}${end}`),
        ),
        text => {
          const found = readFigures(text)
          if (!found.ok) return void expect(found.faults.length).toBeGreaterThan(0)
          for (const margin of marginsOf(found.read)) expect(totalOf(margin)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  test('is text in UTF-8 or as older spreadsheets write it', () => {
    expect(textOfFile(new TextEncoder().encode('âge'))).toBe('âge')
    expect(textOfFile(Uint8Array.from([0xe2, 0x67, 0x65]))).toBe('âge')
    expect(textOfFile(Uint8Array.from([0x50, 0x4b, 3, 4, 0]))).toBeNull()
  })
})
