import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { checkbox, day, email, manyOf, optionalText, oneOf, parseForm, requiredText, wholeNumber } from './index.ts'

const Everything = z.object({
  title: requiredText(20, 3),
  note: optionalText(10),
  kind: oneOf(['for', 'against']),
  topics: manyOf(['a', 'b']),
  agreed: checkbox,
  on: day,
  address: email,
  seats: wholeNumber(1, 50),
})
const good = { title: 'Un titre', kind: 'for', on: '3/3/2027', address: 'Nom@Exemple.fr', seats: '1 2' }

test('what a person types is read as they mean it', () => {
  const form = parseForm(Everything, good, 'fr')
  expect(form.ok && form.value).toEqual({
    title: 'Un titre',
    note: '',
    kind: 'for',
    topics: [],
    agreed: false,
    on: '2027-03-03',
    address: 'nom@exemple.fr',
    seats: 12,
  })
})

test.each([
  ['title', '', 'Remplissez ce champ.'],
  ['title', 'ab', 'Écrivez au moins 3 caractères.'],
  ['title', 'a'.repeat(21), 'Raccourcissez ce texte : 20 caractères au plus.'],
  ['kind', 'neither', 'Choisissez une des réponses proposées.'],
  ['on', '30/02/2027', 'Indiquez une date qui existe, comme 03/03/2027.'],
  ['address', 'nom', 'Écrivez une adresse électronique complète, comme nom@exemple.fr.'],
  ['seats', 'beaucoup', 'Indiquez un nombre, en chiffres.'],
  ['seats', '51', 'Indiquez un nombre d’au plus 50.'],
])('%s = %s says what to do', (field, typed, sentence) => {
  const form = parseForm(Everything, { ...good, [field]: typed }, 'fr')
  expect(form.errors).toEqual({ [field]: sentence })
  expect(form.values[field]).toBe(typed)
})

test('whatever is sent, the answer is a value and what was typed is kept', () => {
  const typed = fc.dictionary(
    fc.constantFrom('title', 'note', 'kind', 'topics', 'agreed', 'on', 'address', 'seats', '__proto__', 'x'),
    fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string())),
  )
  fc.assert(
    fc.property(typed, values => {
      const form = parseForm(Everything, values, 'en')
      expect(form.values).toBe(values)
      if (!form.ok) expect(Object.values(form.errors).every(text => typeof text === 'string' && text.length > 5)).toBe(true)
    }),
  )
})
