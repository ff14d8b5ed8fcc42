import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentSheet, checkAccent } from './accent.ts'
import { colours } from './colours.ts'
import { contrast } from './contrast.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`)

test('a commune keeps its dark red, and is offered a darker yellow', () => {
  expect(checkAccent('#8c1d2f')).toMatchObject({ ok: true, colour: '#8c1d2f' })
  const yellow = checkAccent('#ffd400')
  expect(yellow).toMatchObject({ ok: false, because: 'too-pale' })
  expect(yellow.ok || checkAccent(yellow.nearest!).ok).toBe(true)
  expect(checkAccent('red;}body{display:none')).toMatchObject({ ok: false, because: 'not-a-colour' })
})

test('whatever the accent, links are read in light and in dark', () => {
  fc.assert(
    fc.property(colour, asked => {
      const sheet = accentSheet(asked)
      if (!sheet) return checkAccent(asked).ok === false
      const [light, dark] = [...sheet.matchAll(/--river:(#[0-9a-f]{6});--deep:(#[0-9a-f]{6});--mist:(#[0-9a-f]{6})/g)]
      return (
        contrast(light![1]!, colours.light.paper) >= 4.5 &&
        contrast(light![1]!, light![3]!) >= 4.5 &&
        contrast(light![2]!, light![3]!) >= 4.5 &&
        contrast(dark![1]!, colours.dark.paper) >= 4.5 &&
        contrast(dark![1]!, dark![3]!) >= 4.5 &&
        contrast(colours.dark.ink, dark![3]!) >= 4.5
      )
    }),
    { numRuns: 400 },
  )
})
