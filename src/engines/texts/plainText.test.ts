import { expect, test } from 'vitest'
import { plainText } from './plainText.ts'

test('a list or a feed says the words without the signs', () => {
  expect(plainText('La fontaine coulera, **sauf les nuits de *gel***.\n\n- un [plan](https://exemple.fr)\n- deux\n')).toBe(
    'La fontaine coulera, sauf les nuits de gel. un plan deux',
  )
  expect(plainText('## Titre\nligne\nautre')).toBe('Titre ligne autre')
})
