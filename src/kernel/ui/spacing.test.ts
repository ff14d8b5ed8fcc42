import { expect, test } from 'vitest'
import { keepMarksWithWords } from './spacing.ts'

test.each([
  ['<p>Que faire ? « Rien » : 5 !</p>', '<p>Que faire\u00a0? «\u00a0Rien\u00a0»\u00a0: 5\u00a0!</p>'],
  ['<input value="a > b ? c : d"><b>oui : non</b>', '<input value="a > b ? c : d"><b>oui\u00a0: non</b>'],
  ['<textarea name="t">Pourquoi ?</textarea><p>Non ?', '<textarea name="t">Pourquoi ?</textarea><p>Non\u00a0?'],
  ['<pre><b>a : b</b></pre> ! fin', '<pre><b>a : b</b></pre>\u00a0! fin'],
  ['<p>Why? Because: no.</p>', '<p>Why? Because: no.</p>'],
])('%s', (typed, drawn) => {
  expect(keepMarksWithWords(typed)).toBe(drawn)
})
