import { expect, test } from 'vitest'
import { startApp } from '#kernel/testing'
import { example } from './index.ts'

test('a resident leaves a remark, everyone reads it, and a second one waits until tomorrow', async () => {
  const app = await startApp({ services: [example] })
  await app.signIn('amina')
  const filed = await app.post('/example', { text: 'Une rampe <à l’entrée>' })
  expect(filed.status).toBe(303)

  await app.signIn(null)
  expect(await app.text('/example')).toContain('Une rampe &lt;à l’entrée')
  expect(await app.text(filed.headers.get('location')!)).toContain('Amina')

  await app.signIn('amina')
  const second = await app.post('/example', { text: 'Encore une' })
  expect(second.status).toBe(409)
  expect(await second.text()).toContain('Encore une')
})

test('an empty remark is explained next to its field', async () => {
  const app = await startApp({ services: [example] })
  await app.signIn('amina')
  const refused = await app.post('/example', { text: '  ' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Remplissez ce champ.')
})
