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
import { needs } from '#modules/needs'
import { portal } from '#modules/portal'
import { questions } from '#modules/questions'
import { outcomes } from './index.ts'

const engines = [paper, moderation, debate, following, answers, meetings]
const services = [measures, catalogue, questions, needs, outcomes, portal]
const question = { title: 'Le guichet <ouvrira>-t-il le samedi ?', text: 'Les personnes qui travaillent ne peuvent pas y aller.' }

test(
  'a question is followed from what was said to the answer; when the answer is late, the page says since when',
  { timeout: 60_000 },
  async () => {
    const app = await startApp({ engines, services, now: '2026-09-01T10:00:00Z' })
    expect(await app.text('/vous-avez-dit')).toContain('Rien à montrer pour l’instant')
    await app.signIn('claire')
    const added = await app.post('/services/nouveau', { name: 'Poste', purpose: 'Courrier.', runBy: 'commune', face: 'post' })
    const service = added.headers.get('location')!.split('/').at(-1)!
    const place = `/vous-avez-dit/services/${service}`
    await app.signIn('amina')
    const asked = (await app.post('/questions', { ...question, service })).headers.get('location')!

    const waiting = await app.text(place)
    expect(waiting).toContain('Le guichet &lt;ouvrira>-t-il')
    expect(waiting).toContain('Pas encore décidé')
    expect(waiting).toContain('attendu au plus tard le')
    expect(waiting).not.toContain('en retard')
    expect(waiting).toContain(`href="${asked}"`)
    app.clock = new Date('2027-01-05T10:00:00Z')
    expect(await app.text(place)).toContain('en retard')
    expect(await app.text('/vous-avez-dit?etat=late')).toContain('ouvrira')
    expect(await app.text('/vous-avez-dit?etat=decided')).toContain('Aucun fil à cet endroit')

    await app.signIn('claire')
    await app.post('/reponses/1/reponse', {
      verdict: 'taken-up',
      text: 'Oui, le guichet ouvre dès **mars**.',
      signedFunction: 'Responsable',
    })
    const decided = await app.text(place)
    for (const found of ['Repris', 'ouvre dès mars. (Responsable)', 'Pas encore fait.', 'href="/reponses/1"'])
      expect(decided).toContain(found)
    expect(decided).not.toContain('en retard')

    const api = (await (await app.get(`/api/v1/vous-avez-dit?service=${service}`)).json()) as { threads: { standing: string }[] }
    expect(api.threads.map(({ standing }) => standing)).toEqual(['decided'])
    expect(await app.text('/vous-avez-dit/flux.atom')).toContain('ouvrira')
    expect(await app.text('/donnees-ouvertes/vous-avez-dit.csv')).toContain('question:1')
    expect(await app.text(`/services/${service}`)).toContain(`href="${place}"`)
    expect((await app.get(`/vous-avez-dit?service=${service}`)).headers.get('location')).toBe(place)
    expect((await app.get('/vous-avez-dit/services/999')).status).toBe(404)
    expect((await app.get('/vous-avez-dit/mesures/999')).status).toBe(404)
  },
)

test(
  'the demonstration shows threads of every room: refused, done, measured; pages share them out and lose none',
  { timeout: 120_000 },
  async () => {
    const app = await startApp({ engines, services, demo: true })
    const titles = new Set<string>()
    let pages = 0
    for (let n = 1; ; n += 1) {
      const html = await app.text(`/vous-avez-dit?page=${n}`)
      const found = [...html.matchAll(/<article class="section" id="([^"]+)"/g)].map(([, id]) => id!)
      if (found.length === 0) break
      pages = n
      for (const id of found) {
        expect(titles.has(id)).toBe(false)
        titles.add(id)
      }
    }
    const all = (await (await app.get('/api/v1/vous-avez-dit')).json()) as { threads: { id: string; standing: string }[] }
    expect(pages).toBeGreaterThan(1)
    expect(titles.size).toBe(all.threads.length)
    expect(new Set(all.threads.map(({ id }) => id.split(':')[0]))).toEqual(
      new Set(['amendment', 'measure', 'measure-proposal', 'need', 'question']),
    )
    expect(new Set(all.threads.map(({ standing }) => standing))).toEqual(
      new Set(['late', 'waiting', 'decided', 'done', 'measured', 'refused']),
    )
    const { rows } = await app.owner.pool.query(`select measure_id from needs.offspring where measure_id is not null`)
    expect(await app.text(`/vous-avez-dit/mesures/${rows[0]?.measure_id}`)).toContain('L’agence ferme avant le retour du train')
  },
)
