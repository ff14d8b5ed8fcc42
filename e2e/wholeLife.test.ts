import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CastName } from '#kernel/demonstration'
import type { TestApp } from '#kernel/testing'
import { bothWays, expectWell, seen, towns } from './town.ts'

const programme = `# Vivre ici

## Manger et se retrouver

### Ouvrir un marché de nuit
La commune ouvre un marché de nuit chaque été.

### Planter des arbres dans les cours d’école
Une cour par an, avec les enfants.
`

const inTown = towns()

test.each(bothWays)('the whole life of a measure in the browser, $how', { timeout: 240_000 }, async ({ javaScriptEnabled }) => {
  await inTown({ javaScriptEnabled, width: 390 }, async ({ app, open }) => {
    const measure = await publishProgramme(await open('claire'))
    const [amina, louis] = [await open('amina'), await open('louis')]
    await amend(amina, measure, 'La commune ouvre un marché de soirée chaque été.', 'Pour que les enfants viennent aussi.')
    await amend(louis, measure, 'La commune ouvre un marché de jour chaque été.', 'La nuit, les riverains dorment.')
    await arbitrate(await open('paul'), measure, 'La commune ouvre un marché de jour et de soirée chaque été.')
    await answerIsOwed(app, open, measure, [amina, louis])
  })
})

test('the whole life of a measure by paper and desk: nobody but the agents has a screen', { timeout: 240_000 }, async () => {
  await inTown({ javaScriptEnabled: false, width: 390 }, async ({ app, open }) => {
    const desk = await open('claire')
    const measure = await publishProgramme(desk)
    await newPerson(desk, 'Odette Moreau', '3 rue du Lavoir, Val-sur-Yvette')
    await keyFor(desk, 'Odette Moreau', () =>
      amend(desk, measure, 'La commune ouvre un marché de soirée chaque été.', 'Pour que les enfants viennent aussi.'),
    )
    await newPerson(desk, 'Firmin Dulac', '8 chemin des Prés, Val-sur-Yvette')
    await keyFor(desk, 'Firmin Dulac', () =>
      amend(desk, measure, 'La commune ouvre un marché de jour chaque été.', 'La nuit, les riverains dorment.'),
    )
    await arbitrate(await open('paul'), measure, 'La commune ouvre un marché de jour et de soirée chaque été.', [
      'Odette Moreau',
      'Firmin Dulac',
    ])

    await setThreshold(await open('ines'), 2)
    for (const name of ['Odette Moreau', 'Firmin Dulac', 'Firmin Dulac']) {
      await keyFor(desk, name, async () => {
        await desk.goto(measure)
        const button = desk.getByRole('button', { name: 'Soutenir cette mesure' })
        if (await button.isVisible()) await button.click()
      })
    }
    await app.settle()
    const { rows } = await app.owner.pool.query(
      `select count(*)::int as n, count(distinct c.person_id)::int as people, bool_and(c.keyed_by is not null) as keyed from journal.entry e join journal.content c on c.entry_id = e.id where e.event = 'measure.supported'`,
    )
    expect(rows[0]).toEqual({ n: 2, people: 2, keyed: true })
    await answer(await open('paul'), measure)
  })
})

/** An agent pastes the programme, reads it again and publishes it. @returns the path of the first measure */
const publishProgramme = async (page: Page) => {
  await page.goto('/programme/import')
  await page.getByLabel('Texte du programme').fill(programme)
  await page.getByRole('button', { name: 'Lire le programme' }).click()
  await seen(page, '2 mesures')
  await page.getByRole('button', { name: 'Publier le programme' }).click()
  await page.goto('/mesures')
  await page.getByRole('link', { name: 'Ouvrir un marché de nuit' }).click()
  await seen(page, 'En co-construction')
  return new URL(page.url()).pathname
}

/** Somebody rewrites the paragraph of the measure, and says why. */
const amend = async (page: Page, measure: string, text: string, reason: string) => {
  await page.goto(measure)
  await page.getByRole('link', { name: 'Proposer une modification' }).first().click()
  await page
    .getByRole('link', { name: /^Modifier/ })
    .first()
    .click()
  await page.getByLabel('Votre texte').fill(text)
  await page.getByRole('button', { name: 'Déposer l’amendement' }).click()
  await seen(page, 'Remplissez ce champ.') // the reason is missing: what was typed is kept
  expect(await page.getByLabel('Votre texte').inputValue()).toBe(text)
  await page.getByLabel('Pourquoi').fill(reason)
  await page.getByRole('button', { name: 'Déposer l’amendement' }).click()
  await seen(page, reason)
  await seen(page, 'À l’examen')
}

/** The town hall settles both amendments together: a conflict, and the text that is kept. */
const arbitrate = async (page: Page, measure: string, text: string, credited = ['Amina Belkacem', 'Louis Marchand']) => {
  await page.goto(`${measure}/amendements`)
  await page
    .getByRole('link', { name: /Amendement \d+|soirée/ })
    .first()
    .click()
  await seen(page, 'Arbitrer ou fusionner')
  for (const box of await page.getByRole('checkbox', { name: /Amendement \d+/ }).all()) await box.check()
  await page.getByRole('button', { name: 'Arbitrer ou fusionner' }).click()
  await seen(page, 'Conflit')
  await page.getByLabel(/Texte retenu/).fill(text)
  await page.getByLabel('Raison, publique').fill('Les deux moments ont leurs habitants.')
  await page.getByRole('button', { name: 'Publier la nouvelle version' }).click()
  expect(new URL(page.url()).pathname).toBe(`${measure}/versions/2`)
  await seen(page, text)
  for (const name of credited) await seen(page, name)
}

const answerIsOwed = async (app: TestApp, open: (name: CastName) => Promise<Page>, measure: string, supporters: readonly Page[]) => {
  await setThreshold(await open('ines'), 2)
  for (const page of supporters) {
    await page.goto(measure)
    await page.getByRole('button', { name: 'Soutenir cette mesure' }).click()
    await seen(page, 'Vous soutenez cette mesure.')
  }
  await app.settle()
  await answer(await open('paul'), measure)
  await app.settle()
  const [amina] = supporters
  await amina!.goto('/notifications')
  await seen(amina!, 'Ouvrir un marché de nuit')
  await seen(amina!, 'La mairie a répondu')
  await expectWell(amina!)
}

const setThreshold = async (page: Page, supports: number) => {
  await page.goto('/administration/reglages/answers')
  await page.getByLabel('Soutiens à partir desquels une mesure').fill(String(supports))
  await page.getByRole('button', { name: 'Enregistrer ces réglages' }).click()
}

/** An elected member gives the reasoned answer that is now owed. */
const answer = async (page: Page, measure: string) => {
  await page.goto('/reponses')
  await page
    .getByRole('link', { name: /Ouvrir un marché de nuit/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Écrire la réponse' }).click()
  await page.getByLabel('Retenu en partie').check()
  await page
    .getByLabel('La réponse et ses motifs')
    .fill('Un marché de soirée ouvrira en juin, à l’essai pour trois mois. Le marché de jour reste le samedi.')
  await page.getByLabel('Votre fonction').fill('adjoint aux services publics')
  await page.getByRole('button', { name: 'Publier la réponse' }).click()
  await seen(page, 'Un marché de soirée ouvrira en juin')
  await page.goto(measure)
  await seen(page, 'Ouvrir un marché de nuit')
}

const newPerson = async (page: Page, name: string, address: string) => {
  await page.goto('/guichet')
  await page.getByRole('link', { name: 'Ajouter une personne' }).click()
  await page.getByLabel('Prénom et nom').fill(name)
  await page.getByLabel('Adresse postale').fill(address)
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await seen(page, name)
}

/** An agent holds the pen for someone, on the ordinary screens. */
const keyFor = async (page: Page, name: string, act: () => Promise<void>) => {
  await page.goto('/guichet')
  await page.getByLabel('Nom de la personne').fill(name)
  await page.getByRole('button', { name: 'Chercher', exact: true }).last().click()
  await page.getByRole('link', { name }).first().click()
  await page.getByLabel('Une feuille remplie à la main').check()
  await page.getByRole('button', { name: `Saisir pour ${name}` }).click()
  await act()
  await page.goto('/guichet')
  await page.getByRole('button', { name: 'Terminer la saisie' }).first().click()
}
