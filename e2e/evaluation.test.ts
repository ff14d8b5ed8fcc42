import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { bothWays, expectWell, seen, towns } from './town.ts'

const inTown = towns()

test.each(bothWays)(
  'a service is judged on a telephone, a tablet and paper; its promise is missed, and the decision returns to its committee, $how',
  { timeout: 240_000 },
  async ({ javaScriptEnabled }) => {
    await inTown({ javaScriptEnabled, now: '2026-03-02T09:00:00Z' }, async ({ app, open }) => {
      const hall = await open('claire')
      const service = await addService(hall)
      const campaign = await openEvaluation(hall)
      const committee = await foundCommittee(hall)
      const commitment = await promise(hall, service, committee)
      const short = await poster(hall, campaign)
      for (let n = 0; n < 4; n += 1) await onTelephone(await open(null), short, n < 2 ? 'Bien' : 'Mal', String(12 + n))
      await onTablet(hall, await open(null), campaign)
      await onPaper(await open('helene'), hall, campaign)
      await readWords(hall)

      app.clock = new Date('2026-03-16T09:00:00Z')
      await app.house.workers.run('evaluations.turn')
      await app.house.workers.run('commitments.settle')
      await app.settle()

      const visitor = await open(null)
      await visitor.goto(hall.url().replace(/\/evaluations.*/, `/evaluations/service/${service}`))
      await seen(visitor, 'Dernière campagne publiée')
      await seen(visitor, '6 réponses')
      await seen(visitor, 'Merci à [masqué]')
      await visitor.goto(commitment)
      await seen(visitor, 'Engagement manqué')
      await expectWell(visitor)
      const { rows } = await app.owner.pool.query(
        `select c.data from journal.entry e join journal.content c on c.entry_id = e.id where e.event = 'commitment.missed'`,
      )
      expect(rows).toHaveLength(1)
      expect(rows[0].data).toMatchObject({ committee, decision: 'vote:12', unit: 'minutes', target: 10, dueOn: '2026-03-15' })
      expect(rows[0].data.measured).toBeGreaterThan(10)
      await visitor.goto(`/comites/${committee}`)
      await seen(visitor, 'Attendre moins de dix minutes')
      await expectWell(visitor)
    })
  },
)

const addService = async (page: Page) => {
  const { origin } = new URL(page.url())
  const form = { name: 'Agence postale', purpose: 'Courrier et colis.', runBy: 'commune', face: 'post' }
  const added = await page.request.post(`${origin}/services/nouveau`, { form, headers: { origin }, maxRedirects: 0 })
  return added.headers().location!.split('/').at(-1)!
}

const openEvaluation = async (page: Page) => {
  await page.goto('/evaluations/nouvelle')
  await page.getByLabel('Service évalué').selectOption({ label: 'Agence postale' })
  await page.getByLabel('Premier jour').fill('2026-03-02')
  await page.getByLabel('Dernier jour').fill('2026-03-15')
  await page.getByLabel('chaque trimestre').check()
  await page.getByRole('button', { name: 'Ouvrir la campagne' }).click()
  await seen(page, 'Ouverte')
  await expectWell(page)
  return new URL(page.url()).pathname
}

/** Users, agents and elected members who follow this service. @returns the number of their committee */
const foundCommittee = async (page: Page) => {
  await page.goto('/comites')
  await page.getByRole('link', { name: 'Créer un comité' }).click()
  await page.getByLabel('Nom', { exact: true }).fill('Comité de l’agence postale')
  await page.getByLabel('Mission', { exact: true }).fill('Suivre l’attente au guichet.')
  await page.getByLabel('Agence postale', { exact: true }).check()
  await page.getByLabel('Acte qui le crée').fill('Délibération 2026-04')
  await page.getByLabel('Date de l’acte').fill('2026-03-01')
  await page.getByRole('button', { name: 'Créer le comité' }).click()
  await seen(page, 'Sièges et mandats')
  return /\/comites\/(\d+)/.exec(page.url())![1]!
}

const promise = async (page: Page, service: string, committee: string) => {
  await page.goto(
    `/engagements/nouveau?decision=vote:12&titre=Le+vote+du+comité&retour=/comites/${committee}&comite=${committee}&service=${service}`,
  )
  await page.getByLabel('L’engagement, en une phrase').fill('Attendre moins de dix minutes')
  await page.getByLabel('un service').check()
  await page.getByLabel('Son nom').fill('Agence postale')
  await page.getByLabel('Ce que l’on mesure').fill('Temps d’attente moyen')
  await page.getByLabel('Unité').fill('minutes')
  await page.getByLabel('au plus égal à la cible').check()
  await page.getByLabel('Cible', { exact: true }).fill('10')
  await page.getByLabel('D’où viendront les chiffres').selectOption('evaluation:waiting')
  await page.getByLabel('Dernier jour pour y arriver').fill('2026-03-15')
  await page.getByRole('button', { name: 'Publier l’engagement' }).click()
  await seen(page, 'En bonne voie')
  await expectWell(page)
  return page.url()
}

/** The address that people read on the poster. */
const poster = async (page: Page, campaign: string) => {
  await page.goto(campaign)
  await page.getByRole('link', { name: 'Affiche pour le guichet' }).click()
  await page.getByRole('img', { name: /Code à viser/ }).waitFor({ timeout: 10_000 })
  await expectWell(page)
  return /\/e\/[0-9A-Z]{6}/.exec((await page.locator('.poster__code').textContent()) ?? '')![0]
}

const onTelephone = async (page: Page, short: string, mood: string, minutes: string) => {
  await page.goto(short)
  await page.getByLabel(mood, { exact: true }).first().check()
  await page.getByLabel('Combien de temps avez-vous attendu ?').fill(minutes)
  await page.getByLabel('Souhaitez-vous nous en dire plus ?').fill(mood === 'Bien' ? 'Merci à Mme Roussel.' : '')
  await expectWell(page)
  await page.getByRole('button', { name: 'Envoyer mon avis' }).click()
  await seen(page, 'Votre avis compte.')
  await page.goto(short)
  await seen(page, 'Vous avez déjà donné votre avis aujourd’hui')
}

const onTablet = async (hall: Page, tablet: Page, campaign: string) => {
  await hall.goto(campaign)
  await hall.getByText('Tablette au guichet').click()
  await hall.getByLabel('Où est la tablette').fill('Guichet 1')
  await hall.getByRole('button', { name: 'Démarrer sur cet appareil' }).click()
  await tablet.goto(hall.url())
  await expectWell(tablet)
  await tablet.getByRole('button', { name: 'Mal', exact: true }).click()
  await tablet.getByRole('button', { name: '2', exact: true }).click()
  await tablet.getByRole('button', { name: 'Environ 20 minutes' }).click()
  await expectWell(tablet)
  await tablet.getByRole('button', { name: 'Envoyer' }).click()
  await seen(tablet, 'Merci ! Votre avis est enregistré.')
  await tablet.getByRole('link', { name: 'Donner un autre avis' }).click()
  await tablet.getByRole('button', { name: 'Très bien' }).waitFor({ timeout: 10_000 })
}

const onPaper = async (desk: Page, hall: Page, campaign: string) => {
  await hall.goto(campaign)
  await hall.getByText('Formulaires papier numérotés').click()
  await hall.getByLabel('Combien de formulaires').fill('3')
  await hall.getByRole('button', { name: 'Préparer les formulaires' }).click()
  await seen(hall, 'Feuille n° 3')
  await desk.goto(campaign)
  await desk.getByRole('link', { name: 'Saisir du papier ou un appel' }).click()
  await desk.getByLabel('Numéro de la feuille').fill('2')
  await desk.getByLabel('Moyen', { exact: true }).first().check()
  await desk.getByLabel('Combien de temps avez-vous attendu ?').fill('9')
  await expectWell(desk)
  await desk.getByRole('button', { name: 'Enregistrer cet avis' }).click()
  await seen(desk, 'L’avis est enregistré.')
}

/** Nothing is public before somebody has read it. */
const readWords = async (page: Page) => {
  await page.goto('/evaluations/paroles')
  for (let left = await page.getByRole('link', { name: /Lire cette parole/ }).count(); left > 0; left -= 1) {
    await page
      .getByRole('link', { name: /Lire cette parole/ })
      .first()
      .click()
    await expectWell(page)
    await page.getByRole('button', { name: 'Enregistrer la décision' }).click()
  }
  await seen(page, 'Tout a été lu.')
}
