import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { importProgramme } from '#modules/measures'
import { bothWays, expectWell, seen, towns } from './town.ts'

const inTown = towns()

const title = 'Attendre moins de dix minutes au marché'

test.each(bothWays)(
  'a promise with steps and money misses its target and comes back; who supported the measure is told, and the mandate shows it late, $how',
  { timeout: 240_000 },
  async ({ javaScriptEnabled }) => {
    await inTown({ javaScriptEnabled, now: '2026-03-02T09:00:00Z' }, async ({ app, open }) => {
      await app.inWorld(world =>
        importProgramme(world, '# Programme\n\n## 1. Le commerce\n\n### 1.1 Le marché\n\nPlus d’étals le samedi.\n', {
          name: 'programme.md',
          publish: true,
        }),
      )
      const resident = await open('amina', '/mesures/1')
      await resident.getByRole('button', { name: 'Soutenir cette mesure' }).first().click()
      await seen(resident, 'Retirer mon soutien')
      await app.settle()

      const hall = await open('paul', '/engagements/nouveau?decision=measure:1&titre=Le+marché&retour=/mesures/1')
      await promise(hall)
      await follow(hall)
      const commitment = hall.url().replace(/#.*/, '')

      app.clock = new Date('2026-05-01T09:00:00Z')
      await app.house.workers.run('commitments.settle')
      await app.settle()

      const visitor = await open(null, '/engagements/mandat?etat=kept')
      await seen(visitor, 'Un engagement en retard')
      await seen(visitor, title)
      await expectWell(visitor)
      await visitor.goto(commitment)
      await seen(visitor, 'Engagement manqué')
      await seen(visitor, 'Étape en retard : Deux étals de plus')
      await seen(visitor, 'La décision revient à l’ordre du jour')
      await seen(visitor, '1 500,00 €')
      await expectWell(visitor)
      const { rows } = await app.owner.pool.query(
        "select event from journal.entry where event in ('commitment.missed', 'commitment.returned')",
      )
      expect(rows.map(({ event }) => event).toSorted()).toEqual(['commitment.missed', 'commitment.returned'])

      await resident.goto(`${new URL(resident.url()).origin}/notifications`)
      for (const told of ['L’engagement est manqué.', 'Une étape est fixée.', 'De l’argent est dépensé.']) await seen(resident, told)
      await expectWell(resident)
    })
  },
)

const promise = async (page: Page) => {
  await page.getByLabel('L’engagement, en une phrase').fill(title)
  await page.getByLabel('un service').check()
  await page.getByLabel('Son nom').fill('Marché du centre')
  await page.getByLabel('Ce que l’on mesure').fill('Attente moyenne')
  await page.getByLabel('Unité').fill('minutes')
  await page.getByLabel('au plus égal à la cible').check()
  await page.getByLabel('Cible', { exact: true }).fill('10')
  await page.getByLabel('Dernier jour pour y arriver').fill('2026-04-30')
  await page.getByLabel('Montant voté').fill('2 000')
  await page.getByRole('button', { name: 'Publier l’engagement' }).click()
  await seen(page, 'Ce qui y a conduit')
}

/** A step, a spending, a clause. */
const follow = async (page: Page) => {
  await page.getByText('Ajouter une étape').click()
  await page.locator('#nouveau-jalon').getByLabel('Étape').fill('Deux étals de plus')
  await page.locator('#nouveau-jalon').getByLabel('Date').fill('2026-03-31')
  await page.getByRole('button', { name: 'Ajouter l’étape' }).click()
  await seen(page, 'Les étapes, et leurs dates')
  await page.getByText('Inscrire de l’argent voté ou dépensé').click()
  const money = page.locator('#nouvelle-ligne')
  await money.getByLabel('Montant').fill('1500')
  await money.getByLabel('Pour quoi').fill('Étals et bâches')
  await money.getByLabel('D’où vient le chiffre').fill('Facture 12')
  await page.getByRole('button', { name: 'Inscrire cette ligne' }).click()
  await seen(page, '75 % de ce qui a été voté est dépensé')
  await page.getByText('Ajouter une clause de revoyure').click()
  const clause = page.locator('#nouvelle-clause')
  await clause.getByLabel('quand une étape a trop de retard').check()
  await clause.getByLabel('Le nombre de jours de retard, ou le pourcentage').fill('15')
  await page.getByRole('button', { name: 'Ajouter la clause' }).click()
  await seen(page, 'Si une étape a 15 jours de retard')
  await expectWell(page)
}
