import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { application } from './storm/application.ts'

const folder = fileURLToPath(new URL('./upgrades/', import.meta.url))
const released = (existsSync(folder) ? readdirSync(folder) : []).filter(name => name.endsWith('.yvette'))

if (released.length === 0) test.todo('a first version is released')

test.each(released)('the backup of version %s is restored, upgraded, and serves', { timeout: 120_000 }, async file => {
  const app = await application()
  try {
    expect(await app.command('restore', `${folder}${file}`)).toMatchObject({ code: 0 })
    expect(await app.command('check')).toMatchObject({ code: 0, output: expect.stringContaining('All is in order') })
    await app.start()
    const home = await fetch(`${app.url}/`)
    expect(home.status).toBe(200)
    expect(await home.text()).toContain('Val-sur-Yvette')
    expect(await app.stop()).toBe(0)
  } finally {
    await app.remove()
  }
})
