import { existsSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { chromium } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { paper } from '#engines/paper'
import { identity } from '#kernel/auth'
import { cast } from '#kernel/demonstration'
import { openHouse } from '#kernel/house'
import { freshDatabase } from '#kernel/testing'
import { accounts } from './index.ts'

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => existsSync(path))
const secrets = { journal: Buffer.alloc(32, 7), signing: Buffer.alloc(32, 9) }
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

test.skipIf(!browserPath)(
  'a resident registers a passkey in a browser, signs out, and comes back with it',
  { timeout: 60_000 },
  async () => {
    const database = await freshDatabase([paper, accounts])
    const server = { port: 0 }
    const listening = await new Promise<ReturnType<typeof serve>>(done => {
      const started = serve({ fetch: (request, env) => app.fetch(request, env), port: 0, hostname: '127.0.0.1' }, info => {
        server.port = info.port
        done(started)
      })
    })
    const url = `http://localhost:${server.port}`
    const signIn = await identity({ application: database.application, url, secret: secrets.signing, mode: 'demonstration' })
    const house = await openHouse({
      engines: [paper],
      services: [accounts],
      addresses: database,
      identity: signIn,
      mode: 'demonstration',
      url,
      secrets,
      schedule: false,
      poolSize: 4,
    })
    const { app } = house
    const browser = await chromium.launch({ executablePath: browserPath!, args: flags })
    onTestFinished(async () => {
      await browser.close()
      listening.close()
      await Promise.all([house.close(), signIn.close()])
      await database.drop()
    })

    const page = await browser.newPage({ locale: 'fr-FR' })
    page.setDefaultTimeout(10_000)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto(`${url}/connexion?retour=/compte/residence`)
    await page.getByRole('button', { name: `Entrer comme ${cast.amina.name}` }).click()
    await page.goto(`${url}/compte`)
    await page.getByRole('button', { name: 'Enregistrer une clé sur cet appareil' }).click()
    await page.getByRole('button', { name: 'Retirer' }).waitFor()
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await page.getByText('Vous êtes déconnecté').waitFor()

    await page.goto(`${url}/connexion?retour=/compte/residence`)
    await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click()
    await page.waitForURL(`${url}/compte/residence`)
    await page.goto(`${url}/compte`)
    expect(await page.textContent('main')).toContain(cast.amina.name)
    await page.getByRole('button', { name: 'Retirer' }).click()
    await page.getByText('Aucune clé pour le moment').waitFor()
  },
)
