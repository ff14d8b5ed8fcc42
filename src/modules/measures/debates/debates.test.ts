import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { decide, moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { startApp } from '#kernel/testing'
import { measures } from '../index.ts'

const engines = [paper, moderation, debate, following, answers, meetings]

test('the demonstration shows a believable debate, one post that waits, one hidden and contested', async () => {
  const app = await startApp({ engines, services: [measures], demo: true })
  const { rows } = await app.owner.pool.query("select id from measures.measure where number = '1.2' and body_id = 1")
  const path = `/mesures/${rows[0].id}/debat`
  const page = await app.text(path)
  expect(page).toContain('Une cuisine près des écoles')
  expect(page).toContain('href="https://ma-cantine.agriculture.gouv.fr/"')
  expect(page).toContain('modifié 1 fois')
  expect(await app.text(`${path}?voir=questions`)).not.toContain('allergie')
  await app.signIn('nour')
  expect(await app.text(`${path}?voir=questions`)).toContain('allergie')

  const { rows: counts } = await app.owner.pool.query(`select
    (select count(*)::int from moderation.content where state = 'held') as held,
    (select count(*)::int from moderation.content where state = 'hidden') as hidden,
    (select count(*)::int from moderation.appeal where outcome is null) as appeals,
    (select count(*)::int from moderation.report where settled_by is null) as reports`)
  expect(counts).toEqual([{ held: 1, hidden: 1, appeals: 1, reports: 1 }])
  const { rows: tally } = await app.owner.pool.query(`select count(*)::int as wrong from debate.tally t where supporters + others <>
    (select count(*) from debate.support s where s.body_id = t.body_id and s.argument_id = t.argument_id)`)
  expect(tally).toEqual([{ wrong: 0 }])
})

test('a mark says on which side of the measure its giver stands', async () => {
  const app = await startApp({ engines, services: [measures], demo: true })
  const { rows } = await app.owner.pool.query(`select a.id, split_part(a.subject, ':', 2) as measure from debate.argument a
    where a.text like 'Les mêmes cuisiniers%'`)
  const { id, measure } = rows[0]
  await app.owner.pool.query('delete from debate.support where argument_id = $1', [id])
  for (const name of ['amina', 'claire'] as const) {
    await app.signIn(name)
    await app.owner.pool.query(
      "delete from measures.support where measure_id = $1 and person_id in (select id from kernel.person where name like 'Claire%')",
      [measure],
    )
    expect((await app.post(`/mesures/${measure}/debat/${id}/appui`, { quality: 'taught' })).status).toBe(303)
  }
  expect((await app.owner.pool.query('select supporters, others from debate.tally where argument_id = $1', [id])).rows).toEqual([
    { supporters: 1, others: 1 },
  ])
  expect((await app.get('/mesures/999999/debat')).status).toBe(404)
  expect((await app.get(`/mesures/${measure}/amendements/999999/debat`)).status).toBe(404)
})

test('who asked is told when somebody replies, when the town hall answers, and when their words are hidden', async () => {
  const app = await startApp({ engines, services: [measures], demo: true })
  const { rows } = await app.owner.pool.query("select id from measures.measure where number = '1.4' and body_id = 1")
  await app.settle()
  await app.owner.pool.query('delete from following.notification')
  await app.signIn('amina')
  const path = (
    await app.post(`/mesures/${rows[0].id}/debat`, { stance: 'question', text: 'Le bus passera-t-il le dimanche ?' })
  ).headers.get('location')!
  await app.signIn('louis')
  await app.post(`${path}/reponses`, { text: 'Je me le demande aussi.' })
  await app.signIn('claire')
  await app.post(`${path}/reponse-officielle`, { url: '/mesures' })
  await app.inWorld(async world => {
    const actor = await app.actorOf('claire')
    await decide({ ...world, actor }, `argument:${path.split('/').at(-1)}`, { act: 'hidden', ruleNumber: 4, reason: 'Hors du sujet.' })
  })
  await app.settle()
  const { rows: told } = await app.owner.pool
    .query(`select n.what ->> 'fr' as what from following.notification n join kernel.person p on p.id = n.person_id
    where p.name like 'Amina%' and n.subject like 'argument:%' order by n.event`)
  expect(told.map(one => one.what)).toEqual([
    'Quelqu’un a répondu à votre argument.',
    'La mairie a répondu à votre question.',
    'Votre texte a été masqué. Lisez la raison ; vous pouvez demander une seconde lecture.',
  ])
})
