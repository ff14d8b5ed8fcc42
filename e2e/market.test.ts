import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type As, expectWell, expectWellAndLight, seen, type Town, towns } from './town.ts'

const inTown = towns()

test('a morning in the square without network, and what the desk did meanwhile', { timeout: 120_000 }, () =>
  inTown({ javaScriptEnabled: true, now: '2026-11-04T06:00:00Z' }, async ({ app, as, open }) => {
    await openMarket(as)
    // The placer's telephone, its day loaded, its page kept.
    const square = await open('marc', '/marche/placement/1')
    await seen(square, 'Tout est enregistré à la mairie')
    await square.waitForFunction(() => document.documentElement.dataset['kept'] === 'yes', undefined, { timeout: 30_000 })
    await square.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 })
    await expectWell(square)

    await square.context().setOffline(true)
    for (const name of ['Olives', 'Savons']) await arrive(square, name)
    await waiting(square, 2)
    await square.getByRole('button', { name: 'Placer en Allée A 1, Olives' }).click()
    await square.getByRole('button', { name: /^Faire le reçu.*Olives/ }).click()
    await seen(square, 'réglé')
    app.clock = new Date('2026-11-04T06:40:00Z')
    await square.getByText('Il n’est pas dans la liste').click()
    await square.getByLabel('Nom ou enseigne').fill('Rempailleur <de chaises>')
    await square.getByLabel('Ce qu’il vend').selectOption('crafts')
    await square.getByLabel('Longueur voulue').fill('3')
    await square.getByRole('button', { name: 'Ajouter et noter présent' }).click()
    await square.getByText('Rempailleur <de chaises>').first().waitFor()
    await square.getByRole('button', { name: /^Placer en .*, Savons/ }).click()
    await waiting(square, 6)

    // The telephone is put down, and taken up again: nothing of it is gone, still without network.
    app.clock = new Date('2026-11-04T07:00:00Z')
    await square.reload()
    await waiting(square, 6)
    await square.getByRole('button', { name: /^Placer en .*, Rempailleur/ }).click()
    await waiting(square, 7)

    // Meanwhile the desk gives the same metres to somebody else, and adds a trader.
    await as('claire', async desk => {
      await addTrader(desk, 'Miel du plateau', '2019-01-01')
      await desk.goto('/marche/placement/1')
      await seen(desk, 'Tout est enregistré à la mairie')
      await arrive(desk, 'Miel du plateau')
      await desk.getByRole('button', { name: 'Placer en Allée A 1, Miel du plateau' }).click()
      await desk.getByRole('button', { name: /^Faire le reçu.*Miel/ }).click()
      await seen(desk, 'réglé')
      await seen(desk, 'Tout est enregistré à la mairie')
    })

    await square.context().setOffline(false)
    await square.evaluate(() => dispatchEvent(new Event('online')))
    await seen(square, 'Tout est enregistré à la mairie')
    await seen(square, 'À trancher')
    await expectWell(square)
    await square.getByText('Miel du plateau est en Allée A 1, et Olives y a été placé aussi.').waitFor()
    await square.getByText('Reçus sans place').waitFor() // Olives had paid
    await square.getByRole('button', { name: 'Mettre Olives' }).click()
    await square.getByRole('button', { name: 'Mettre Olives' }).waitFor({ state: 'detached' })
    // Now the receipt of the other has no place: it is undone, and the money given back.
    await square.locator('#recus-sans-place').getByLabel('Pourquoi').fill('Placé ailleurs, somme rendue')
    await square
      .locator('#recus-sans-place')
      .getByRole('button', { name: /Annuler ce reçu/ })
      .click()
    await square.locator('#recus-sans-place').waitFor({ state: 'detached' })
    await seen(square, 'Tout est enregistré à la mairie')

    await expectWellAndLight(square)
    const { rows } = await app.owner.pool.query<{ name: string; removed: boolean }>(
      'select t.name, p.removed_by is not null as removed from market.placing p join market.trader t on t.id = p.trader_id order by t.name, p.id',
    )
    expect(rows).toEqual([
      { name: 'Miel du plateau', removed: true },
      { name: 'Olives', removed: false },
      { name: 'Rempailleur <de chaises>', removed: false },
      { name: 'Savons', removed: false },
    ])
    const acts = await app.owner.pool.query('select count(*)::int as n, count(distinct uid)::int as different from market.act')
    expect(acts.rows).toEqual([{ n: 12, different: 12 }]) // seven in the square, three at the desk, then two
    const receipts = await app.owner.pool.query('select sum(cents)::int as cents, count(*)::int as n from market.receipt')
    expect(receipts.rows).toEqual([{ cents: 620, n: 3 }])
  }),
)

test('the same morning by forms, without JavaScript', { timeout: 120_000 }, () =>
  inTown({ javaScriptEnabled: false, now: '2026-11-04T06:00:00Z' }, async ({ app, as, open }: Town) => {
    await openMarket(as)
    const square = await open('marc', '/marche/placement/1')
    for (const name of ['Olives', 'Savons']) await arrive(square, name)
    await square.getByRole('button', { name: 'Placer en Allée A 1, Olives' }).click()
    await square.getByRole('button', { name: /^Faire le reçu.*Olives/ }).click()
    await seen(square, 'réglé')
    await square.getByText('Il n’est pas dans la liste').click()
    await square.getByLabel('Nom ou enseigne').fill('Rempailleur')
    await square.getByLabel('Longueur voulue').fill('3')
    await square.getByRole('button', { name: 'Ajouter et noter présent' }).click()
    await seen(square, 'choisissez ce qui est vendu')
    expect(await square.getByLabel('Nom ou enseigne').inputValue()).toBe('Rempailleur') // what was typed is kept
    expect(await square.getByLabel('Longueur voulue').inputValue()).toBe('3')
    await square.getByLabel('Ce qu’il vend').selectOption('crafts')
    await square.getByRole('button', { name: 'Ajouter et noter présent' }).click()
    await square.getByRole('button', { name: /^Placer en .*, Savons/ }).click()
    await square.getByRole('button', { name: /^Placer en .*, Rempailleur/ }).click()
    await square.getByRole('button', { name: /^Retirer de la place.*Rempailleur/ }).waitFor()
    // The receipt, then its cancellation by an opposite line, then the cash.
    await square.getByText(/^Reçu \d+-1, Olives/).click()
    await square.getByRole('link', { name: 'Voir et imprimer' }).click()
    await seen(square, 'Prix du mètre')
    await seen(square, '6,20')
    await square.goto('/marche/placement/1')
    await square.getByText(/^Reçu \d+-1, Olives/).click()
    await square.locator('#recus').getByLabel('Pourquoi').fill('Erreur')
    await square
      .locator('#recus')
      .getByRole('button', { name: /Annuler ce reçu/ })
      .click()
    await seen(square, 'Annulation du reçu')
    await square.goto('/marche/jours/1/compte')
    await square.getByLabel('Espèces comptées').fill('0')
    await square.getByRole('button', { name: /Enregistrer le comptage/ }).click()
    await seen(square, 'Compté :')
    const { rows } = await app.owner.pool.query('select kind, cents from market.receipt order by id')
    expect(rows).toEqual([
      { kind: 'fee', cents: 620 },
      { kind: 'cancel', cents: -620 },
    ])
  }),
)

/** The town hall opens a market that is held today: one alley, three pitches, a price, two traders. */
const openMarket = (as: As): Promise<void> =>
  as('claire', async page => {
    await page.goto('/marche/lieux/nouveau')
    for (const [field, value] of Object.entries({ name: 'Marché du centre', place: 'Place du Marché', width: '30', height: '20' }))
      await page.locator(`main [name=${field}]`).fill(value)
    await page.getByLabel('mercredi').check()
    await page.getByRole('button', { name: 'Ouvrir ce marché' }).click()
    await seen(page, 'Ajouter une allée')
    await page.getByText('Ajouter une allée').click()
    for (const [field, value] of Object.entries({ name: 'Allée A', x: '2', y: '2', length: '12' }))
      await page.locator(`form[action$=allees] [name=${field}]`).fill(value)
    await page.getByLabel('vers la droite').check()
    await page.getByRole('button', { name: 'Ajouter cette allée' }).click()
    for (const [number, from] of [
      ['1', '0'],
      ['2', '4'],
      ['3', '8'],
    ] as const) {
      await seen(page, 'Ajouter un emplacement')
      await page.getByText('Ajouter un emplacement').click()
      await page.locator('form[action$=emplacements] [name=alley]').selectOption({ label: 'Allée A' })
      for (const [field, value] of Object.entries({ number, from, length: '4' }))
        await page.locator(`form[action$=emplacements] [name=${field}]`).fill(value)
      await page.getByRole('button', { name: 'Ajouter cet emplacement' }).click()
      await page.locator('svg text', { hasText: number }).first().waitFor({ state: 'attached' })
    }
    await page.getByText('Fixer un nouveau tarif').click()
    await page.getByLabel('passager').check()
    for (const [field, value] of Object.entries({
      metre: '1,55',
      least: '4',
      power: '3',
      since: '2026-01-01',
      deliberation: 'Délibération 2025-88',
    }))
      await page.locator(`form[action$=tarifs] [name=${field}]`).fill(value)
    await page.getByRole('button', { name: 'Fixer ce tarif' }).click()
    await seen(page, 'Délibération 2025-88')
    await expectWell(page)
    await addTrader(page, 'Olives', '2020-01-01')
    await addTrader(page, 'Savons', '2021-01-01')
    await expectWell(page)
  })

/** At the desk: a record, accepted; the first day, the placer looks at the papers. */
const addTrader = async (page: Page, name: string, since: string): Promise<void> => {
  await page.goto('/marche/inscription?guichet=oui')
  for (const [field, value] of Object.entries({ name, products: 'à goûter', length: '4' }))
    await page.locator(`main [name=${field}]`).fill(value)
  await page.getByLabel('Ce qui est vendu').selectOption('grocery')
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  await seen(page, 'Demande envoyée')
  await page.getByLabel('Premier jour sur le marché').fill(since)
  await page.getByRole('button', { name: 'Enregistrer la décision' }).click()
  await page.getByText('Des documents sont attendus').waitFor()
}
const arrive = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Commerçant qui se présente').selectOption({ label: name })
  await page.getByRole('button', { name: 'Noter l’arrivée' }).click()
  await page.locator('#a-placer').getByText(name, { exact: true }).first().waitFor()
}
const waiting = (page: Page, n: number) => page.locator(`[data-waiting="${n}"]`).waitFor({ timeout: 20_000 })
