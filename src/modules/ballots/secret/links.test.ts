import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { startApp } from '#kernel/testing'
import { accounts } from '#modules/accounts'
import { desk } from '#modules/desk'
import { measures } from '#modules/measures'
import { roll } from '#modules/roll'
import { ballots } from '../index.ts'

const frame = {
  title: 'Le marché de nuit',
  introduction: 'Un vote **secret**.',
  purpose: 'Le conseil municipal décidera en décembre.',
  organiser: 'Val-sur-Yvette',
  opensOn: '2026-11-21',
  opensHour: '9 h',
  closesOn: '2026-11-28',
  closesHour: '20:00',
  secrecy: 'secret',
}
const keysIn = (page: string) => [...page.matchAll(/href="[^"]*\/secret\/gardien\?cle=([\w-]{22})"/g)].map(([, key]) => key!)

test('a link handed out before its key was kept as a digest still opens, and is not shown again', async () => {
  const app = await startApp({
    engines: [paper, moderation, debate, following, answers, meetings],
    services: [accounts, roll, measures, ballots, desk],
    now: '2026-11-20T08:00:00.000Z',
  })
  await app.signIn('claire')
  const rules = '/liste-de-participation/regles'
  const rule = (await app.post(rules, { name: 'Habitants', explanation: 'Qui vit ici décide.', residence: 'verified' })).headers.get(
    'location',
  )!
  await app.post(`${rule}/publication`)
  const path = (await app.post('/votes', { ...frame, rule: rule.split('/').at(-1)! })).headers.get('location')!.replace('/conduite', '')
  await app.post(`${path}/secret/preparation`, { authority: 'Le centre', trustees: 'Mme Roux\nM. Petit', needed: '2', codes: '4' })
  const shown = keysIn(await app.text(`${path}/secret/preparation`))
  expect(shown).toHaveLength(2)
  const old = 'a-link-handed-out-22-c'
  await app.owner.pool.query("update ballots.trustee set key_digest = encode(sha256(convert_to($1, 'UTF8')), 'hex') where number = 1", [
    old,
  ])
  await app.signIn(null)
  expect(await app.text(`${path}/secret/gardien?cle=${old}`)).toContain('Mme Roux, votre clé')
  expect(await app.text(`${path}/secret/gardien?cle=${shown[1]}`)).toContain('M. Petit, votre clé')
  expect((await app.get(`${path}/secret/gardien?cle=${shown[0]}`)).status).toBe(404)
  await app.signIn('claire')
  const page = await app.text(`${path}/secret/preparation`)
  expect(page).toContain('lien déjà remis')
  expect(keysIn(page)).toEqual([shown[1]])
})
