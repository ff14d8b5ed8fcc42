import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type CastName, member } from '#kernel/demonstration'
import { changeSetting } from '#kernel/settings'
import type { TestApp } from '#kernel/testing'
import { scdlFaults, type ScdlRecord } from '../src/modules/council/rules/scdl.ts'
import { type As, bothWays, expectWellAndLight, seen, towns } from './town.ts'

const inTown = towns()

const members = ['jeanne', 'amina', 'louis', 'karim', 'paul'] as const

test.each(bothWays)(
  'a session of the council, from its notice to a published deliberation, $how',
  { timeout: 180_000 },
  async ({ javaScriptEnabled }) => {
    await inTown({ javaScriptEnabled, now: '2027-03-01T09:00:00Z' }, async ({ app, as }) => {
      await seat(app)
      const meeting = await as('claire', page => convene(page, '2027-03-11'))
      app.clock = new Date('2027-03-11T19:05:00Z')
      for (const name of ['jeanne', 'amina', 'louis'] as const)
        await post(app, 'claire', `${meeting}/presence`, { person: member(name).id, channel: 'room' })
      await as('paul', async page => {
        await page.goto(meeting)
        await page.getByRole('link', { name: 'Confier ma voix, ou signer ma présence' }).click()
        await page.getByRole('button', { name: 'Paul Aubry : Dans la salle' }).click()
        await page.locator('li', { hasText: 'Paul Aubry' }).filter({ hasText: 'présent' }).first().waitFor()
      })
      await as('claire', async page => {
        await page.goto(meeting)
        await page.getByRole('button', { name: 'Ouvrir la séance' }).click()
        await seen(page, 'Le quorum est atteint')
        await page.getByLabel('Point de l’ordre du jour').selectOption({ label: 'Louer deux parcelles' })
        await page.getByLabel('Question mise aux voix').fill('Louer les deux parcelles')
        await page.getByLabel('Nominal').check()
        await page.getByRole('button', { name: 'Ouvrir un vote' }).click()
        await page.getByRole('link', { name: 'Louer les deux parcelles' }).waitFor()
        await expectWellAndLight(page)
      })
      await onThePhone(as, meeting)
      await as(null, async page => {
        await page.goto('/conseil')
        await page.getByRole('link', { name: /^Suivre la séance en cours/ }).click()
        await seen(page, 'Scrutin public : les noms seront publiés · 1 voix')
        await expectWellAndLight(page)
      })
      const act = await as('claire', page => decided(page, meeting))
      app.clock = new Date('2027-03-12T09:00:00Z')
      await as('claire', page => publish(page, act))
      await as(null, async page => {
        await page.goto('/conseil')
        await page.getByRole('link', { name: 'Louer deux parcelles' }).click()
        await seen(page, 'Délibération 2027-1')
        await seen(page, '3 pour, 1 contre, 0 abstention')
        const file = await (await page.request.get(`${act}/texte.pdf`)).body()
        expect(file.subarray(0, 5).toString()).toBe('%PDF-')
        expect(await page.locator('dd code').textContent()).toBe(createHash('sha256').update(file).digest('hex'))
        await expectWellAndLight(page)
        await page.goto('/conseil/registre')
        await seen(page, 'vendredi 12 mars 2027')
        await expectWellAndLight(page)
        const rows: string[][] = parse(await (await page.request.get('/donnees-ouvertes/deliberations-scdl.csv')).text())
        const [header = [], ...lines] = rows
        expect(lines).toHaveLength(1)
        expect(
          scdlFaults(
            header,
            lines.map((line): ScdlRecord => Object.fromEntries(header.map((name, at) => [name, line[at] ?? '']))),
          ),
        ).toEqual([])
      })
    })
  },
)

const post = async (app: TestApp, name: CastName, path: string, fields: Record<string, string>) => {
  await app.signIn(name)
  expect((await app.post(path, fields)).status).toBe(303)
}

/** A council of five, Jeanne its mayor. */
/** The members, their functions and the number of the town. */
const seat = async (app: TestApp) => {
  await app.inWorld(world => changeSetting(world, 'council', 'siret', '99999999800001'))
  for (const name of members) {
    const held = {
      person: member(name).name,
      function: name === 'jeanne' ? 'mayor' : 'councillor',
      since: '2026-03-22',
      record: 'Élection',
    }
    await post(app, 'claire', '/conseil/composition', held)
  }
}

/** @returns the address of the session */
const convene = async (page: Page, day: string) => {
  await page.goto('/conseil')
  await page.getByRole('link', { name: 'Prévoir une séance' }).click()
  await page.getByLabel('Titre de la réunion').fill('Séance de mars')
  await page.getByLabel('Jour').fill(day)
  await page.getByLabel('Début').fill('20:00')
  await page.getByLabel('Fin', { exact: true }).fill('22:00')
  await page.getByRole('button', { name: 'Enregistrer la réunion' }).click()
  await page.getByRole('link', { name: 'Ajouter un point' }).click()
  await page.getByLabel('Intitulé du point').fill('Louer deux parcelles')
  await page.getByLabel('Note explicative').fill('Deux maraîchers sont candidats.')
  await page.getByRole('button', { name: 'Ajouter à l’ordre du jour' }).click()
  await page.getByRole('link', { name: 'Convoquer les membres' }).click()
  await seen(page, '5 jours francs')
  await seen(page, 'Le délai est tenu')
  await page.getByRole('button', { name: 'Convoquer les membres' }).click()
  await seen(page, 'La convocation est envoyée')
  return new URL(page.url()).pathname
}

const onThePhone = (as: As, meeting: string) =>
  as('paul', async page => {
    await page.goto(meeting)
    await page.getByRole('link', { name: 'Louer les deux parcelles' }).click()
    await seen(page, 'pas encore de voix')
    await page.getByRole('button', { name: 'Paul Aubry : Pour' }).click()
    await seen(page, 'voix gardée : Pour')
    await expectWellAndLight(page)
  })

/** The clerk keys in the others, ends the vote and drafts what it decided. @returns the address of the deliberation */
const decided = async (page: Page, meeting: string) => {
  await page.goto(meeting)
  await page.getByRole('link', { name: 'Louer les deux parcelles' }).click()
  for (const [name, choice] of [
    ['jeanne', 'Pour'],
    ['amina', 'Pour'],
    ['louis', 'Contre'],
  ] as const)
    await page.locator(`select[name="voix-${member(name).id}"]`).selectOption({ label: choice })
  await page.getByRole('button', { name: 'Garder ces voix' }).click()
  await page.locator(`select[name="voix-${member('louis').id}"] option[value="against"][selected]`).waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Clore le vote' }).click()
  await seen(page, 'La majorité a décidé.')
  await page.getByRole('link', { name: 'Rédiger la délibération' }).click()
  await seen(page, 'Nomenclature ACTES')
  expect(await page.getByLabel('Texte').inputValue()).toContain(
    'Pour : 3 (Amina Belkacem, Jeanne Petit, Paul Aubry). Contre : 1 (Louis Marchand).',
  )
  await page.getByLabel('Matière').selectOption('3.3')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await seen(page, 'Brouillon : seules les personnes')
  const act = new URL(page.url()).pathname
  await page.goto(`${meeting}/seance`)
  await page.getByRole('button', { name: 'Clore la séance' }).click()
  await seen(page, 'Procès-verbal')
  return act
}

const publish = async (page: Page, act: string) => {
  await page.goto(act)
  await page.getByLabel('Signé par').fill('Jeanne Petit, maire')
  await page.getByLabel('Secrétaire de séance').fill('Karim Benali')
  await page.getByRole('button', { name: 'Publier le texte' }).click()
  await seen(page, 'Ce fichier ne change plus.')
}
