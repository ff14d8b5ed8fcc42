import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CastName } from '#kernel/demonstration'
import { member } from '#kernel/demonstration'
import { record } from '#kernel/journal'
import type { TestApp } from '#kernel/testing'
import { type As, bothWays, expectWellAndLight, seen, towns } from './town.ts'

const inTown = towns()

test.each(bothWays)(
  'a committee from its founding act to its published minutes, $how',
  { timeout: 300_000 },
  async ({ javaScriptEnabled }) => {
    await inTown({ javaScriptEnabled, now: '2027-01-04T09:00:00Z' }, async ({ app, as }) => {
      await app.owner.pool.query(
        `insert into catalogue.service (body_id, name, purpose, run_by, run_by_name, changed_at) values (1, 'Restauration scolaire', 'Repas', 'delegate', 'Les Tables réunies', now())`,
      )
      await as('claire', found)
      for (const [seat, name] of [
        [1, 'amina'],
        [2, 'louis'],
        [5, 'claire'],
        [6, 'marc'],
        [7, 'paul'],
      ] as const)
        await as('claire', page => giveSeat(page, seat, member(name).name))
      await candidate(as)
      await as(null, async page => {
        await page.goto('/comites/1')
        for (const text of ['Karim Benali', 'Délibération 2027-01', 'Siège vacant']) await seen(page, text)
        await expectWellAndLight(page)
      })

      const meeting = await as('claire', page => plan(page, 'Le bio dans l’assiette', '2027-01-26'))
      await addedByMembers(as, meeting)
      await as('claire', page => convene(page, meeting))
      await as('karim', async page => {
        await page.goto(meeting)
        await page.getByRole('button', { name: 'Je ne pourrai pas venir' }).click()
        await page.getByRole('link', { name: 'Confier ma voix, ou signer ma présence' }).click()
        await page.getByLabel('Confie sa voix à').selectOption({ label: 'Amina Belkacem' })
        await page.getByRole('button', { name: 'Enregistrer le pouvoir' }).click()
        await seen(page, 'Karim Benali confie sa voix à Amina Belkacem')
      })

      app.clock = new Date('2027-01-26T18:00:00Z')
      for (const name of ['amina', 'louis', 'paul', 'marc'] as const) await as(name, page => arrive(page, meeting, member(name).name))
      await as('claire', async page => {
        await arrive(page, meeting, 'Claire Nguyen')
        await seen(page, 'Le quorum est atteint')
        await expectWellAndLight(page)
        await page.goto(meeting)
        await page.getByRole('button', { name: 'Ouvrir la séance' }).click()
      })
      await refusedInOneCollege(as, meeting)
      const vote = await withdrawal(as, meeting)
      await minority(as, vote)
      await minutes(app, as, meeting)
      await missed(app, as)
    })
  },
)

/** No fault of axe, nothing beyond the edge at 320 px, a light page. Axe itself needs scripts. */
const found = async (page: Page) => {
  await page.goto('/comites')
  await page.getByRole('link', { name: 'Créer un comité' }).click()
  await page.getByLabel('Nom', { exact: true }).fill('Comité de la cantine')
  await page.getByLabel('Mission', { exact: true }).fill('Juger les repas avec celles et ceux qui les mangent.')
  await page.getByLabel('Restauration scolaire').check()
  await page.getByLabel('Date de l’acte').fill('2027-01-03')
  await page.getByRole('button', { name: 'Créer le comité' }).click()
  await seen(page, 'Remplissez ce champ.') // the act is missing: what was typed is kept
  expect(await page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Comité de la cantine')
  await page.getByLabel('Acte qui le crée').fill('Délibération 2027-01')
  await page.getByRole('button', { name: 'Créer le comité' }).click()
  await seen(page, 'Sièges et mandats')
}

const giveSeat = async (page: Page, seat: number, name: string) => {
  await page.goto('/comites/1/sieges')
  const place = page.locator(`#siege-${seat}`)
  await place.getByText('Pourvoir ce siège').click()
  await place.getByLabel('Ou son nom, ou son adresse électronique').fill(name)
  await place.locator('input[name=record]').fill('Arrêté 2027-12')
  await place.getByRole('button', { name: /^Confier le siège/ }).click()
  await page.locator(`#siege-${seat}`).getByText(name).first().waitFor()
}

const candidate = async (as: As) => {
  await as('karim', async page => {
    await page.goto('/comites/1')
    await page.getByRole('link', { name: 'Proposer ma candidature' }).click()
    await page.getByLabel('Pourquoi vous').fill('Mes enfants mangent là.')
    await page.getByRole('button', { name: 'Envoyer ma candidature' }).click()
    await seen(page, 'Votre candidature attend une réponse.')
  })
  await as('claire', async page => {
    await page.goto('/comites/1/sieges')
    await page.getByLabel('Raison de votre réponse').fill('Bienvenue au comité.')
    await page.getByRole('button', { name: 'Accepter Karim Benali' }).click()
    await seen(page, 'Karim Benali')
  })
  await as('karim', async page => {
    await page.goto('/comites/1/candidature')
    await seen(page, 'Votre candidature a été acceptée : Bienvenue au comité.')
  })
}

/** @returns the address of the meeting */
const plan = async (page: Page, title: string, day: string) => {
  await page.goto('/comites/1/reunions')
  await page.getByRole('link', { name: 'Prévoir une réunion' }).click()
  await page.getByLabel('Titre de la réunion').fill(title)
  await page.getByLabel('Jour').fill(day)
  await page.getByLabel('Début').fill('19:00')
  await page.getByLabel('Fin', { exact: true }).fill('21:00')
  await page.getByRole('button', { name: 'Enregistrer la réunion' }).click()
  await seen(page, title)
  return new URL(page.url()).pathname
}

/** The chair has put nothing on the agenda: four members of six do. */
const addedByMembers = async (as: As, meeting: string) => {
  await as('amina', async page => {
    await page.goto(meeting)
    await page.getByRole('link', { name: 'Demander un point' }).click()
    await page.getByLabel('Intitulé du point').fill('Passer à la moitié de bio')
    await page.getByRole('button', { name: 'Demander ce point' }).click()
    await seen(page, 'Points demandés')
  })
  for (const name of ['louis', 'karim', 'paul'] as const)
    await as(name, async page => {
      await page.goto(meeting)
      await page.getByRole('button', { name: /^Demander aussi/ }).click()
      await page.waitForURL(/ordre-du-jour$/)
    })
  await as(null, async page => {
    await page.goto(meeting)
    await page.locator('#ordre-du-jour').getByText('Passer à la moitié de bio').waitFor()
  })
}

const convene = async (page: Page, meeting: string) => {
  await page.goto(meeting)
  await page.getByRole('link', { name: 'Convoquer les membres' }).click()
  await seen(page, '10 jours francs')
  await seen(page, 'Le délai est tenu')
  await page.getByRole('button', { name: 'Convoquer les membres' }).click()
  await seen(page, 'Convoquée')
}

const arrive = async (page: Page, meeting: string, name: string) => {
  await page.goto(`${meeting}/presence`)
  await page.getByRole('button', { name: `${name} : Dans la salle` }).click()
  await page.locator('li', { hasText: name }).filter({ hasText: 'présent' }).first().waitFor()
}

const openVote = async (page: Page, meeting: string, question: string) => {
  await page.goto(`${meeting}/seance`)
  await page.getByLabel('Point de l’ordre du jour').selectOption({ index: 1 })
  await page.getByLabel('Question mise aux voix').fill(question)
  await page.getByRole('button', { name: 'Ouvrir un vote' }).click()
  await page.getByRole('link', { name: question }).click()
  await seen(page, 'Nominal')
  return new URL(page.url()).pathname
}
const voices = async (page: Page, choices: Partial<Record<CastName, 'Pour' | 'Contre'>>) => {
  for (const [name, choice] of Object.entries(choices))
    await page.locator(`select[name="voix-${member(name as CastName).id}"]`).selectOption({ label: choice }) // its keys are names of the cast
  await page.getByRole('button', { name: 'Garder ces voix' }).click()
}

/** Four for, two against: adopted all together, refused by the agents. */
const refusedInOneCollege = async (as: As, meeting: string) => {
  const vote = await as('claire', page => openVote(page, meeting, 'Passer à la moitié de bio ?'))
  await as('amina', async page => {
    await page.goto(vote)
    for (const name of ['Amina Belkacem', 'Karim Benali (pouvoir à Amina Belkacem)']) {
      await page.getByRole('button', { name: `${name} : Pour`, exact: true }).click()
      await page.locator('p', { hasText: `${name} · voix gardée : Pour` }).waitFor()
    }
  })
  await as('claire', async page => {
    await page.goto(vote)
    await voices(page, { louis: 'Pour', paul: 'Pour', claire: 'Contre', marc: 'Contre' })
    await page.getByRole('button', { name: 'Clore le vote' }).click()
    await seen(page, 'Rejeté')
  })
  await as(null, async page => {
    await page.goto(vote)
    await seen(page, 'Tous collèges ensemble, la majorité y était ; elle manque dans : agents.')
    await expectWellAndLight(page)
  })
}

/** Marc has an interest: he withdraws, and the rest adopt in each college. @returns the address of the vote */
const withdrawal = async (as: As, meeting: string) => {
  const vote = await as('claire', page => openVote(page, meeting, 'Passer au tiers de bio ?'))
  await as('marc', async page => {
    await page.goto(vote)
    if (await page.getByText('Je me déporte').isVisible()) {
      await page.getByText('Je me déporte').click()
      await page.getByLabel('Intérêt en cause').fill('Sa sœur est maraîchère')
    } else {
      await page.getByText('Noter un déport').click()
      await page.getByLabel('Membre', { exact: true }).selectOption({ label: 'Marc Lefort' })
      await page.getByLabel('Intérêt en cause').fill('Sa sœur est maraîchère')
    }
    await page.getByRole('button', { name: 'Enregistrer le déport' }).click()
    await seen(page, 'Marc Lefort (Sa sœur est maraîchère)')
  })
  await as('claire', async page => {
    await page.goto(vote)
    await voices(page, { amina: 'Pour', karim: 'Pour', louis: 'Contre', paul: 'Pour', claire: 'Pour' })
    await page.getByRole('button', { name: 'Clore le vote' }).click()
    await seen(page, 'Adopté')
    await page.getByRole('link', { name: 'Faire de cette décision un engagement' }).waitFor()
  })
  return vote
}

const minority = async (as: As, vote: string) => {
  await as('louis', async page => {
    await page.goto(vote)
    await page.getByText('Écrire un rapport minoritaire').click()
    await page.getByLabel('Ce que la minorité veut faire savoir').fill('Le prix des repas va monter.')
    await page.getByRole('button', { name: 'Joindre à la décision' }).click()
    await seen(page, 'Le prix des repas va monter.')
  })
  await as(null, async page => {
    await page.goto(vote)
    await seen(page, 'Le prix des repas va monter.')
    await expectWellAndLight(page)
  })
}

/** Drafted from the session, corrected, approved at the next meeting, and from then on public with the minority report. */
const minutes = async (app: TestApp, as: As, meeting: string) => {
  const next = await as('claire', async page => {
    await page.goto(`${meeting}/seance`)
    await page.getByRole('button', { name: 'Clore la séance' }).click()
    const text = page.getByLabel('Texte du procès-verbal')
    const draft = await text.inputValue()
    for (const fact of ['Marc Lefort se déporte', 'qui a confié sa voix à Amina Belkacem', 'Passer au tiers de bio'])
      expect(draft).toContain(fact)
    await text.fill(`${draft}\n\nLe menu d’essai est joint.`)
    await page.getByRole('button', { name: 'Garder cette version' }).click()
    await seen(page, 'Le menu d’essai est joint.')
    const planned = await plan(page, 'La suite', '2027-02-23')
    await page.getByRole('link', { name: 'Ajouter un point' }).click()
    await page.getByLabel('Intitulé du point').fill('Le bruit')
    await page.getByRole('button', { name: 'Ajouter à l’ordre du jour' }).click()
    await convene(page, planned)
    return planned
  })
  await as(null, async page => expect((await page.goto(`${meeting}/proces-verbal`))?.status()).toBe(404))
  app.clock = new Date('2027-02-23T18:00:00Z')
  for (const name of ['amina', 'louis', 'paul'] as const) await as(name, page => arrive(page, next, member(name).name))
  await as('claire', async page => {
    await arrive(page, next, 'Claire Nguyen')
    await page.goto(next)
    await page.getByRole('button', { name: 'Ouvrir la séance' }).click()
    await page.getByRole('button', { name: 'Approuver et publier' }).click()
    await seen(page, 'Approuvé le')
    await page.goto(`${next}/seance`)
    await page.getByRole('button', { name: 'Clore la séance' }).click()
    await page.getByLabel('Texte du procès-verbal').waitFor()
  })
  await as(null, async page => {
    await page.goto(`${meeting}/proces-verbal`)
    for (const text of ['Approuvé le', 'Le menu d’essai est joint.', 'Le prix des repas va monter.']) await seen(page, text)
    await expectWellAndLight(page)
  })
}

/** A promise was not kept: it waits where all see it, then is on the agenda of the next meeting as soon as there is one. */
const missed = async (app: TestApp, as: As) => {
  const content = {
    title: 'Un tiers de bio à la rentrée',
    url: '/engagements/1',
    decision: 'vote:2',
    decisionTitle: 'Passer au tiers de bio ?',
    decisionUrl: null,
    committee: '1',
    service: '1',
    measure: null,
    indicator: 'Part du bio',
    unit: '%',
    target: 33,
    measured: 21,
    dueOn: '2027-02-20',
  }
  await app.inWorld(world => record(world, 'commitment.missed', { subject: 'commitment:1', content }))
  await app.settle()
  const meeting = await as('claire', async page => {
    await page.goto('/comites/1')
    await page.locator('#a-inscrire').getByText('Un tiers de bio à la rentrée').waitFor()
    return plan(page, 'Pourquoi pas un tiers ?', '2027-03-23')
  })
  await app.settle()
  await as(null, async page => {
    await page.goto(meeting)
    for (const text of ['Engagement non tenu : Un tiers de bio à la rentrée', 'Objectif : 33 %. Résultat : 21 %.', 'Inscrit d’office'])
      await seen(page, text)
    await expectWellAndLight(page)
    await page.goto('/comites/1')
    expect(await page.locator('#a-inscrire').count()).toBe(0)
  })
}
