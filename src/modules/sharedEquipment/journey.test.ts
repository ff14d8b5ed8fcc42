import { expect, test } from 'vitest'
import { startApp } from '#kernel/testing'
import { engines, services } from '../../services.ts'

test('the demonstration shows two years', { timeout: 120_000 }, async () => {
  const app = await startApp({ engines, services, demo: true })
  await app.signIn('claire')
  for (const path of ['', '/regles', '/agenda.ics', '/prets', '/conventions', '/conventions/2', '/conventions/2/versions/1', '/conventions/2/versions/nouvelle', '/conventions/nouvelle', '/objets/nouveau', '/conventions/2/comptes/2025', '/conventions/2/comptes/2026', '/conventions/2/comptes/2025/communes/4', '/conventions/2/comptes/2025/compte.json', '/conventions/2/comptes/2025/compte.csv']) {
    const response = await app.get(`/materiel-partage${path}`)
    console.log(path, response.status, (await response.text()).length)
    expect(response.status, path).toBe(200)
  }
})
