import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { decide, moderation } from '#engines/moderation'
import { formCode, paper } from '#engines/paper'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { accounts } from '#modules/accounts'
import { catalogue } from '#modules/catalogue'
import { desk } from '#modules/desk'
import { measures } from '#modules/measures'
import { notifications } from '#modules/notifications'
import { outcomes } from '#modules/outcomes'
import { portal } from '#modules/portal'
import { needs } from './index.ts'

const engines = [paper, moderation, debate, following, answers, meetings]
const services = [accounts, measures, catalogue, needs, outcomes, notifications, portal, desk]
const now = '2026-11-23T10:00:00Z'

/** A commune with one measure and one service bound to it. */
const start = async () => {
  const app = await startApp({ engines, services, now })
  await app.signIn('claire')
  const read = await app.post('/programme/import', {
    title: 'Programme',
    text: '# Objectif\n\n## Thème\n\n### Mesure 1 : Repenser la poste\n\nOuvrir un guichet communal.',
    format: 'markdown',
  })
  const review = read.headers.get('location')!
  await app.post(`${review}/publication`)
  const { rows } = await app.owner.pool.query('select id from measures.measure order by id')
  const measure = String(rows[0]?.id)
  const added = await app.post('/services/nouveau', {
    name: 'Poste <communale>',
    purpose: 'Courrier.',
    runBy: 'commune',
    face: 'post',
    measure,
  })
  return { app, measure, service: added.headers.get('location')!.split('/').at(-1)! }
}
const ramp = {
  kind: 'fails',
  what: 'La rampe est <trop> raide',
  audience: 'Personnes en fauteuil',
  place: 'À l’entrée',
  change: 'Refaire la rampe à 5 %.',
  evidence: '',
}
const state = async (app: TestApp, service: string, line: Record<string, string> = ramp) => {
  const stated = await app.post(`/besoins/services/${service}/lignes`, line)
  expect(stated.status).toBe(303)
  return stated.headers.get('location')!
}

test(
  'a resident states a need, neighbours and agents see it too, the town hall recognises, adapts, does, and checks the effect',
  { timeout: 60_000 },
  async () => {
    const { app, service } = await start()
    expect(await app.text('/besoins')).toContain('Poste &lt;communale>')
    await app.signIn('amina')
    expect(await app.text(`/besoins/services/${service}`)).toContain('Rien n’a encore été dit')
    const missing = await app.post(`/besoins/services/${service}/lignes`, { ...ramp, what: '' })
    expect([missing.status, (await missing.text()).includes('Refaire la rampe à 5 %.')]).toEqual([422, true])
    const elsewhere = await app.post(`/besoins/services/${service}/lignes`, { ...ramp, evidence: 'https://ailleurs.example/' })
    expect([elsewhere.status, (await elsewhere.text()).includes('page de ce site')]).toEqual([422, true])
    const line = await state(app, service, { ...ramp, evidence: 'http://localhost/services' })
    const shown = await app.text(line)
    expect(shown).toContain('La rampe est &lt;trop> raide')
    expect(shown).toContain('<a href="/services">/services</a>')
    expect(shown).toContain('La mairie n’a pas encore dit')

    // Whoever wrote it does not count twice; others count once each, in their college.
    expect((await app.post(`${line}/constat`)).status).toBe(409)
    for (const name of ['louis', 'paul', 'claire', 'jeanne'] as const) {
      await app.signIn(name)
      expect((await app.post(`${line}/constat`)).status).toBe(303)
      expect((await app.post(`${line}/constat`)).status).toBe(303)
    }
    await app.post(`${line}/constat/retrait`)
    const counted = (await (await app.get(`/api/v1${line.replace('/lignes', '')}`)).json()) as { agreements: object }
    expect(counted.agreements).toEqual({ users: 1, agents: 1, elected: 1 })

    // A precision is short.
    expect((await app.post(`${line}/precisions`, { text: 'a'.repeat(500) })).status).toBe(422)
    await app.post(`${line}/precisions`, { text: 'Mesurée <à 9 %> par le club.' })
    expect(await app.text(line)).toContain('Mesurée &lt;à 9 %> par le club.')

    // A resident writes no step; an agent does, with a reason and a day, in order.
    const step = (fields: Record<string, string>) => app.post(`${line}/etapes`, { on: '2026-11-23', reason: 'Vu sur place.', ...fields })
    expect((await step({ step: 'recognised' })).status).toBe(403)
    await app.signIn('marc')
    expect((await step({ step: 'done' })).status).toBe(409)
    expect((await step({ step: 'recognised', reason: '' })).status).toBe(422)
    expect((await step({ step: 'recognised', on: '2026-11-24' })).status).toBe(422)
    expect((await step({ step: 'recognised' })).status).toBe(303)
    expect((await step({ step: 'became' })).status).toBe(409)
    expect((await step({ step: 'adapted', reason: 'Une rampe provisoire dès lundi.' })).status).toBe(303)
    expect((await step({ step: 'done', reason: 'La rampe est posée.' })).status).toBe(303)
    expect(await app.text(line)).toContain('L’effet n’a pas encore été vérifié')
    expect((await step({ step: 'checked', before: 'Pente de 9 %.' })).status).toBe(422)
    expect((await step({ step: 'checked', before: 'Pente de 9 %.', after: 'Pente de 5 %.', effect: 'met' })).status).toBe(303)
    expect(await app.text(line)).toContain('Après : Pente de 5 %.')

    // Its author is told, and the thread goes from what was said to the effect.
    await app.settle()
    await app.signIn('amina')
    expect(await app.text('/notifications')).toContain('Effet vérifié.')
    const thread = await app.text(`/vous-avez-dit/services/${service}`)
    for (const knot of ['Refaire la rampe à 5 %.', 'Une rampe provisoire dès lundi.', 'La rampe est posée.', 'Le besoin est satisfait'])
      expect(thread).toContain(knot)
    expect(await app.text(`/services/${service}`)).toContain(`href="/besoins/services/${service}"`)
    expect((await app.get('/besoins/lignes/999')).status).toBe(404)
    expect((await app.get('/besoins/services/999')).status).toBe(404)
  },
)

test('near lines are proposed first; an agent groups two that say the same, and everyone is credited', { timeout: 60_000 }, async () => {
  const { app, service } = await start()
  await app.signIn('amina')
  const first = await state(app, service)
  await app.signIn('louis')
  const near = { ...ramp, what: 'La rampe d’entrée est trop raide' }
  const asked = await app.post(`/besoins/services/${service}/lignes`, near)
  const page = await asked.text()
  expect([asked.status, page.includes(`href="${first}"`), page.includes('value="La rampe d’entrée est trop raide"')]).toEqual([
    422,
    true,
    true,
  ])
  const second = await state(app, service, { ...near, distinct: 'oui' })
  await app.signIn('jeanne')
  await app.post(`${second}/constat`)
  await app.signIn('amina')
  await app.post(`${second}/constat`)

  await app.signIn('marc')
  const into = first.split('/').at(-1)!
  expect((await app.post(`${first}/regroupement`, { into, reason: 'La même.' })).status).toBe(422)
  expect((await app.post(`${second}/regroupement`, { into: '999', reason: 'La même.' })).status).toBe(422)
  expect((await app.post(`${second}/regroupement`, { into, reason: 'La même rampe.' })).status).toBe(303)
  expect((await app.post(`${second}/regroupement`, { into, reason: 'La même rampe.' })).status).toBe(409)
  const kept = await app.text(first)
  expect(kept).toContain('Amina Belkacem, Louis Marchand')
  expect(kept).toContain('La même rampe.')
  const one = (await (await app.get(`/api/v1/besoins/${into}`)).json()) as { agreements: object }
  expect(one.agreements).toEqual({ users: 1, agents: 0, elected: 0 }) // Jeanne; Amina wrote it
  await app.signIn('nour')
  expect((await app.post(`${second}/constat`)).status).toBe(409)
  expect(await app.text(second)).toContain(`href="${first}"`)
  expect(await app.text(`/besoins/services/${service}`)).not.toContain('La rampe d’entrée')
  expect((await app.post(`${second}/etapes`, {})).status).toBe(403)

  // A line that moderation hides is hidden too on the page of the line it was grouped into.
  expect(await app.text(first)).toContain('La rampe d’entrée est trop raide')
  const claire = await app.actorOf('claire')
  const subject = `need:${second.split('/').at(-1)}`
  await app.inWorld(world => decide({ ...world, actor: claire }, subject, { act: 'hidden', reason: 'Vise une personne.', ruleNumber: 1 }))
  expect(await app.text(first)).not.toContain('La rampe d’entrée est trop raide')
})

test('a line becomes an amendment and a measure in one gesture, and each remembers the other', { timeout: 60_000 }, async () => {
  const { app, service, measure } = await start()
  await app.signIn('amina')
  const line = await state(app, service)
  const page = await app.text(line)
  const links = [...page.matchAll(/href="(\/mesures\/[^"]*nouve(?:au|lle)\?[^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))
  const amend = links.find(href => href.includes('/amendements/nouveau?'))!
  const propose = links.find(href => href.includes('/propositions/nouvelle?'))!

  // The amendment: choose a paragraph, and the words are already there.
  const choose = await app.text(amend)
  const paragraph = /href="([^"]*geste=ajouter&amp;paragraphe=[^"]+)"/.exec(choose)![1]!.replaceAll('&amp;', '&')
  const form = await app.text(paragraph)
  expect(form).toContain('Refaire la rampe à 5 %.</textarea>')
  expect(form).toContain(`name="origin" value="${line}"`)
  const chosen = new URL(paragraph, 'http://x').searchParams.get('paragraphe')!
  const filed = await app.post(`/mesures/${measure}/amendements`, {
    gesture: 'addition',
    version: '1',
    paragraph: chosen,
    text: 'Refaire la rampe à 5 %.',
    reason: 'Un besoin.',
    origin: line,
  })
  expect(filed.status).toBe(303)
  const amendment = filed.headers.get('location')!
  expect(await app.text(amendment)).toContain(`href="${line}"`)

  // The measure: proposed by a resident, published by the town hall.
  const proposing = await app.text(propose)
  expect(proposing).toContain('Refaire la rampe à 5 %.</textarea>')
  const proposed = await app.post('/mesures/propositions', {
    title: 'Une rampe à 5 % à la poste',
    text: 'La rampe est refaite à 5 %.\n\nElle est éclairée.',
    reason: 'Un besoin.',
    origin: line,
  })
  const proposal = proposed.headers.get('location')!
  expect((await app.post(`${proposal}/publication`, { reason: 'Oui.' })).status).toBe(403)
  await app.settle()
  expect(await app.text(line)).toContain(`href="${proposal}"`)

  await app.signIn('paul')
  const published = await app.post(`${proposal}/publication`, { reason: 'Le besoin est reconnu.', section: '' })
  const born = published.headers.get('location')!
  expect(await app.text(born)).toContain('La rampe est refaite à 5 %.')
  expect(await app.text(born)).toContain('Amina Belkacem')
  expect((await app.post(`${proposal}/refus`, { reason: 'Non.' })).status).toBe(409)
  await app.signIn('claire')
  await app.post(`${amendment}/decision`, { outcome: 'refuse', reason: 'Déjà dans la mesure nouvelle.' })
  await app.settle()

  const life = await app.text(line)
  for (const found of [
    `href="${amendment}"`,
    `href="${born}"`,
    'Le besoin est reconnu.',
    'Proposition refusée',
    'Déjà dans la mesure nouvelle.',
  ])
    expect(life).toContain(found)
  expect(await app.text(born)).toContain(`href="${line}"`)
  expect(await app.text(`/mesures/${measure}`)).toContain(`href="${line}"`)
  const { rows } = await app.owner.pool.query('select step from needs.step order by id')
  expect(rows.map(row => row.step)).toEqual(['became', 'became'])
})

test('a line may not claim a page elsewhere as its origin', async () => {
  const { app } = await start()
  await app.signIn('amina')
  for (const origin of ['//mal.example', 'https://mal.example', 'javascript:alert(1)']) {
    const form = await app.text(`/mesures/propositions/nouvelle?origine=${encodeURIComponent(origin)}`)
    expect(form).not.toContain('mal.example')
    const sent = await app.post('/mesures/propositions', {
      title: 'Un titre assez long',
      text: 'Un texte assez long pour passer.',
      reason: 'Parce que.',
      origin,
    })
    expect(await app.text(sent.headers.get('location')!)).not.toContain('alert(1)')
  }
})

test(
  'the town hall opens a round, lines are stated in it, its synthesis is printed by college, and it is concluded once',
  { timeout: 60_000 },
  async () => {
    const { app, service } = await start()
    const round = { title: 'La poste, un an après', introduction: 'Dites-le.', opensOn: '2026-11-23', closesOn: '2026-12-04' }
    await app.signIn('amina')
    expect((await app.post(`/besoins/services/${service}/etats`, round)).status).toBe(403)
    await app.signIn('paul')
    expect((await app.post(`/besoins/services/${service}/etats`, { ...round, closesOn: '2026-11-22' })).status).toBe(422)
    const opened = await app.post(`/besoins/services/${service}/etats`, round)
    const path = opened.headers.get('location')!
    expect((await app.post(`/besoins/services/${service}/etats`, round)).status).toBe(409)
    expect(await app.text('/')).toContain('La poste, un an après')

    await app.signIn('amina')
    await state(app, service)
    await app.signIn('marc')
    await state(app, service, { ...ramp, kind: 'works', what: 'Le guichet est calme le mardi' })
    await app.signIn('paul')
    await app.post(`${path.replace('etats', 'x')}`) // nothing there
    const synthesis = await app.text(`${path}/synthese`)
    expect(synthesis.indexOf('La rampe est')).toBeLessThan(synthesis.indexOf('Le guichet est calme'))
    expect(synthesis).toContain('data-label="Agents"')
    expect(await app.text(path)).toContain('/nouvelle')

    app.clock = new Date('2026-12-05T09:00:00Z')
    await app.signIn('louis')
    const late = await state(app, service, { ...ramp, what: 'Il manque un banc devant la porte' })
    expect(await app.text(late)).not.toContain('La poste, un an après')
    await app.signIn('paul')
    expect((await app.post(`${path}/cloture`, { conclusion: '' })).status).toBe(422)
    expect((await app.post(`${path}/cloture`, { conclusion: 'La rampe sera refaite en mars.' })).status).toBe(303)
    expect((await app.post(`${path}/cloture`, { conclusion: 'Autre chose enfin.' })).status).toBe(409)
    await app.signIn(null)
    expect(await app.text(path)).toContain('La rampe sera refaite en mars.')
  },
)

test('a need on paper is keyed in at the desk for its author, and its author takes it back', { timeout: 60_000 }, async () => {
  const { app } = await start()
  const added = await app.post('/services/nouveau', { name: 'Médiathèque', purpose: 'Lire.', runBy: 'commune', face: 'culture' })
  const service = added.headers.get('location')!.split('/').at(-1)!
  const place = `/besoins/services/${service}/nouvelle`
  expect(await app.text(place)).toContain('paper__code')
  const code = await app.inWorld(world => formCode(world, place))
  await app.signIn('claire')
  const begun = await app.post(`/guichet/personnes/${cast.jeanne.id}/saisie`, { channel: 'paper', code })
  expect(begun.headers.get('location')).toBe(place)
  const line = await state(app, service)
  await app.post('/guichet/fin')
  expect(await app.text(line)).toMatch(/Jeanne Petit[\s\S]*Claire Nguyen/)
  await app.signIn('jeanne')
  expect((await app.post(`${line}/retrait`, { reason: '' })).status).toBe(422)
  await app.signIn('louis')
  expect((await app.post(`${line}/retrait`, { reason: 'Ce n’est pas à moi.' })).status).toBe(403)
  await app.signIn('jeanne')
  expect((await app.post(`${line}/retrait`, { reason: 'La rampe a été refaite.' })).status).toBe(303)
  await app.signIn('louis')
  expect((await app.post(`${line}/constat`)).status).toBe(409)
})
