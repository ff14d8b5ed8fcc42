import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkedText } from './linkedText.ts'

const origin = 'https://ville.example'

test('addresses of the site can be followed, others cannot', () => {
  expect(linkedText('Lire : https://ville.example/reponses/3\nou https://ailleurs.example/x\n\nFin', origin)).toEqual([
    [
      [{ text: 'Lire : ' }, { text: 'https://ville.example/reponses/3', href: 'https://ville.example/reponses/3' }],
      [{ text: 'ou ' }, { text: 'https://ailleurs.example/x' }],
    ],
    [[{ text: 'Fin' }]],
  ])
})

test('nothing of the text is lost', () => {
  const word = fc.constantFrom('Bonjour', ' ', '\n', 'https://ville.example/a', 'https://ville.example.mal/b', 'javascript:x')
  fc.assert(
    fc.property(fc.array(word), words => {
      const text = words.join('')
      const shown = linkedText(text, origin)
        .map(paragraph => paragraph.map(line => line.map(piece => piece.text).join('')).join('\n'))
        .join('\n\n')
      expect(shown).toBe(text.replace(/\n{2,}/g, '\n\n'))
      for (const piece of linkedText(text, origin).flat(2)) if (piece.href) expect(new URL(piece.href).origin).toBe(origin)
    }),
  )
})
