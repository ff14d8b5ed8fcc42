import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { startApp } from '#kernel/testing'
import { catalogue } from '#modules/catalogue'
import { measures } from '#modules/measures'
import { questions } from './index.ts'

const engines = [paper, moderation, debate, following, answers, meetings]

test('a question names the service it is about, from the form to its page', async () => {
  const app = await startApp({ engines, services: [measures, catalogue, questions], now: '2026-11-23T10:00:00Z' })
  await app.signIn('claire')
  const added = await app.post('/services/nouveau', { name: 'Agence <postale>', purpose: 'Courrier.', runBy: 'commune', face: 'post' })
  const path = added.headers.get('location')!
  const id = path.split('/').at(-1)!
  const link = `<a href="${path}">Agence &lt;postale>`

  await app.signIn('amina')
  expect(await app.text(`/questions/nouvelle?service=${id}`)).toContain(link)
  for (const none of ['999', 'x', '']) {
    const form = await app.get(`/questions/nouvelle?service=${none}`)
    expect([form.status, (await form.text()).includes('/services/')]).toEqual([200, false])
  }
  const short = await app.post('/questions', { title: 'Court', text: 'Court', service: id })
  expect([short.status, (await short.text()).includes(link)]).toEqual([422, true])
  const question = { title: 'Le guichet ouvrira-t-il le samedi ?', text: 'Les personnes qui travaillent ne peuvent pas y aller.' }
  const asked = await app.post('/questions', { ...question, service: id })
  expect(await app.text(asked.headers.get('location')!)).toContain(link)
  const elsewhere = await app.post('/questions', { ...question, service: '999' })
  expect(await app.text(elsewhere.headers.get('location')!)).not.toContain('Au sujet du service')
})
