import { expect, test } from 'vitest'
import { sql } from '#kernel/db'
import { defineService } from '#kernel/service'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { debate } from './index.ts'
import { debateRoutes } from './debateRoutes.tsx'
import { supportArgument } from './queries/supportArgument.ts'
import { fileArgument } from './queries/writeArgument.ts'

/** A service with one open and one closed subject. Amina and Karim support it. */
const park = defineService({
  id: 'park',
  path: '/parc',
  title: { fr: 'Le parc', en: 'The park' },
  personalData: 'none',
  routes: debateRoutes({
    base: '/parc/:place/debat',
    subjectOf: async c => {
      const place = c.req.param('place')
      return place === '1' || place === '2'
        ? { key: `place:${place}`, title: 'Rouvrir le parc', url: `/parc/${place}`, isOpen: place === '1' }
        : null
    },
    sideOf: async (_world, _subject, person) => (/0000000000(01|12)$/.test(person) ? 'supporter' : 'other'),
  }),
})
const start = () => startApp({ engines: [paper, moderation, debate], services: [park], now: '2026-11-03T09:00:00Z' })

const file = async (app: TestApp, who: Parameters<TestApp['signIn']>[0], fields: Record<string, string>) => {
  await app.signIn(who)
  const filed = await app.post('/parc/1/debat', { stance: 'for', ...fields })
  expect(filed.status).toBe(303)
  return filed.headers.get('location')!
}
const count = async (app: TestApp, table: string) => Number((await app.owner.pool.query(`select count(*) from ${table}`)).rows[0].count)

test('residents argue, quote a source, reply, and mark what helps to think', async () => {
  const app = await start()
  const path = await file(app, 'amina', {
    text: 'Le parc du soir <b>aide</b> les familles.\n\nIl fait frais sous les arbres.',
    sourceUrl1: 'https://www.insee.fr/etude',
    sourceTitle1: 'Étude & "chiffres"',
  })
  await app.signIn('louis')
  expect((await app.post(`${path}/reponses`, { text: 'Qui ferme la grille ?' })).status).toBe(303)
  expect((await app.post(`${path}/appui`, { quality: 'taught', back: '/parc/1/debat?voir=pour' })).headers.get('location')).toBe(
    `/parc/1/debat?voir=pour#a${path.split('/').at(-1)}`,
  )
  await app.signIn(null)
  const list = await app.text('/parc/1/debat')
  expect(list).toContain('Le parc du soir &lt;b>aide')
  expect(list).toContain('href="https://www.insee.fr/etude"')
  expect(list).toContain('Étude &amp; &quot;chiffres')
  expect(list).toContain('Qui ferme la grille')
  expect(list).toContain('1 appui')
  expect(list).toContain('Amina Belkacem')
  const alone = await app.text(path)
  expect(alone).toContain('M’apprend quelque chose : 1.')
  expect(alone).toContain('1 autre.')
})

test('an author edits, every version stays readable; then withdraws, and the trace stays', async () => {
  const app = await start()
  const path = await file(app, 'amina', { text: 'Le parc ouvre trop tard le matin.' })
  expect((await app.post(`${path}/modifier`, { text: 'Le parc ouvre trop tard, sauf l’été.' })).status).toBe(303)
  const versions = await app.text(`${path}/versions`)
  expect(versions).toContain('trop tard le matin')
  expect(versions).toContain('sauf l’été')

  await app.signIn('louis')
  expect((await app.post(`${path}/modifier`, { text: 'Le parc ouvre à minuit, na.' })).status).toBe(403)
  expect((await app.post(`${path}/retrait`)).status).toBe(403)
  await app.post(`${path}/reponses`, { text: 'Je suis d’accord.' })
  await app.signIn('amina')
  expect((await app.post(`${path}/retrait`)).status).toBe(303)
  await app.signIn('louis')
  const page = await app.text(path)
  expect(page).toContain('Retiré par son auteur')
  expect(page).toContain('Je suis d’accord')
  expect(page).not.toContain('sauf l’été')
  expect((await app.get(`${path}/versions`)).status).toBe(404)
  expect((await app.post(`${path}/appui`, { quality: 'argued' })).status).toBe(409)
})

test('a mark counts once, however it is sent, and can be taken back', async () => {
  const app = await start()
  const path = await file(app, 'amina', { text: 'Le parc rend service aux écoles.' })
  expect((await app.post(`${path}/appui`, { quality: 'argued' })).status).toBe(409)
  await app.signIn('louis')
  const answers = await Promise.all(
    ['argued', 'argued', 'argued', 'sourced', 'argued', 'taught'].map(quality => app.post(`${path}/appui`, { quality })),
  )
  expect(answers.map(answer => answer.status)).toEqual(answers.map(() => 303))
  expect(await count(app, 'debate.support')).toBe(1)
  const { rows } = await app.owner.pool.query('select argued + sourced + taught as marks, supporters, others from debate.tally')
  expect(rows).toEqual([{ marks: 1, supporters: 0, others: 1 }])
  expect(await count(app, "journal.entry where event = 'argument.supported'")).toBe(1)

  await app.signIn('karim')
  await app.post(`${path}/appui`, { quality: 'sourced' })
  expect((await app.owner.pool.query('select supporters, others from debate.tally')).rows).toEqual([{ supporters: 1, others: 1 }])
  await app.post(`${path}/appui/retrait`)
  await app.post(`${path}/appui/retrait`)
  expect((await app.owner.pool.query('select supporters, others from debate.tally')).rows).toEqual([{ supporters: 0, others: 1 }])
  expect(await count(app, "journal.entry where event = 'argument.unsupported'")).toBe(1)
})

test('the town hall says where it answered a question', async () => {
  const app = await start()
  const path = await file(app, 'amina', { stance: 'question', text: 'Combien coûte l’éclairage du parc ?' })
  expect((await app.post(`${path}/reponse-officielle`, { url: '/mesures/3' })).status).toBe(403)
  await app.signIn('claire')
  expect((await app.post(`${path}/reponse-officielle`, { url: 'javascript:alert(1)' })).status).toBe(422)
  expect((await app.post(`${path}/reponse-officielle`, { url: '/mesures/3' })).status).toBe(303)
  await app.signIn(null)
  const page = await app.text('/parc/1/debat?voir=questions')
  expect(page).toContain('La mairie a répondu')
  expect(page).toContain('href="/mesures/3"')
})

test('hostile forms are answered in words, and nothing they carry is run', async () => {
  const app = await start()
  await app.signIn('amina')
  const cases: [Record<string, string | string[]>, number][] = [
    [{}, 422],
    [{ stance: 'for', text: 'x'.repeat(300_000) }, 422],
    [{ stance: ['for', 'against'], text: 'Deux avis à la fois, voilà.' }, 422],
    [{ stance: 'for', text: ['un texte assez long', 'un autre texte'] }, 422],
    [{ stance: 'for', text: 'Une adresse piégée ici.', sourceUrl1: 'javascript:alert(document.cookie)' }, 422],
    [{ stance: "for'; drop table debate.argument; --", text: 'Une apostrophe de trop.' }, 422],
    [{ stance: 'for', text: '<script>alert(1)</script><img src=x onerror=alert(2)> \u0000\u202e\ud800 fin' }, 303],
    [{ stance: 'for', text: "'; drop table debate.argument; --", sourceUrl1: 'https://exemple.fr/"><script>alert(3)</script>' }, 303],
    [{ stance: 'for', text: '{n, plural, other {#}} %s ${alert(4)}', constructor: 'x', __proto__: 'y' }, 303],
  ]
  for (const [fields, status] of cases) {
    const answer = await app.post('/parc/1/debat', fields)
    expect([JSON.stringify(fields).slice(0, 80), answer.status]).toEqual([JSON.stringify(fields).slice(0, 80), status])
    if (status === 422) expect(await answer.text()).not.toMatch(/<script>alert|href="javascript/)
  }
  const page = await app.text('/parc/1/debat')
  expect(page).toContain('&lt;script>alert(1)')
  expect(page).not.toMatch(/<script>alert|<img src=x|href="javascript/)
  for (const path of ['/parc/1/debat/999999999999999999', '/parc/3/debat', '/parc/1/debat/0', '/parc/1/debat/abc', "/parc/1/debat/1'--"])
    expect((await app.get(path)).status).toBe(404)
  expect((await app.get('/parc/1/debat?voir=%00&ordre=%ff&page=-1')).status).toBe(200)
  const elsewhere = await app.post(
    '/parc/1/debat',
    { stance: 'for', text: 'Envoyé d’un autre site.' },
    { origin: 'https://mechant.example', 'sec-fetch-site': 'cross-site' },
  )
  expect(elsewhere.status).toBe(403)
})

test('a closed debate is read and marked, not lengthened; an argument belongs to its subject', async () => {
  const app = await start()
  const path = await file(app, 'amina', { text: 'Le parc rend service aux écoles.' })
  const closed = await app.post('/parc/2/debat', { stance: 'for', text: 'Trop tard pour le dire ici.' })
  expect(closed.status).toBe(409)
  expect(await closed.text()).toContain('Trop tard pour le dire ici.')
  expect((await app.get(path.replace('/1/', '/2/'))).status).toBe(404)
})

test('a reply is answered at its argument only, and the database says so too', async () => {
  const app = await start()
  const path = await file(app, 'amina', { text: 'Le parc rend service aux écoles.' })
  const reply = (await app.post(`${path}/reponses`, { text: 'Et aux retraités.' })).headers.get('location')!.split('#a')[1]!
  expect((await app.post(`/parc/1/debat/${reply}/reponses`, { text: 'Encore un étage.' })).status).toBe(409)
  const deeper = app.inWorld(async world => {
    await sql`insert into debate.argument (body_id, subject, stance, parent_id, text, filed_at) values (1, 'place:1', 'reply', ${reply}, 'Trop bas', now())`.execute(
      world.db,
    )
  })
  await expect(deeper).rejects.toThrow(/foreign key/)
})

test('publishing too fast is refused in words, and what was typed is kept', async () => {
  const app = await start()
  for (let n = 0; n < 20; n += 1) await file(app, 'amina', { text: `Un argument de plus, le numéro ${n}.` })
  const refused = await app.post('/parc/1/debat', { stance: 'for', text: 'Le vingt et unième de l’heure.' })
  expect(refused.status).toBe(429)
  const page = await refused.text()
  expect(page).toContain('Le vingt et unième de l’heure.')
  expect(page).toContain('11\u00a0h')
  app.clock = new Date('2026-11-03T10:00:01Z')
  expect((await app.post('/parc/1/debat', { stance: 'for', text: 'Une heure plus tard, posément.' })).status).toBe(303)
})

test('erasing a person leaves the thread, without the name or the marks', async () => {
  const app = await start()
  const path = await file(app, 'amina', { text: 'Le parc rend service aux écoles.' })
  const other = await file(app, 'louis', { stance: 'against', text: 'Il fait du bruit le soir.' })
  await app.signIn('amina')
  await app.post(`${other}/appui`, { quality: 'argued' })
  await app.inWorld(world => debate.personalData.erase(world, '00000000-0000-4000-8000-000000000001'))
  const page = await app.text(path)
  expect(page).toContain('rend service aux écoles')
  expect(await count(app, 'debate.support')).toBe(0)
  expect((await app.owner.pool.query('select sum(argued)::int as argued from debate.tally')).rows[0].argued).toBe(0)
  await app.signIn(null)
  expect(await app.text(path)).not.toContain('Amina')
})

test('eight people at once mark one argument: eight are counted', async () => {
  const app = await start()
  const path = await file(app, 'amina', { text: 'Le parc rend service aux écoles.' })
  const argument = path.split('/').at(-1)!
  const people = (['louis', 'nour', 'mathilde', 'helene', 'jeanne', 'karim', 'sophie', 'paul'] as const).map(name => cast[name].id)
  await Promise.all(
    people.map((personId, n) =>
      app.inWorld(world =>
        supportArgument(world, { subject: 'place:1', argument, personId, quality: 'argued', side: n % 2 ? 'supporter' : 'other' }),
      ),
    ),
  )
  expect((await app.owner.pool.query('select argued, supporters, others from debate.tally')).rows).toEqual([
    { argued: 8, supporters: 4, others: 4 },
  ])
})

test('thirty texts at once: the pace of the hour lets twenty through', async () => {
  const app = await start()
  await app.signIn('amina')
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, n) => app.post('/parc/1/debat', { stance: 'for', text: `Un argument parmi trente, le numéro ${n}.` })),
  )
  expect(answers.filter(answer => answer.status === 303).length).toBe(20)
  expect(answers.filter(answer => answer.status === 429).length).toBe(10)
  expect(await count(app, 'debate.argument')).toBe(20)
})

test('what a newcomer wrote on paper was read at the desk: it appears at once, and says who keyed it in', async () => {
  const app = await start()
  const place = { subject: 'place:1', title: 'Rouvrir le parc', url: '/parc/1/debat' }
  const { id } = await app.inWorld(async world => {
    const onBehalf = { keyedBy: cast.claire.id, keyedByName: cast.claire.name, channel: 'paper', form: '4K7R29' } as const
    const actor = { ...(await app.actorOf('nour')), onBehalf }
    return fileArgument({ ...world, actor }, place, {
      stance: 'for',
      text: 'Écrit à la main, au marché.',
      sources: [],
      personId: cast.nour.id,
    })
  })
  const page = await app.text(`/parc/1/debat/${id}`)
  expect(page).toContain('Écrit à la main')
  expect(page).toContain(cast.nour.name)
  expect(page).toContain(cast.claire.name)
})
