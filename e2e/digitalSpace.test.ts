import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CastName } from '#kernel/demonstration'
import { startApp } from '#kernel/testing'
import { engines, services } from '../src/services.ts'
import { axeFaults, sidewaysScroll } from './accessibility.ts'
import { openBrowser } from './browser.ts'
import { listenTo } from './site.ts'

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

test.each([
  { how: 'with JavaScript', javaScriptEnabled: true },
  { how: 'without JavaScript', javaScriptEnabled: false },
])(
  'a facilitator sets up the space, receives somebody, has a mandate signed, records and makes the sheet; the person takes the mandate back, $how',
  { timeout: 240_000 },
  async ({ javaScriptEnabled }) => {
    const { app, open, close } = await town({ javaScriptEnabled })
    try {
      await setUp(await open('claire', '/espace-numerique/reglages'))

      const resident = await open('amina', '/espace-numerique')
      await resident.getByRole('link', { name: 'Rencontrer Hélène Costa' }).click()
      await seen(resident, 'À quelle heure, mardi 1er décembre 2026 ?')
      await expectWell(resident)
      await resident.getByLabel('de 14 h à 14 h 30').check()
      await resident.getByLabel('De quoi s’agit-il ?').fill('Ma carte grise')
      await resident.getByRole('button', { name: 'Prendre ce rendez-vous' }).click()
      await resident.waitForURL(/\/reservations\/\d+$/)

      const mandate = await received(await open('helene', '/espace-numerique/accueil'))

      await resident.goto(new URL(mandate, resident.url()).href)
      await seen(resident, 'Demande de carte grise déposée')
      await expectWell(resident)
      await resident.getByRole('button', { name: 'Reprendre mon accord : Transports, mobilité' }).click()
      await seen(resident, 'Repris par la personne')
      await expectWell(resident)
      const { rows } = await app.owner.pool.query(
        "select event from journal.entry where event like 'mandate.%' or event = 'activity.recorded' order by id",
      )
      expect(rows.map(({ event }) => event)).toEqual(['mandate.given', 'mandate.used', 'activity.recorded', 'mandate.revoked'])
    } finally {
      await close()
    }
  },
)

const setUp = async (page: Page) => {
  const hours = page.locator('#nouvelle-ouverture')
  const things = page.locator('#nouvelle-chose')
  await things.locator('summary').click()
  await things.getByLabel('rendez-vous', { exact: true }).check()
  await things.getByLabel('Pour des rendez-vous').selectOption({ label: 'Hélène Costa, Aidante de l’espace public numérique' })
  await things.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await page.getByRole('link', { name: 'Hélène Costa', exact: true }).waitFor()
  await hours.locator('summary').click()
  await hours.getByLabel('De qui').selectOption({ label: 'Hélène Costa' })
  await hours.getByLabel('mardi').check()
  await hours.getByLabel('De', { exact: true }).fill('14h')
  await hours.getByLabel('À', { exact: true }).fill('17:00')
  await hours.getByRole('button', { name: 'Ajouter un horaire' }).click()
  await seen(page, 'Chaque mardi de 14 h à 17 h')
  await expectWell(page)
}

/** The whole appointment, at the desk. @returns the path of the mandate */
const received = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: 'Amina Belkacem' }).click()
  await seen(page, 'Ce qui amène la personne')
  const appointment = page.url()
  await page.getByRole('button', { name: 'Présence', exact: true }).click()
  await seen(page, 'Présence notée')
  await expectWell(page)
  await page.getByRole('link', { name: 'Faire signer un mandat' }).click()
  await seen(page, 'Pour Amina Belkacem')
  await page.getByLabel('Transports, mobilité').check()
  await page.getByLabel('un mois (31 jours)').check()
  await page.getByLabel('La personne a lu et signé la feuille devant moi').check()
  await expectWell(page)
  await page.getByRole('button', { name: 'Enregistrer ce mandat signé' }).click()
  await seen(page, 'En cours, jusqu’au jeudi 31 décembre 2026 inclus')
  const mandate = new URL(page.url()).pathname
  const use = page.locator('#agir')
  await use.getByLabel('Transports, mobilité').check()
  await use.getByLabel('Ce qui est fait').fill('Demande de carte grise déposée')
  await use.getByRole('button', { name: 'Écrire dans le journal' }).click()
  await seen(page, 'Un acte est fait : Transports, mobilité')
  await expectWell(page)

  await page.goto(appointment)
  await page.getByRole('link', { name: 'Noter une séance' }).click()
  await seen(page, 'En une demi-minute')
  await page.getByLabel('Aide aux démarches administratives').check()
  await expectWell(page)
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  await seen(page, 'Noté aujourd’hui : 1')

  await page.goto(appointment)
  await page.getByRole('link', { name: 'Faire une fiche à emporter' }).click()
  await seen(page, 'dans ses mots')
  await page.getByLabel('Ce que nous avons fait').fill('Ouvert le site\nDéposé la demande')
  await page.getByRole('button', { name: 'Faire la fiche' }).click()
  await seen(page, 'Rien n’est gardé : imprimez maintenant')
  await expectWell(page)
  return mandate
}

const town = async ({ javaScriptEnabled }: { javaScriptEnabled: boolean }) => {
  const app = await startApp({ engines, services, now: '2026-12-01T08:00:00Z' }, { keep: true })
  const site = await listenTo(app)
  const contexts: Awaited<ReturnType<Browser['newContext']>>[] = []
  return {
    app,
    open: async (name: CastName, path: string): Promise<Page> => {
      const context = await browser.newContext({ javaScriptEnabled, locale: 'fr-FR', viewport: { width: 320, height: 700 } })
      contexts.push(context)
      await context.addCookies([await site.cookieOf(name)])
      const page = await context.newPage()
      if (javaScriptEnabled) scripted.add(page)
      await page.goto(`${site.url}${path}`)
      return page
    },
    close: async () => {
      for (const context of contexts) await context.close()
      await site.close()
      await app.close()
    },
  }
}

const seen = (page: Page, text: string) => page.getByText(text).first().waitFor({ timeout: 15_000 })

const scripted = new WeakSet<Page>()
/** No fault for axe, which needs script; nothing beyond the edge of a small screen. */
const expectWell = async (page: Page) => {
  if (!scripted.has(page)) return
  expect(await axeFaults(page), page.url()).toEqual([])
  expect(await sidewaysScroll(page), page.url()).toBe(0)
}
