import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, test } from 'vitest'
import { openStorage } from '#kernel/files'
import { bothWays, expectWell, seen, towns } from './town.ts'

const inTown = towns()
beforeAll(async () => {
  await openStorage({ folder: await mkdtemp(join(tmpdir(), 'yvette-e2e-surveys-')) })
})

test.each(bothWays)(
  'a survey from its first question to its published results, $how',
  { timeout: 240_000 },
  async ({ javaScriptEnabled }) => {
    await inTown({ javaScriptEnabled, now: '2026-11-02T09:00:00Z' }, async ({ app, open }) => {
      const claire = await open('claire')
      const survey = await write(claire)
      await expectWell(claire)

      // On screen: begun on a phone, gone on with on another one.
      const phone = await open(null)
      await phone.goto(survey)
      await expectWell(phone)
      await phone.getByRole('button', { name: 'Répondre' }).click()
      await phone.getByRole('button', { name: 'Relire mes réponses' }).click()
      await seen(phone, 'Répondez à cette question.')
      await phone.getByLabel('Oui, parfois').check()
      await phone.getByRole('button', { name: 'Relire mes réponses' }).click()
      await seen(phone, 'Qu’est-ce qui vous manque')
      await expectWell(phone)
      await phone.getByRole('button', { name: 'Continuer plus tard' }).click()
      const code = /[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(await phone.locator('main').innerText())?.[0] ?? ''
      const other = await open(null)
      await other.goto(survey)
      await other.getByText('J’ai commencé sur un autre appareil').click()
      await other.getByLabel('Votre code').fill(code)
      await other
        .locator('form', { has: other.getByLabel('Votre code') })
        .getByRole('button')
        .click()
      await other.getByLabel(/Qu’est-ce qui vous manque/).fill('Un banc près de l’entrée.')
      await other.getByRole('button', { name: 'Relire mes réponses' }).click()
      await seen(other, 'Un banc près de l’entrée.')
      await other.getByRole('button', { name: 'Envoyer mes réponses' }).click()
      await seen(other, 'Votre réponse est comptée.')
      await other.goto(survey)
      await seen(other, 'Vous avez déjà répondu')

      await paper(claire, await open('helene'), survey)
      await counter(claire, await open(null), survey)

      await claire.goto(`${survey}/gestion`)
      await claire.getByText('Fermer le dépouillement').first().click()
      await claire.getByRole('button', { name: 'Fermer le dépouillement' }).click()
      await seen(claire, 'Un texte libre attend')
      await claire.goto(`${survey}/textes`)
      await claire.getByRole('button', { name: /Noter la décision/ }).click()
      await seen(claire, 'Tout est lu')
      await claire.goto(`${survey}/depouillement`)
      await claire.getByLabel('Ce que la mairie veut en dire').fill('Un banc sera posé au printemps.')
      await claire.getByRole('button', { name: 'Publier les résultats' }).click()
      await app.settle()

      const amina = await open('amina')
      await amina.goto(survey)
      await amina.getByRole('link', { name: 'Voir les résultats' }).click()
      await seen(amina, 'Un banc sera posé au printemps.')
      await seen(amina, 'Qui a répondu, et qui vit ici')
      await seen(amina, '13 réponses')
      await expectWell(amina)
    })
  },
)

/** An agent writes two questions, the second under a condition, and opens the survey. @returns its path */
const write = async (page: Page) => {
  await page.goto('/enquetes/nouvelle')
  await page.getByLabel('Titre').fill('De quoi avez-vous besoin au lavoir ?')
  await page.getByLabel('Une page blanche').check()
  await page.getByRole('button', { name: 'Préparer cette enquête' }).click()
  await page.getByLabel('Pourquoi cette enquête').fill('Savoir quoi aménager autour du lavoir.')
  await page.getByLabel('Ce qui sera fait des réponses').fill('Une décision en conseil, dite ici.')
  await page.getByLabel('Dernier jour pour répondre').fill('2026-11-30')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  const survey = new URL(page.url()).pathname.replace('/gestion', '')
  await add(page, survey, 'Allez-vous au lavoir ?', 'Une seule réponse')
  await page.getByLabel('Réponses proposées').fill('Oui, souvent\nOui, parfois\nNon')
  await page.getByLabel('Réponse demandée').check()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await add(page, survey, 'Qu’est-ce qui vous manque ?', 'Texte long')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('link', { name: 'Condition : Qu’est-ce qui vous manque ?' }).click()
  const row = page.locator('section', { hasText: 'Comparaison 1' })
  await row.getByLabel('Question', { exact: false }).first().selectOption({ label: '1. Allez-vous au lavoir ?' })
  await row.getByLabel('Comparaison').selectOption('different')
  await row.getByLabel('Réponse').selectOption({ label: 'Question 1 : Non' })
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await seen(page, 'autre chose que « Non » à la question 1')
  await page.goto(`${survey}/gestion`)
  await page.getByRole('button', { name: 'Ouvrir l’enquête' }).click()
  await seen(page, 'Ouverte jusqu’au')
  return survey
}
const add = async (page: Page, survey: string, label: string, kind: string) => {
  await page.goto(`${survey}/questions`)
  await page.getByText('Ajouter une question').first().click()
  await page.getByLabel('La question').fill(label)
  await page.getByLabel(kind, { exact: true }).check()
  await page.getByRole('button', { name: 'Ajouter une question' }).click()
}

/** Two sheets keyed by two people: one alike, one whose difference a third look settles. */
const paper = async (first: Page, second: Page, survey: string) => {
  await first.goto(`${survey}/feuilles`)
  await first.getByLabel('Nombre de feuilles').fill('2')
  await first.getByRole('button', { name: 'Préparer les feuilles' }).click()
  await seen(first, 'Répondez si vous avez répondu autre chose que « Non » à la question 1')
  await expectWell(first)
  for (const [reader, sheet, answer] of [
    [first, 1, 'Non'],
    [first, 2, 'Non'],
    [second, 1, 'Non'],
    [second, 2, 'Oui, souvent'],
  ] as const) {
    await reader.goto(`${survey}/feuilles/${sheet}/saisie`)
    await reader.getByLabel(answer, { exact: true }).check()
    await reader.getByRole('button', { name: 'Enregistrer cette lecture' }).click()
  }
  await seen(second, 'Écarts de la feuille')
  await expectWell(second)
  await second.getByLabel('Non', { exact: true }).check()
  await second.getByRole('button', { name: 'Trancher et compter la feuille' }).click()
  await seen(second, 'comptée après un troisième regard')
}

/** One person after another on the tablet of the counter. */
const counter = async (claire: Page, tablet: Page, survey: string) => {
  await claire.goto(`${survey}/gestion`)
  const address = await claire.getByRole('link', { name: 'Tablette du guichet' }).getAttribute('href')
  await tablet.goto(address ?? '')
  for (let person = 1; person <= 10; person += 1) {
    await tablet.getByRole('button', { name: 'Commencer' }).click()
    await tablet.getByLabel(person > 5 ? 'Non' : 'Oui, souvent', { exact: true }).check()
    await tablet.getByRole('button', { name: 'Relire mes réponses' }).click()
    if (person <= 5) {
      await seen(tablet, 'Qu’est-ce qui vous manque')
      await tablet.getByRole('button', { name: 'Relire mes réponses' }).click()
    }
    await tablet.getByRole('button', { name: 'Envoyer mes réponses' }).click()
    await tablet.getByRole('link', { name: 'Personne suivante' }).click()
  }
}
