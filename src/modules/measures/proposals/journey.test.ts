import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { decide, moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { startApp } from '#kernel/testing'
import { notifications } from '#modules/notifications'
import { measures } from '../index.ts'

const rooms = { engines: [paper, moderation, debate, following, answers, meetings], services: [measures, notifications] }
const idea = {
  title: 'Ouvrir la salle <d’étude> le soir',
  text: 'La salle ouvre du lundi au jeudi jusqu’à 21 h.\n\nUn agent l’accueille.',
  reason: 'Les lycéens n’ont pas de place.',
}

test(
  'a resident proposes a measure; the town hall publishes it with a reason, and it lives like the others',
  { timeout: 60_000 },
  async () => {
    const app = await startApp({ ...rooms, now: '2026-11-23T10:00:00Z' })
    expect(await app.text('/mesures/propositions')).toContain('Aucune mesure n’est proposée')
    expect(await app.text('/mesures/propositions/nouvelle')).toContain('paper__code')
    expect((await app.post('/mesures/propositions', idea)).status).toBe(401)
    await app.signIn('amina')
    const short = await app.post('/mesures/propositions', { ...idea, text: 'Court' })
    expect([short.status, (await short.text()).includes('Ouvrir la salle &lt;d’étude>')]).toEqual([422, true])
    const path = (await app.post('/mesures/propositions', idea)).headers.get('location')!
    expect(path).toMatch(/^\/mesures\/propositions\/\d+$/)
    await app.signIn('louis')
    expect(await app.text(path)).toContain('La mairie n’a pas encore dit')
    expect((await app.post(`${path}/retrait`)).status).toBe(403)
    expect((await app.post(`${path}/publication`, { reason: 'Oui.' })).status).toBe(403)

    await app.signIn('claire')
    expect((await app.post(`${path}/publication`, { reason: '' })).status).toBe(422)
    expect((await app.post(`${path}/publication`, { reason: 'Utile à tous.', section: '999' })).status).toBe(422)
    const one = await app.post(`${path}/publication`, { reason: 'Utile à tous.' })
    expect((await app.post(`${path}/refus`, { reason: 'Trop cher pour cette année.' })).status).toBe(409)
    await app.settle()
    await app.signIn('amina')
    expect(await app.text('/notifications')).toContain('c’est une mesure')
    const measure = one.headers.get('location')!
    const page = await app.text(measure)
    for (const found of ['Proposée', 'Amina Belkacem', 'Utile à tous.', 'Un agent l’accueille.']) expect(page).toContain(found)
    expect((await app.post(`${measure}/soutien`)).status).toBe(303)
    expect((await app.get(`${measure}/amendements/nouveau`)).status).toBe(200)
    expect(await app.text(path)).toContain(`href="${measure}"`)
  },
)

test(
  'two of the town hall decide at the same moment: one decision holds, and its author is told that one',
  { timeout: 60_000 },
  async () => {
    const app = await startApp({ ...rooms, now: '2026-11-23T10:00:00Z' })
    await app.signIn('amina')
    const path = (await app.post('/mesures/propositions', idea)).headers.get('location')!
    await app.signIn('claire')
    const [one, other] = await Promise.all([
      app.post(`${path}/publication`, { reason: 'Utile à tous.' }),
      app.post(`${path}/refus`, { reason: 'Trop cher pour cette année.' }),
    ])
    expect([one.status, other.status].toSorted()).toEqual([303, 409])
    const { rows } = await app.owner.pool.query('select outcome from measures.proposal_decision')
    expect(rows).toEqual([{ outcome: one.status === 303 ? 'published' : 'refused' }])
    await app.settle()
    await app.signIn('amina')
    const told = one.status === 303 ? 'c’est une mesure' : 'La mairie a refusé votre proposition'
    expect(await app.text('/notifications')).toContain(told)
  },
)

test('its author withdraws it, once; what moderation hides is not published', { timeout: 60_000 }, async () => {
  const app = await startApp({ ...rooms, now: '2026-11-23T10:00:00Z' })
  await app.signIn('amina')
  const path = (await app.post('/mesures/propositions', idea)).headers.get('location')!
  expect((await app.post(`${path}/retrait`)).status).toBe(303)
  expect((await app.post(`${path}/retrait`)).status).toBe(409)
  const hidden = (await app.post('/mesures/propositions', { ...idea, title: 'Une autre idée' })).headers.get('location')!
  const id = hidden.split('/').at(-1)!
  await app.signIn('claire')
  const actor = await app.actorOf('claire')
  const rules = { act: 'hidden', reason: 'Hors de propos.', ruleNumber: 1 } as const
  expect((await app.inWorld(world => decide({ ...world, actor }, `measure-proposal:${id}`, rules))).ok).toBe(true)
  expect((await app.post(`${hidden}/publication`, { reason: 'Oui.' })).status).toBe(409)
  await app.signIn(null)
  expect(await app.text(hidden)).not.toContain('Un agent l’accueille.')
  expect((await app.post(`${hidden}/refus`, { reason: 'Non.' })).status).toBe(401)
})
