import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { booking } from '#engines/booking'
import { following } from '#engines/following'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import type { CastName } from '#kernel/demonstration'
import { openStorage } from '#kernel/files'
import { startApp } from '#kernel/testing'
import { budgets } from '#modules/budgets'
import { catalogue } from '#modules/catalogue'
import { commitments } from '#modules/commitments'
import { measures } from '#modules/measures'
import { plots } from '#modules/plots'
import { population } from '#modules/population'
import { roll } from '#modules/roll'
import { axeFaults, sidewaysScroll } from './accessibility.ts'
import { openBrowser } from './browser.ts'
import { listenTo } from './site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  await openStorage({ folder: await mkdtemp(join(tmpdir(), 'yvette-e2e-plots-')) })
})
afterAll(() => browser.close())

test.each([
  { how: 'with JavaScript', javaScriptEnabled: true },
  { how: 'without JavaScript', javaScriptEnabled: false },
])('a plot from its first plan to its release, $how', { timeout: 240_000 }, async ({ javaScriptEnabled }) => {
  const { move, keep, open, close } = await town(javaScriptEnabled)
  const check = async (page: Page) => {
    if (!javaScriptEnabled) return // the checker itself is a script
    expect(await axeFaults(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
  }
  try {
    // The town hall opens a garden, draws a plot, and opens applications.
    const claire = await open('claire')
    await claire.goto('/jardins/lieux/nouveau')
    const garden = {
      name: 'Jardin du Lavoir',
      place: 'Rue du Lavoir',
      runBy: 'La commune',
      latitude: '48,7',
      longitude: '2,19',
      width: '20',
      height: '12',
    }
    for (const [field, value] of Object.entries(garden)) await claire.locator(`[name=${field}]`).fill(value)
    await claire.getByRole('button', { name: 'Ouvrir le jardin' }).click()
    await seen(claire, 'Tenir ce jardin')
    await claire.getByText('Ajouter une parcelle').click()
    const plot = { number: '1', squareMetres: '50', x: '1', y: '1', width: '6', height: '8' }
    for (const [field, value] of Object.entries(plot)) await claire.locator(`[name=${field}]`).fill(value)
    for (const [field, value] of Object.entries({ kind: 'ground', water: 'tap', sun: 'full' }))
      await claire.locator(`form[action$=parcelles] [name=${field}]`).selectOption(value)
    await claire.getByRole('button', { name: 'Ajouter la parcelle' }).click()
    await claire.getByText('Mettre une parcelle hors service').first().waitFor()
    await check(claire)
    await claire.goto('/jardins/campagnes/nouvelle')
    await claire.getByLabel('Titre').fill('Parcelles 2027')
    const days = { opensOn: '2026-11-01', closesOn: '2026-11-30', drawOn: '2026-12-10', seasonFrom: '2027-01-01', seasonTo: '2027-12-31' }
    for (const [field, value] of Object.entries(days)) await claire.locator(`[name=${field}]`).fill(value)
    await claire.getByLabel('D’où vient le hasard').fill('Numéros du Loto du jour')
    await claire.getByRole('button', { name: 'Ouvrir la campagne' }).click()
    await seen(claire, 'Aucune demande pour le moment')
    const round = claire.url()

    // A resident applies; what is missing is asked again.
    const amina = await open('amina')
    await amina.goto('/jardins')
    await check(amina)
    await amina.getByRole('link', { name: 'Faire une demande' }).click()
    await seen(amina, 'Votre situation')
    await amina.getByLabel('Une personne').check()
    await amina.getByRole('button', { name: 'Envoyer la demande' }).click()
    await seen(amina, 'Indiquez au moins un vœu')
    await check(amina)
    await amina.getByLabel('Je n’ai ni jardin').check()
    await amina.getByLabel('J’habite').check()
    await amina.getByLabel('Premier vœu').selectOption({ index: 1 })
    await amina.getByRole('button', { name: 'Envoyer la demande' }).click()
    await seen(amina, 'Demande n° 1')
    await seen(amina, 'Vous êtes sans jardin.')
    await check(amina)

    // The list, then the draw.
    move('2026-12-01')
    await claire.goto(round)
    await claire.getByRole('button', { name: 'Publier la liste' }).click()
    await seen(claire, 'Empreinte de la liste')
    move('2026-12-10')
    await claire.reload()
    await claire.getByLabel('Le hasard du jour').fill('7 12 23 31 45')
    await claire.getByLabel('Témoins').fill('Paul Aubry')
    await claire.getByRole('button', { name: 'Tirer les parcelles au sort' }).click()
    await seen(claire, 'Le hasard tiré')
    await check(claire)

    // The agreement.
    await amina.goto('/jardins')
    await amina.getByRole('link', { name: 'Lire et signer la convention' }).click()
    await seen(amina, 'Ce que cela coûte')
    await check(amina)
    await amina.getByLabel('J’ai lu la convention').check()
    await amina.getByLabel('Votre quotient familial').fill('800')
    await amina.getByRole('button', { name: 'Signer la convention' }).click()
    await seen(amina, 'Redevance due, saison 2027')
    const file = amina.url()

    // Visit with a photograph, reminder, notice, release; the holder reads each of them.
    await step(claire, file, move, '2027-06-01', 'Envoyer un rappel', 'Envoyer le rappel')
    await amina.goto(file)
    await seen(amina, 'Contester cette étape')
    await amina.getByAltText('La parcelle vue de l’allée').waitFor()
    await check(amina)
    await step(claire, file, move, '2027-06-23', 'Mettre en demeure', 'Envoyer la mise en demeure')
    await step(claire, file, move, '2027-07-24', 'Décider la reprise', 'Décider la reprise de la parcelle')
    await check(claire)
    move('2027-08-09')
    await keep()
    await amina.goto(file)
    await seen(amina, 'Parcelle reprise le lundi 9 août 2027')
    await amina.goto('/jardins/lieux/1')
    await amina.getByRole('cell', { name: 'libre' }).waitFor({ timeout: 10_000 })
    await check(amina)
  } finally {
    await close()
  }
})

const step = async (page: Page, file: string, move: (day: string) => void, day: string, opens: string, sends: string) => {
  move(day)
  await page.goto(file)
  await page.getByText('Noter une visite').click()
  await page.getByLabel('à l’abandon').check()
  await page.getByLabel('Ce que vous avez vu').fill('Herbes hautes, aucun semis.')
  const image = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer()
  await page.locator('input[type=file]').setInputFiles({ name: 'parcelle.jpg', mimeType: 'image/jpeg', buffer: image })
  await page.getByLabel('Ce que montre la photographie').fill('La parcelle vue de l’allée')
  await page.getByRole('button', { name: 'Enregistrer la visite' }).click()
  await page.getByText(opens, { exact: true }).first().waitFor({ timeout: 10_000 })
  await page.getByText(opens, { exact: true }).first().click()
  await page.getByLabel('Pourquoi, et ce qui est attendu').fill('La parcelle n’est plus cultivée depuis avril.')
  await page.getByRole('button', { name: sends }).click()
  await page.getByRole('button', { name: sends }).waitFor({ state: 'detached', timeout: 10_000 })
}

const town = async (javaScriptEnabled: boolean) => {
  const rooms = {
    engines: [paper, moderation, following, booking],
    services: [population, roll, measures, catalogue, commitments, budgets, plots],
  }
  const app = await startApp({ ...rooms, now: '2026-11-02T09:00:00Z' }, { keep: true })
  const site = await listenTo(app)
  const contexts: { close(): Promise<void> }[] = []
  return {
    move: (day: string) => void (app.clock = new Date(`${day}T09:00:00Z`)),
    keep: () => app.house.workers.run('plots.keep'),
    open: async (name: CastName): Promise<Page> => {
      const context = await browser.newContext({
        baseURL: site.url,
        javaScriptEnabled,
        locale: 'fr-FR',
        viewport: { width: 320, height: 800 },
      })
      contexts.push(context)
      await context.addCookies([await site.cookieOf(name)])
      return context.newPage()
    },
    close: async () => {
      for (const context of contexts) await context.close()
      await site.close()
      await app.close()
    },
  }
}
const seen = (page: Page, text: string) => page.getByText(text).first().waitFor({ timeout: 10_000 })
