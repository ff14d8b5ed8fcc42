import { unzipSync } from 'fflate'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { TestApp } from '#kernel/testing'
import type { Site } from './site.ts'
import { bothWays, expectWell, seen, towns } from './town.ts'

const seeds = [
  'Le marché devrait ouvrir le vendredi soir.',
  'Il faut garder la place sans voitures.',
  'Les producteurs d’ici devraient passer avant les autres.',
  'Le prix des emplacements doit rester le même.',
  'La halle doit être rénovée avant tout.',
  'Il manque des toilettes publiques.',
]
const newIdea = 'Il faudrait un point d’eau potable près des étals.'

const inTown = towns()

test.each(bothWays)(
  'a consultation from its opening to its published result, $how',
  { timeout: 300_000 },
  async ({ javaScriptEnabled }) => {
    await inTown({ javaScriptEnabled }, async ({ app, site, open }) => {
      const claire = await open('claire')
      const path = await prepare(claire, app)

      // People without account: two opinions; one of them adds a statement, which an agent reads first.
      const people = []
      for (let n = 0; n < 8; n += 1) people.push(await open(null))
      for (const [n, person] of people.entries())
        await answerAll(person, path, n % 2 === 0 ? 'D’accord' : 'Pas d’accord', n === 0 && javaScriptEnabled)
      await propose(people[0]!, path)
      await release(claire, path)
      await app.settle()
      await people[1]!.goto(`${path}/participer`)
      await seen(people[1]!, newIdea)
      await people[1]!.getByRole('button', { name: 'D’accord', exact: true }).click()

      // A verified resident answers, and changes her mind.
      const amina = await open('amina')
      await answerAll(amina, path, 'D’accord', false, seeds.length + 1)
      await amina.goto(`${path}/mes-reponses`)
      await amina.getByRole('link', { name: /Changer ma réponse à l’affirmation 1/ }).click()
      await amina.getByRole('button', { name: 'Je ne sais pas' }).click()
      await seen(amina, 'Je ne sais pas')

      await keySheet(claire, await open('helene'), path)

      await app.house.workers.run('consultations.maps')
      const reader = people[2]!
      for (const page of [
        '',
        '/participer',
        '/resultats',
        '/resultats?lecture=verifies',
        '/affirmations?tri=division',
        '/provenance',
        '/mes-reponses',
        '/papier',
      ])
        await expectWell(reader, `${path}${page}`)

      await claire.goto(`${path}/conduite`)
      await claire.getByLabel('Raison, publique').last().fill('Tout le monde a répondu.')
      await claire.getByRole('button', { name: 'Clore maintenant' }).click()
      await claire.getByRole('button', { name: 'Publier les résultats' }).click()
      await seen(claire, 'Publication n° 1')
      await seen(claire, 'Refaire le calcul')
      await expectWell(reader, `${path}/resultats`)
      expect(await replayed(reader, site)).toBe(await reader.locator('#refaire code').nth(1).textContent())
    })
  },
)

/** An agent prepares the consultation, corrects what is missing, and opens it. @returns its path */
const prepare = async (page: Page, app: TestApp) => {
  expect(app.clock).toBeInstanceOf(Date)
  await page.goto('/consultations/nouvelle')
  await page.getByLabel('Titre').fill('Que voulez-vous pour le marché ?')
  await page.getByLabel('Présentation').fill('Le marché va être rénové. Dites ce qui compte pour vous.')
  await page.getByLabel('Pourquoi').fill('Préparer la rénovation du marché.')
  await page.getByLabel('Ce qui sera fait des réponses').fill('Le conseil répondra à chaque point partagé.')
  await page.getByLabel('Affirmations pour commencer').fill(seeds.slice(0, 2).join('\n'))
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await seen(page, 'Écrivez au moins 5 affirmations')
  await page.getByLabel('Affirmations pour commencer').fill(seeds.join('\n'))
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('button', { name: 'Ouvrir la consultation' }).click()
  await seen(page, 'Donner mon avis')
  return new URL(page.url()).pathname
}

/** Answers every statement that comes, with the keyboard alone when asked. */
const answerAll = async (page: Page, path: string, answer: string, keyboard: boolean, total = seeds.length) => {
  await page.goto(path)
  await page.getByRole('link', { name: 'Donner mon avis' }).first().click()
  for (let n = 0; n < total; n += 1) {
    await seen(page, `${n} sur ${total}`)
    const button = page.getByRole('button', { name: answer, exact: true })
    if (!keyboard) await button.click()
    else {
      await button.focus()
      await page.keyboard.press('Enter')
    }
  }
  await seen(page, 'Vous avez répondu à tout')
}

const propose = async (page: Page, path: string) => {
  await page.goto(`${path}/affirmations/nouvelle`)
  await page.getByLabel('Votre affirmation').fill('Le marché devrait ouvrir le vendredi.')
  await page.getByRole('button', { name: 'Proposer cette affirmation' }).click()
  await seen(page, 'Des affirmations proches existent déjà')
  await page.getByLabel('Votre affirmation').fill(newIdea)
  await page.getByRole('button', { name: 'Elle dit autre chose' }).click()
  await seen(page, 'Elle paraîtra quand un agent l’aura lue')
}

/** The agent reads what waits, and lets it appear. */
const release = async (page: Page, path: string) => {
  await page.goto(`${path}/affirmations`)
  await page.getByRole('link', { name: new RegExp(newIdea) }).click()
  await page.getByLabel('Publier', { exact: true }).check()
  await page.getByLabel('Votre raison, pour l’auteur').fill('Lue : une idée utile.')
  await page.getByRole('button', { name: 'Enregistrer la décision' }).click()
  await seen(page, 'Rien à relire.')
}

/** A sheet is printed, filled in somewhere, and keyed in at the desk by its code. */
const keySheet = async (agent: Page, helper: Page, path: string) => {
  await agent.goto(`${path}/feuilles`)
  await agent.getByLabel('Nombre de feuilles').fill('2')
  await agent.getByRole('button', { name: 'Préparer les feuilles' }).click()
  const title = await agent.getByRole('heading', { name: /Feuille 1/ }).textContent()
  await helper.goto('/guichet')
  await helper.getByLabel('Code du formulaire').fill(title?.split('·')[1]?.trim() ?? '')
  await helper.getByRole('button', { name: 'Ouvrir l’écran' }).click()
  await seen(helper, 'Saisir la feuille 1')
  for (const box of await helper.getByRole('group').getByLabel('D’accord', { exact: true }).all()) await box.check()
  await helper.getByRole('button', { name: 'Enregistrer cette feuille' }).click()
  await seen(helper, 'Feuille enregistrée')
}

/** The bundle as anyone downloads it, computed again by the command that its README gives. @returns the digest found */
const replayed = async (page: Page, site: Site): Promise<string> => {
  const link = await page.getByRole('link', { name: 'Dossier complet' }).getAttribute('href')
  const files = unzipSync(new Uint8Array(await (await fetch(`${site.url}${link}`)).arrayBuffer()))
  const folder = await mkdtemp(join(tmpdir(), 'yvette-replay-'))
  try {
    for (const name of ['votes.csv', 'comments.csv']) await writeFile(join(folder, name), files[name]!)
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['bin/yvette', 'compute', 'opinion-map', join(folder, 'votes.csv'), '--comments', join(folder, 'comments.csv')],
      { maxBuffer: 64 * 1024 * 1024 },
    )
    const found: unknown = JSON.parse(stdout)
    return found !== null && typeof found === 'object' && 'inputDigest' in found ? String(found.inputDigest) : ''
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
