import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { bothWays, expectWell, seen, towns } from './town.ts'

const inTown = towns()

const categories = 'category,feature,min,max\nâge,moins de 40 ans,1,2\nâge,40 ans et plus,1,2'
const volunteers = 'qui,âge\nA,moins de 40 ans\nB,40 ans et plus\nC,40 ans et plus\nD,40 ans et plus\nE,40 ans et plus'

test.each(bothWays)("a citizens' panel from its opening to its committee, $how", { timeout: 240_000 }, async ({ javaScriptEnabled }) => {
  await inTown({ javaScriptEnabled, now: '2026-09-01T08:00:00Z' }, async ({ app, open }) => {
    const claire = await open('claire')
    const panel = await recruit(claire)
    await expectWell(claire)

    const amina = await open('amina')
    await amina.goto(panel)
    await amina.getByRole('link', { name: 'Me porter volontaire' }).click()
    await amina.getByLabel('moins de 40 ans').check()
    await expectWell(amina)
    await amina.getByRole('button', { name: 'M’inscrire' }).click()
    await seen(amina, 'Vous êtes volontaire, numéro 1')

    await claire.goto(`${panel}/import`)
    await claire.getByLabel('Le fichier, collé ici').fill(volunteers)
    await claire.getByLabel('Colonne du nom').fill('qui')
    await claire.getByRole('button', { name: 'Ajouter' }).click()
    await seen(claire, 'Catégories, avant et après')

    app.clock = new Date('2026-09-11T08:00:00Z')
    await claire.goto(panel)
    await claire.getByRole('button', { name: 'Calculer les chances de chacun' }).click()
    await seen(claire, 'Calcul en cours')
    await app.house.workers.run('draws.compute')
    await claire.getByRole('link', { name: 'Voir où en est le calcul' }).click()
    await seen(claire, 'C’est prouvé')
    await expectWell(claire)
    await amina.goto(panel)
    await seen(amina, 'Votre chance d’être tiré au sort : 50')

    await claire.getByLabel('D’où viendra le hasard').fill('Six boules tirées en conseil municipal')
    await claire.getByLabel('Quel jour').fill('2026-09-12')
    await claire.getByRole('button', { name: 'Publier les mille billets' }).click()
    await seen(claire, 'Empreinte de la liste (SHA-256)')
    const lot = claire.url()
    app.clock = new Date('2026-09-12T18:00:00Z')
    await claire.goto(lot)
    await claire.getByLabel('Ce qui a été tiré').fill('7 12 23 34 41 49')
    await claire.getByLabel('Devant qui').fill('Le conseil municipal, en séance publique')
    await claire.getByRole('button', { name: 'Entrer, pour toujours' }).click()
    await seen(claire, 'Le résultat, dans l’ordre')
    await expectWell(claire)

    await claire.goto(panel)
    await seen(claire, 'Qui siège')
    expect(await claire.getByText(/^Volontaire n° \d+/).count()).toBe(3)
    await claire.getByRole('link', { name: 'En faire un comité' }).click()
    await claire.waitForURL('**/comites/nouveau?*')
    await expectWell(claire)
  })
})

/** An agent opens a panel of three seats. @returns its path */
const recruit = async (page: Page) => {
  await page.goto('/tirages/panels/nouveau')
  await page.getByLabel('Nom du panel').fill('Panel sur les écoles')
  await page.getByLabel('À quoi il servira').fill('Donner un avis sur les rythmes de la semaine.')
  await page.getByLabel('Nombre de places').fill('3')
  await page.getByLabel('Dernier jour pour s’inscrire').fill('2026-09-10')
  await page.getByLabel('Les catégories, avec un minimum et un maximum').fill(categories)
  await page.getByRole('button', { name: 'Ouvrir les inscriptions' }).click()
  await seen(page, 'Catégories, avant et après')
  return new URL(page.url()).pathname
}
