import { expect, test } from 'vitest'
import { parseForm } from '#kernel/forms'
import { NewArgument, OfficialAnswer, sourcesOf } from './forms.ts'

const typed = { stance: 'for', text: 'Un marché le soir aiderait les familles.' }
const errors = (values: Record<string, string | string[]>) => Object.keys(parseForm(NewArgument, values, 'fr').errors)

test.each([
  ['nothing more', {}, []],
  ['a full address', { sourceUrl1: 'https://insee.fr/fr/statistiques' }, []],
  ['a script', { sourceUrl1: 'javascript:alert(1)' }, ['sourceUrl1']],
  ['data', { sourceUrl2: 'data:text/html,<script>' }, ['sourceUrl2']],
  ['a word', { sourceUrl3: 'insee' }, ['sourceUrl3']],
  ['another stance', { stance: 'reply' }, ['stance']],
  ['a text given twice', { text: ['un', 'deux'] }, ['text']],
  ['a very long text', { text: 'a'.repeat(2001) }, ['text']],
  ['spaces only', { text: ' '.repeat(50) }, ['text']],
])('an argument with %s', (_name, more, expected) => expect(errors({ ...typed, ...more })).toEqual(expected))

test('sources keep their order, and are named by their site without a title', () => {
  const form = parseForm(NewArgument, { ...typed, sourceUrl1: 'https://a.fr/x', sourceTitle1: 'Rapport', sourceUrl3: 'http://b.org' }, 'fr')
  expect(form.ok && sourcesOf(form.value)).toEqual([
    { url: 'https://a.fr/x', title: 'Rapport' },
    { url: 'http://b.org', title: 'b.org' },
  ])
})

test.each([
  ['/mesures/3', true],
  ['https://ville.fr/a', true],
  ['//ailleurs.fr', false],
  ['javascript:1', false],
])('an official answer at %s', (url, ok) => expect(parseForm(OfficialAnswer, { url }, 'fr').ok).toBe(ok))
