import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { bothWays, expectWell, seen, towns } from './town.ts'

const inTown = towns()

test.each(bothWays)('a budget from an idea to a commitment, $how', { timeout: 240_000 }, async ({ javaScriptEnabled }) => {
  await inTown({ javaScriptEnabled }, async ({ app, open }) => {
    app.clock = new Date('2027-01-05T09:00:00Z')
    const claire = await open('claire')
    const path = await publish(claire)

    const amina = await open('amina')
    const idea = await propose(amina, path)
    await claire.goto(idea)
    await claire.getByLabel('Recevable', { exact: true }).check()
    await claire.getByLabel('Raisons, publiques').fill('Le terrain est communal.')
    await claire.getByLabel('Coût, ligne par ligne').fill('Bancs : 4000\nPose : 1000')
    await claire.getByLabel('Au nom de').fill('Espaces verts')
    await claire.getByRole('button', { name: 'Publier l’étude' }).click()
    await seen(claire, 'Le terrain est communal.')

    app.clock = new Date('2027-03-02T09:00:00Z')
    await vote(amina, path)
    await expectWell(amina, `${path}/vote`)
    await expectWell(amina, `${path}/vote?modifier=oui`)

    app.clock = new Date('2027-03-16T09:00:00Z')
    await claire.goto(`${path}/conduite`)
    await claire.getByRole('button', { name: 'Compter maintenant' }).click()
    await seen(claire, 'Deux façons de compter')
    for (const page of ['', '/idees', '/regles', '/resultats', '/methode']) await expectWell(amina, `${path}${page}`)

    await claire.goto(idea)
    await claire.getByRole('button', { name: 'En faire une mesure de la commune' }).click()
    await seen(claire, 'Ce qu’il devient')
    await expectWell(amina, idea)
    await promise(claire)
    await amina.goto(idea)
    await seen(amina, 'Poser les bancs avant l’été')
  })
})

/** @returns the address of the budget, published */
const publish = async (page: Page) => {
  await page.goto('/budgets/nouveau')
  await page.getByLabel('Son nom').fill('Budget participatif 2027')
  await page.getByLabel('Enveloppe').fill('10 000')
  for (const [label, day] of [
    ['Premier jour des idées', '2027-01-05'],
    ['Dernier jour des idées', '2027-01-31'],
    ['Dernier jour de l’étude', '2027-02-28'],
    ['Premier jour du vote', '2027-03-01'],
    ['Dernier jour du vote', '2027-03-15'],
  ] as const)
    await page.getByLabel(label).fill(day)
  await page.getByRole('button', { name: 'Créer le budget' }).click()
  await seen(page, 'Une fois publié, tout le monde le voit')
  await page.getByRole('button', { name: 'Publier le budget et ses règles' }).click()
  await seen(page, 'Les idées sont ouvertes')
  return new URL(page.url()).pathname
}

/** @returns the address of the idea */
const propose = async (page: Page, path: string) => {
  await page.goto(path)
  await page.getByRole('link', { name: 'Proposer une idée' }).click()
  await page.getByLabel('L’idée, en une phrase').fill('Des bancs à l’ombre du lavoir')
  await page.getByLabel('Ce qu’elle change, et pour qui').fill('Pour les aînés et les parents, en été.')
  await page.getByLabel('Latitude et longitude').fill('48,7012 2,1915')
  await page.getByRole('button', { name: 'Proposer cette idée' }).click()
  await seen(page, 'La vie de l’idée')
  return new URL(page.url()).pathname
}

/** A draft first, which says that it is one; then the ballot is cast. */
const vote = async (page: Page, path: string) => {
  await page.goto(path)
  await page.getByRole('link', { name: 'Voter', exact: true }).first().click()
  await page.getByLabel(/Choisir : .*Des bancs/).check()
  await page.getByRole('button', { name: 'Recalculer et garder en brouillon' }).click()
  await seen(page, 'Brouillon : ce bulletin n’est pas déposé')
  await page.getByRole('button', { name: 'Relire avant de déposer' }).click()
  await seen(page, 'Ce bulletin n’est pas encore déposé')
  await page.getByRole('button', { name: 'Déposer mon bulletin' }).click()
  await seen(page, 'Votre bulletin est déposé')
}

/** From the project that won to a dated commitment. */
const promise = async (page: Page) => {
  await page.getByRole('link', { name: 'Prendre un engagement daté' }).click()
  await seen(page, 'lauréat de')
  await page.locator('#champ-title').fill('Poser les bancs avant l’été')
  await page.locator('#champ-ownerName').fill('Marc Lefort')
  await page.locator('#champ-indicator').fill('Bancs posés')
  await page.locator('#champ-target').fill('4')
  await page.locator('#champ-dueOn').fill('2027-06-20')
  await page.locator('input[name="ownerKind"]').first().check()
  await page.locator('input[name="direction"]').last().check()
  await page.locator('form[action="/engagements"] button').last().click()
  await seen(page, 'Poser les bancs avant l’été')
  await page.waitForURL(/\/engagements\/\d+/)
}
