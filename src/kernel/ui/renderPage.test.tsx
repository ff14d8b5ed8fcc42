import { z } from 'zod'
import { expect, test } from 'vitest'
import { parseForm, requiredText } from '#kernel/forms'
import { locales } from '#kernel/i18n'
import { assets, By, ErrorSummary, Field, gallery, Page, renderPage, TextDiff } from './index.ts'
import { bareFrame } from './frame.ts'

const Note = z.object({ title: requiredText(40), text: requiredText(200) })
const sent = parseForm(Note, { title: '<script>alert(1)</script>', text: '' }, 'fr')

test('the summary names each field to correct and leads to it, whatever was typed', () => {
  const drawn = renderPage(
    <Page title="Écrire">
      <ErrorSummary form={sent} />
      <Field form={sent} name="title" label="Titre" />
      <Field form={sent} name="text" label={'Texte "<b>"'} hint="Court" />
    </Page>,
    bareFrame,
  )
  expect(drawn).toContain('<a href="#champ-text">Texte &quot;&lt;b&gt;&quot;\u00a0: Remplissez ce champ.</a>')
  expect(drawn).toMatch(/<input[^>]*aria-invalid="true"[^>]*aria-describedby="champ-text-aide champ-text-erreur"/)
  expect(drawn).toContain('value="&lt;script>alert(1)&lt;/script>"')
  expect(drawn).not.toContain('<script')
})

test('a name that is not a field does not compile', () => {
  // @ts-expect-error 'reason' is no field of this form
  const wrong = <Field form={sent} name="reason" label="Raison" />
  expect(wrong).toBeTruthy()
})

test.each(locales)('the frame speaks %s, tells who is keyed for, and names the accent', locale => {
  const frame = {
    ...bareFrame,
    locale,
    body: { name: 'Les Ulis', arms: '/fichiers/1', accent: '#8C1D2F' },
    demonstration: true,
    actor: { personId: 'p', name: 'Jeanne <Lefèvre>', onBehalf: { keyedByName: 'Louis', channel: 'paper' as const, form: 'M3-7K4' } },
  }
  const drawn = renderPage(
    <Page title="Mesures">
      <p />
    </Page>,
    frame,
  )
  expect(drawn).toContain(`<html lang="${locale}">`)
  expect(drawn).toContain(
    locale === 'fr'
      ? 'Vous saisissez pour Jeanne &lt;Lefèvre>, formulaire papier M3-7K4.'
      : 'You are keying in for Jeanne &lt;Lefèvre>, paper form M3-7K4.',
  )
  expect(drawn).toContain('href="/assets/accent-8c1d2f.css"')
  expect(new TextDecoder().decode(assets.get('/assets/accent-8c1d2f.css')!.bytes)).toContain('--river:#8c1d2f')
  expect(assets.get('/assets/accent-ffd400.css')).toBeUndefined()
})

test.each(gallery.map(example => [`${example.component} ${example.name}`, example] as const))(
  '%s: no style, no script, the same twice',
  (_, { draw }) => {
    const once = renderPage(<Page title="Exemple">{draw()}</Page>, bareFrame)
    expect(once).not.toMatch(/ style=| on\w+=|<script/)
    expect(once.length).toBeGreaterThan(renderPage(<Page title="Exemple" />, bareFrame).length)
    expect(renderPage(<Page title="Exemple">{draw()}</Page>, bareFrame)).toBe(once)
    for (const [, target] of once.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g))
      for (const id of target!.split(' ')) expect(once).toContain(`id="${id}"`)
  },
)

test('what people write is escaped, and what changed is said aloud', () => {
  const drawn = renderPage(
    <Page title="Versions">
      <By name={'<img src=x onerror=alert(1)>'} college="users" />
      <TextDiff
        parts={[
          { kind: 'removed', text: '<b>rue</b>' },
          { kind: 'added', text: 'place' },
        ]}
      />
    </Page>,
    bareFrame,
  )
  expect(drawn).toContain('&lt;img src=x')
  expect(drawn).toMatch(/<del><span class="hidden"> retiré\u00a0: <\/span>&lt;b>rue&lt;\/b>/)
  expect(drawn).toMatch(/<ins><span class="hidden"> ajouté\u00a0: <\/span>place<span class="hidden"> fin de l’ajout/)
})

test('one stylesheet, light and dark, under 12 kB compressed', async () => {
  const { gzipSync } = await import('node:zlib')
  const sheet = [...assets.keys()].find(address => address.endsWith('.css'))!
  const { bytes } = assets.get(sheet)!
  expect(gzipSync(bytes).length).toBeLessThan(12_000)
  const text = new TextDecoder().decode(bytes)
  for (const word of ['prefers-color-scheme:dark', '@media print', 'prefers-reduced-motion', '.thread', '.expected', '.box'])
    expect(text).toContain(word)
  for (const [, address] of text.matchAll(/url\(([^)]+)\)/g)) expect(assets.get(address!)).toBeDefined()
})
