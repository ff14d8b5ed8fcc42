import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { cast } from '#kernel/demonstration'
import { bothWays, expectWell, seen, towns } from './town.ts'

const inTown = towns()

test.each(bothWays)(
  'a vote from its preparation to its result: drafts, on line, at the station, paper entered twice, $how',
  { timeout: 240_000 },
  async ({ javaScriptEnabled }) => {
    await inTown({ javaScriptEnabled, now: '2026-11-20T09:00:00Z' }, async ({ app, open }) => {
      const hall = await open('claire')
      const path = await prepare(hall)
      app.clock = new Date('2026-11-23T09:00:00Z')
      await app.house.workers.run('ballots.clock')

      const number = await draftThenVote(await open('amina'), path)
      await vote(await open('louis'), path, 'Non')
      await atStation(hall, path)
      const refused = await open('louis')
      await refused.goto(`${path}/voter`)
      await seen(refused, 'Vous avez déjà voté au bureau de vote')

      app.clock = new Date('2026-11-28T19:02:00Z')
      await app.house.workers.run('ballots.clock')
      await countPaper(hall, await open('marc'), path)

      const visitor = await open(null)
      await visitor.goto(`${path}/resultats`)
      await seen(visitor, '« Oui » arrive en tête : 2 voix')
      await seen(visitor, 'Autant de bulletins de papier que de personnes notées : 1')
      await expectWell(visitor)
      await visitor.getByRole('link', { name: 'Voir les bulletins et retrouver le mien' }).click()
      await seen(visitor, 'Bulletins comptés')
      await visitor.getByRole('searchbox', { name: 'Le numéro de votre bulletin' }).fill(number)
      await visitor.getByRole('search', { name: 'Le numéro de votre bulletin' }).getByRole('button').click()
      await visitor.waitForURL(/numero=/)
      await visitor.getByRole('rowheader', { name: number }).waitFor()
      await expectWell(visitor)
    })
  },
)

/** Writes who may vote, then the vote, and announces it. @returns its path */
const prepare = async (page: Page) => {
  await page.goto('/liste-de-participation/nouvelle')
  await page.getByLabel('Nom de la règle').fill('Habitants')
  await page.getByLabel('Pourquoi cette règle').fill('Qui vit ici décide ici.')
  await page.getByLabel('Âge minimal').fill('')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('button', { name: 'Publier cette règle' }).click()
  await seen(page, 'En vigueur')

  await page.goto('/votes/nouveau')
  await page.getByLabel('Titre').fill('Ouvrir la piscine le jeudi soir ?')
  await page.getByLabel('Ce qu’il faut savoir').fill('Un maître-nageur de plus est nécessaire.')
  await page.getByLabel('À quoi servira le résultat').fill('Le conseil décidera en décembre.')
  await page.getByLabel('Jour d’ouverture').fill('2026-11-21')
  await page.getByLabel('Jour de clôture').fill('2026-11-28')
  await expectWell(page)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await seen(page, 'Aucune question pour le moment')
  const path = new URL(page.url()).pathname.replace('/conduite', '')
  await page.getByRole('link', { name: 'Ajouter une question' }).click()
  await page.getByLabel('La question', { exact: true }).fill('Faut-il ouvrir la piscine le jeudi soir ?')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await seen(page, 'Annoncer ce vote')
  await page.getByRole('link', { name: 'Voir le bulletin' }).click()
  await seen(page, 'Rien n’est enregistré ici')
  await page.getByRole('link', { name: 'Revenir à la préparation' }).click()
  await page.getByRole('button', { name: 'Annoncer ce vote' }).click()
  await seen(page, 'Ce vote n’est pas secret')
  return path
}

/** @returns the number of the ballot */
const draftThenVote = async (page: Page, path: string) => {
  await page.goto(path)
  await expectWell(page)
  await page.getByRole('link', { name: 'Voter', exact: true }).click()
  await seen(page, 'Pas encore déposé')
  await page.getByLabel('Oui').check()
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await seen(page, 'Brouillon : pas encore déposé')
  await expectWell(page)
  await page.goto(path)
  await seen(page, 'Votre bulletin n’est pas encore déposé')
  await page.getByRole('link', { name: 'Finir et voter' }).click()
  await page.getByRole('button', { name: 'Déposer mon bulletin' }).click()
  await seen(page, 'Numéro de votre bulletin')
  await expectWell(page)
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.content())![0]
}

const vote = async (page: Page, path: string, answer: string) => {
  await page.goto(`${path}/voter`)
  await page.getByLabel(answer).check()
  await page.getByRole('button', { name: 'Déposer mon bulletin' }).click()
  await seen(page, 'Numéro de votre bulletin')
}

/** Louis voted on line and prefers paper: his electronic ballot is revoked, unseen, and he is marked. */
const atStation = async (page: Page, path: string) => {
  await page.goto(`${path}/bureau`)
  await page.getByRole('searchbox', { name: 'Nom de la personne' }).fill('Louis')
  await page.getByRole('search', { name: 'Nom de la personne' }).getByRole('button').click()
  await page.getByRole('link', { name: cast.louis.name }).click()
  await seen(page, 'A déjà voté en ligne')
  await page.getByLabel('Raison').fill('Préfère voter sur papier.')
  await expectWell(page)
  await page.getByRole('button', { name: 'Annuler son bulletin électronique' }).click()
  await seen(page, 'Peut voter ici')
  await page.getByRole('button', { name: 'Noter : vote au bureau' }).click()
  await seen(page, 'A déjà voté au bureau')
}

/** The signed sheet is entered by two agents, and the result is published. */
const countPaper = async (first: Page, second: Page, path: string) => {
  await first.goto(`${path}/depouillement`)
  await first.getByLabel('Table ou urne').fill('Mairie')
  await first.getByLabel('Scrutateurs').fill('Jeanne Petit, Karim Benali')
  await first.getByRole('button', { name: 'Ajouter cette table' }).click()
  await seen(first, 'Recopiez la feuille signée')
  await expectWell(first)
  await enterSheet(first)
  await seen(first, 'une autre personne doit faire la seconde')
  await second.goto(new URL(first.url()).pathname)
  await enterSheet(second)
  await seen(second, 'Cette feuille est réglée')
  await second.goto(`${path}/conduite`)
  await second.getByRole('button', { name: 'Publier le résultat' }).click()
  await seen(second, 'Recompter')
}

const enterSheet = async (page: Page) => {
  await page.getByLabel('Bulletins valables, blancs compris').fill('1')
  await page.getByLabel('Oui').fill('1')
  await page.getByRole('button', { name: 'Enregistrer cette saisie' }).click()
}
