import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CastName } from '#kernel/demonstration'
import { startApp } from '#kernel/testing'
import { engines, services } from '../src/services.ts'
import { axeFaults, sidewaysScroll } from './accessibility.ts'
import { openBrowser } from './browser.ts'
import { listenTo } from './site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each([
  { how: 'with JavaScript', javaScriptEnabled: true },
  { how: 'without JavaScript', javaScriptEnabled: false },
])(
  'a machine is booked and given back, PVC is refused, a toaster is repaired, $how',
  { timeout: 240_000 },
  async ({ javaScriptEnabled }) => {
    const app = await startApp({ engines, services, demo: true }, { keep: true })
    const site = await listenTo(app)
    const contexts: { close(): Promise<void> }[] = []
    const open = async (name: CastName): Promise<Page> => {
      const context = await browser.newContext({
        baseURL: site.url,
        javaScriptEnabled,
        locale: 'fr-FR',
        viewport: { width: 320, height: 800 },
      })
      contexts.push(context)
      await context.addCookies([await site.cookieOf(name)])
      return context.newPage()
    }
    const check = async (page: Page) => {
      if (!javaScriptEnabled) return // the checker itself is a script
      expect(await axeFaults(page)).toEqual([])
      expect(await sidewaysScroll(page)).toBe(0)
    }
    try {
      const jeanne = await open('jeanne')
      await jeanne.goto('/fablab')
      await seen(jeanne, 'Qui ouvre, et quand')
      await check(jeanne)
      await jeanne.getByRole('link', { name: 'Découpeuse laser' }).first().click()
      await seen(jeanne, 'Ce qu’elle accepte, ce qu’elle refuse')
      await check(jeanne)
      await jeanne.getByLabel('Matière que vous apporterez ou utiliserez').selectOption({ label: 'PVC' })
      await jeanne.getByRole('button', { name: 'Réserver' }).click()
      await seen(jeanne, 'Cette machine refuse : PVC')
      await jeanne.getByLabel('Matière que vous apporterez ou utiliserez').selectOption({ label: 'Contreplaqué de peuplier 3 mm' })
      await jeanne.getByRole('button', { name: 'Réserver' }).click()
      await seen(jeanne, 'Code à montrer à l’arrivée')
      await check(jeanne)
      await jeanne.getByRole('button', { name: 'Annuler la réservation' }).click()
      await seen(jeanne, 'Annulée')

      const karim = await open('karim')
      await karim.goto('/fablab/repair-cafe')
      await seen(karim, 'À la porte')
      await check(karim)
      await karim.getByLabel('Objet').fill('Grille-pain')
      await karim.getByLabel('Catégorie').selectOption({ label: 'Grille-pain' })
      await karim.getByRole('button', { name: 'Donner un numéro' }).click()
      await seen(karim, 'attend')
      await karim.getByRole('link', { name: '1', exact: true }).click()
      await seen(karim, 'Noter le résultat')
      await karim.getByLabel('réparé', { exact: true }).check()
      await check(karim)
      await karim.getByRole('button', { name: 'Enregistrer' }).click()
      await seen(karim, 'Ce qui a été évité')
      await karim.goto('/reservations/accueil')
      await seen(karim, 'Suspensions en cours')
      await check(karim)
    } finally {
      for (const context of contexts) await context.close()
      await site.close()
      await app.close()
    }
  },
)

const seen = (page: Page, text: string) => page.getByText(text).first().waitFor({ timeout: 15_000 })
