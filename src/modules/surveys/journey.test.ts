import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openStorage } from '#kernel/files'
import { questionnaireOf, recordResponse } from '#engines/surveys'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { engines, services } from '../../services.ts'

beforeAll(async () => openStorage({ folder: await mkdtemp(join(tmpdir(), 'yvette-surveys-')) }))

const start = (demo = false) => startApp({ engines, services, demo, now: '2026-11-02T09:00:00Z' })

/** A browser that keeps the token it was given. */
const browserOf = (app: TestApp) => {
  let token = ''
  const remember = (response: Response) => {
    const given = /yvette\.appareil=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0]
    if (given) token = given
    return response
  }
  return {
    get: async (path: string) => remember(await app.get(path, { cookie: token })),
    post: async (path: string, fields: Record<string, string | readonly string[]> = {}) =>
      remember(await app.post(path, fields, { cookie: token })),
    text: async (path: string) => (await app.get(path, { cookie: token })).text(),
  }
}
const words = {
  title: 'De quoi avez-vous besoin à la bibliothèque ?',
  purpose: `Choisir les horaires de l’an prochain. ${'Et bien d’autres choses encore. '.repeat(60)}`,
  askedBy: 'Service culturel',
  followUp: 'Une décision au conseil de janvier, dite ici.',
  audience: 'anyone',
  closesOn: '2026-11-30',
}
/** Prepares a survey on the template of needs and opens it; returns its path. */
const opened = async (app: TestApp, changed: Partial<typeof words> = {}) => {
  await app.signIn('claire')
  const begun = await app.post('/enquetes', { title: words.title, template: 'needs' })
  expect(begun.status).toBe(303)
  const path = (begun.headers.get('location') ?? '').replace('/presentation', '')
  expect((await app.post(`${path}/presentation`, { ...words, ...changed })).status).toBe(303)
  expect(await app.text(`${path}/gestion`)).toContain('Tout est prêt')
  expect((await app.post(`${path}/ouverture`)).status).toBe(303)
  return path
}
const aboutYou = { age: 'age_45_59', sex: 'sex_f' }

test('anyone answers page by page, comes back on another device, and answers once', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app)
  await app.signIn(null)
  const phone = browserOf(app)
  expect(await phone.text(path)).toContain('Service culturel')
  expect((await phone.post(`${path}/debut`)).headers.get('location')).toBe(`${path}/reponse/use`)
  expect(await phone.text(`${path}/reponse/use`)).toContain('Page 1 sur 3')

  // A required question left empty is said, and what was typed is kept.
  const refused = await phone.post(`${path}/reponse/use`, { uses: '' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Répondez à cette question.')

  // The answer brings up a question of the same page: it is asked before going on.
  const never = { uses: 'never', _seen: 'uses' }
  expect((await phone.post(`${path}/reponse/use`, never)).headers.get('location')).toBe(`${path}/reponse/use`)
  expect(await phone.text(`${path}/reponse/use`)).toContain('Qu’est-ce qui vous en empêche ?')
  await phone.post(`${path}/reponse/use`, {
    ...never,
    _seen: 'uses obstacles',
    obstacles: ['hours', 'other'],
    'obstacles.other': 'Le <bus>',
  })
  await phone.post(`${path}/reponse/needs`, { 'priorities.1': 'hours', _go: 'later' })
  const code = /[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(await phone.text(`${path}/plus-tard`))?.[0] ?? ''
  expect(code).not.toBe('')

  // Elsewhere, the code brings everything back; a wrong one does not.
  const computer = browserOf(app)
  expect((await computer.post(`${path}/reprise`, { code: 'ZZZZZ-ZZZZZ' })).status).toBe(422)
  expect((await computer.post(`${path}/reprise`, { code: code.toLowerCase() })).headers.get('location')).toBe(`${path}/reponse/needs`)
  expect(await computer.text(`${path}/reponse/needs`)).toMatch(/value="hours" selected|selected[^>]*value="hours"/)
  await computer.post(`${path}/reponse/needs`, { 'priorities.1': 'hours', words: 'Merci' })
  await computer.post(`${path}/reponse/you`, aboutYou)
  const review = await computer.text(`${path}/relecture`)
  expect(review).toContain('Le &lt;bus>')
  expect(review).toContain('1. Les horaires')
  const sent = await computer.post(`${path}/envoi`)
  expect(sent.headers.get('location')).toMatch(/merci\?recu=/)
  expect(await computer.text(sent.headers.get('location') ?? '')).toContain('Votre réponse est comptée.')
  expect((await computer.post(`${path}/envoi`)).status).toBe(409)
  expect((await computer.post(`${path}/debut`)).status).toBe(409)
  expect(await computer.text(path)).toContain('Vous avez déjà répondu')

  const { rows } = await app.owner.pool.query('select answers, channel from questionnaires.response')
  expect(rows).toEqual([
    {
      channel: 'screen',
      answers: {
        uses: 'never',
        obstacles: ['hours', 'other'],
        'obstacles.other': 'Le <bus>',
        priorities: ['hours'],
        words: 'Merci',
        age: 'age_45_59',
        sex: 'sex_f',
      },
    },
  ])
})

test('an answer changed on the way back drops what its condition had opened', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app)
  await app.signIn(null)
  const browser = browserOf(app)
  await browser.post(`${path}/debut`)
  await browser.post(`${path}/reponse/use`, { uses: 'never', obstacles: 'distance' })
  await browser.post(`${path}/reponse/use`, { uses: 'often' })
  await browser.post(`${path}/reponse/needs`, {})
  await browser.post(`${path}/reponse/you`, {})
  await browser.post(`${path}/envoi`)
  const { rows } = await app.owner.pool.query('select answers from questionnaires.response')
  expect(rows).toEqual([{ answers: { uses: 'often' } }])
})

test('verified residents answer once, and nothing leads from them to what they said', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app, { audience: 'verified' })
  await app.signIn(null)
  expect((await app.post(`${path}/debut`)).headers.get('location')).toContain('/connexion')
  await app.signIn('nour')
  expect((await app.post(`${path}/debut`)).status).toBe(403)
  for (const [name, uses] of [
    ['amina', 'often'],
    ['louis', 'never'],
  ] as const) {
    await app.signIn(name)
    await app.post(`${path}/debut`)
    await app.post(`${path}/reponse/use`, { uses })
    await app.post(`${path}/reponse/needs`, {})
    await app.post(`${path}/reponse/you`, {})
    expect((await app.post(`${path}/envoi`)).headers.get('location')).toMatch(/merci/)
    expect((await app.post(`${path}/debut`)).status).toBe(409)
  }
  const { rows: columns } = await app.owner.pool.query(
    `select column_name as name from information_schema.columns where table_schema = 'questionnaires' and table_name = 'response'`,
  )
  expect(columns.map(one => one.name)).not.toContain('person_id')
  const { rows } = await app.owner.pool.query('select person_id from questionnaires.participation')
  expect(rows).toHaveLength(2)
  // What each room holds about Amina says that she answered, and nothing of what she said.
  const exported = await app.inWorld(async world => {
    const room = engines.find(one => one.id === 'questionnaires')
    return room && room.personalData !== 'none' ? room.personalData.export?.(world, (await app.actorOf('amina')).personId ?? '') : null
  })
  expect(JSON.stringify(exported)).toContain('survey:')
  expect(JSON.stringify(exported)).not.toContain('often')
})

test('answers of one person, or one browser, count once where they are counted; erasure forgets who began and who answered', async () => {
  const app = await start()
  const path = await opened(app, { audience: 'verified' })
  const record = (answerer: { person: string } | { device: Buffer }) =>
    app.inWorld(async world => {
      const questionnaire = await questionnaireOf(world, `survey:${path.split('/').at(-1)}`)
      return recordResponse(world, questionnaire!, { answers: {}, channel: 'paper', language: 'fr', answerer })
    })
  for (const answerer of [{ person: cast.amina.id }, { device: Buffer.alloc(16, 7) }]) {
    const recorded = await Promise.all([record(answerer), record(answerer), record(answerer)])
    expect(recorded.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await record(answerer)).toEqual({ ok: false, because: 'already' })
  }
  await app.signIn('louis')
  await app.post(`${path}/debut`)
  await app.post(`${path}/reponse/use`, { uses: 'often' })
  const named = async () =>
    (
      await app.owner.pool.query(
        `select (select count(*)::int from questionnaires.participation) as answered, (select count(*)::int from questionnaires.draft where person_id is not null) as begun,
          (select count(*)::int from questionnaires.response) as responses`,
      )
    ).rows[0]
  expect(await named()).toEqual({ answered: 1, begun: 1, responses: 2 })
  const data = engines.find(one => one.id === 'questionnaires')?.personalData
  for (const { id } of [cast.amina, cast.louis]) await app.inWorld(async world => data && data !== 'none' && data.erase(world, id))
  expect(await named()).toEqual({ answered: 0, begun: 0, responses: 2 })
}, 60_000)

test('a sheet counts when two people read it alike, or a third look settles it', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app)
  const printed = await app.post(`${path}/feuilles`, { count: '3', language: 'fr' })
  const sheets = await app.text(printed.headers.get('location') ?? '')
  expect(sheets).toContain('Feuille n° 3')
  expect(sheets).toContain('Répondez si vous avez répondu « Non, jamais » à la question 1')
  const code = /[0-9A-HJKMNP-TV-Z]{6}/.exec(/sheet__code[^]*?<strong>([^<]+)/.exec(sheets)?.[1] ?? '')?.[0] ?? ''
  expect((await app.get(`${path}/feuilles?code=${code.toLowerCase()}`)).headers.get('location')).toBe(`${path}/feuilles/1/saisie`)

  expect((await app.get(`${path}/feuilles?code=000000`)).status).toBe(422)

  const first = { uses: 'often', 'priorities.1': 'hours', age: 'age_60_74' }
  expect((await app.post(`${path}/feuilles/1/saisie`, first)).status).toBe(303)
  expect(await (await app.post(`${path}/feuilles/1/saisie`, first)).text()).toContain('revient à quelqu’un d’autre')
  await app.post(`${path}/feuilles/2/saisie`, first)
  await app.signIn('helene')
  expect((await app.post(`${path}/feuilles/2/saisie`, first)).headers.get('location')).toBe(`${path}/feuilles`)
  expect((await app.post(`${path}/feuilles/1/saisie`, { ...first, uses: 'never' })).headers.get('location')).toBe(
    `${path}/feuilles/1/ecarts`,
  )
  const differences = await app.text(`${path}/feuilles/1/ecarts`)
  expect(differences).toContain('Oui, au moins une fois par mois')
  expect(differences).toContain('Non, jamais')
  expect(differences).not.toContain('Que faut-il améliorer d’abord')
  await app.post(`${path}/feuilles/1/ecarts`, { uses: 'often' })
  expect((await app.post(`${path}/feuilles/1/ecarts`, { uses: 'often' })).status).toBe(409)
  expect((await app.post(`${path}/feuilles/3/ecart`, { reason: 'Illisible, prise par la pluie.' })).status).toBe(303)
  const { rows } = await app.owner.pool.query('select sheet, answers, channel from questionnaires.response order by sheet')
  const read = { uses: 'often', priorities: ['hours'], age: 'age_60_74' }
  expect(rows).toEqual([
    { sheet: 1, answers: read, channel: 'paper' },
    { sheet: 2, answers: read, channel: 'paper' },
  ])
})

test('the tablet of the counter serves one person after another', { timeout: 60_000 }, async () => {
  const app = await start()
  const path = await opened(app)
  const tablet = /href="([^"]*\?borne=[^"]+)"/.exec(await app.text(`${path}/gestion`))?.[1] ?? ''
  const query = tablet.slice(tablet.indexOf('?'))
  await app.signIn(null)
  const browser = browserOf(app)
  for (const uses of ['often', 'sometimes']) {
    await browser.post(`${path}/debut${query}`)
    await browser.post(`${path}/reponse/use${query}`, { uses })
    await browser.post(`${path}/reponse/needs${query}`, {})
    await browser.post(`${path}/reponse/you${query}`, {})
    const sent = await browser.post(`${path}/envoi${query}`)
    expect(await browser.text(sent.headers.get('location') ?? '')).toContain('Personne suivante')
  }
  const { rows } = await app.owner.pool.query('select channel, count(*)::int as n from questionnaires.response group by channel')
  expect(rows).toEqual([{ channel: 'counter', n: 2 }])
})

test('questions are written without script, and frozen when the survey opens', { timeout: 60_000 }, async () => {
  const app = await start()
  await app.signIn('claire')
  const begun = await app.post('/enquetes', { title: 'Quand se réunir ?', template: 'blank' })
  const path = (begun.headers.get('location') ?? '').replace('/presentation', '')
  await app.post(`${path}/presentation`, words)
  expect(await app.text(`${path}/gestion`)).toContain('Aucune question')
  const asked = await app.post(`${path}/questions`, { section: 'first', kind: 'one', label: 'Venez-vous ?' })
  expect(asked.headers.get('location')).toBe(`${path}/questions/venez_vous`)
  await app.post(`${path}/questions/venez_vous`, { label: 'Venez-vous ?', options: 'Oui\nNon\nPeut-être', required: 'oui' })
  await app.post(`${path}/questions`, { section: 'first', kind: 'long', label: 'Pourquoi ?' })
  await app.post(`${path}/questions/pourquoi/condition`, { match: 'all', question1: 'venez_vous', is1: 'same', answer1: 'venez_vous:no' })
  expect(await app.text(`${path}/questions`)).toContain('Répondez si vous avez répondu « Non » à la question 1')
  expect((await app.post(`${path}/questions/venez_vous/condition`, { question1: 'pourquoi', is1: 'answered' })).status).toBe(422)
  expect((await app.post(`${path}/questions/venez_vous/geste`, { act: 'remove' })).status).toBe(409)
  await app.post(`${path}/questions/pourquoi/geste`, { act: 'duplicate' })
  await app.post(`${path}/questions/pourquoi_2/geste`, { act: 'remove' })
  await app.post(`${path}/langues`, { language: 'ar' })
  await app.post(`${path}/traduction/ar`, { _title: 'متى نجتمع؟', venez_vous: 'هل تأتي؟', 'venez_vous.options': 'نعم\nلا' })
  expect((await app.post(`${path}/traduction/ar`, { 'venez_vous.options': 'a\nb\nc\nd' })).status).toBe(422)

  // A trial counts nothing.
  await app.post(`${path}/debut`, { _language: 'ar' })
  const page = await app.text(`${path}/reponse/first`)
  expect(page).toContain('dir="rtl"')
  expect(page).toContain('Ceci est un essai')
  await app.post(`${path}/reponse/first`, { venez_vous: 'yes' })
  expect(await app.text((await app.post(`${path}/envoi`)).headers.get('location') ?? '')).toContain('Essai terminé')

  expect((await app.post(`${path}/ouverture`)).status).toBe(303)
  expect((await app.post(`${path}/questions`, { section: 'first', kind: 'date', label: 'Quel jour ?' })).status).toBe(409)
  const question = { label: 'Viendrez-vous ?', options: 'Oui\nNon\nPeut-être' }
  expect((await app.post(`${path}/questions/venez_vous`, question)).status).toBe(422)
  expect((await app.post(`${path}/questions/venez_vous`, { ...question, reason: 'Le futur est plus clair.' })).status).toBe(303)
  expect((await app.post(`${path}/questions/venez_vous`, { ...question, options: 'Oui\nNon', reason: 'Plus court.' })).status).toBe(422)
  const { rows } = await app.owner.pool.query('select version, reason from questionnaires.version order by version')
  expect(rows).toEqual([
    { version: 1, reason: '' },
    { version: 2, reason: 'Le futur est plus clair.' },
  ])
  const { rows: counted } = await app.owner.pool.query('select from questionnaires.response')
  expect(counted).toHaveLength(0)
})

test('results come out once closed, with crossings, and answers are exported in parts', { timeout: 120_000 }, async () => {
  const app = await start(true)
  await app.signIn('claire')
  const list = await app.text('/enquetes')
  const open = /href="(\/enquetes\/\d+)"[^>]*>De quoi avez-vous besoin/.exec(list)?.[1] ?? ''
  expect((await app.post(`${open}/publication`)).status).toBe(409)
  expect(await app.text(`${open}/feuilles`)).toContain('écarts à trancher')
  await app.post(`${open}/cloture`)
  expect((await app.post(`${open}/feuilles/1/saisie`, { uses: 'often' })).status).toBe(409)
  expect((await app.post(`${open}/publication`, { crossing: 'uses×age', remarks: 'Voici.' })).status).toBe(303)
  const results = await app.text(`${open}/resultats`)
  expect(results).toContain('180 réponses')
  expect(results).toContain('Selon : Votre âge')

  await app.post(`${open}/exports`)
  expect(await app.text(`${open}/exports`)).toContain('0 réponses sur 180')
  await app.settle()
  const file = /href="([^"]+\/fichier)"/.exec(await app.text(`${open}/exports`))?.[1] ?? ''
  const csv = await app.text(file)
  expect(csv.trim().split('\n')).toHaveLength(181)
  await app.signIn('amina')
  expect((await app.get(file)).status).toBe(403)
  expect(await app.text(`${open}/dictionnaire`)).toContain('priorities.hours')
})
