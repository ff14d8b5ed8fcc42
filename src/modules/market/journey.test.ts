import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'node-html-parser'
import { beforeAll, expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { booking } from '#engines/booking'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { openStorage } from '#kernel/files'
import { startApp, type TestApp } from '#kernel/testing'
import { catalogue } from '#modules/catalogue'
import { mailbox } from '#modules/mailbox'
import { measures } from '#modules/measures'
import { market } from './index.ts'
import type { Square } from './rules/square.ts'

beforeAll(async () => openStorage({ folder: await mkdtemp(join(tmpdir(), 'yvette-market-')) }))

const rooms = {
  engines: [paper, moderation, debate, following, answers, meetings, booking],
  services: [measures, catalogue, market, mailbox],
}
const followed = async (app: TestApp, path: string, fields: Record<string, string | readonly string[]> = {}) => {
  const answer = await app.post(path, fields)
  if (answer.status !== 303)
    throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).replace(/<[^>]+>/g, ' ').slice(0, 1200)}`)
  return answer.headers.get('location') ?? ''
}
const trader = {
  name: 'Primeurs <Vasseur>',
  family: 'fruit-vegetables',
  products: 'fruits',
  length: '4',
  siret: '',
  email: '',
  phone: '',
  certifier: '',
}

/** A market on Wednesdays with one alley of 12 metres in three pitches, tariffs, and today is a market day. */
const opened = async (method: 'list' | 'draw' = 'list') => {
  const app = await startApp({ ...rooms, now: '2026-11-04T06:00:00Z' })
  await app.owner.pool.query("insert into kernel.instance (kind) values ('demonstration') on conflict do nothing") // or the database keeps its letters to itself
  await app.signIn('claire')
  const keep = await followed(app, '/marche/lieux', {
    name: 'Marché du centre',
    place: 'Place du Marché',
    weekdays: ['3', '6'],
    opens: '07:30',
    closes: '13:00',
    callAt: '08:30',
    method,
    seedRule: method === 'draw' ? 'Trois dés jetés devant tous' : '',
    width: '30',
    height: '20',
    service: '',
  })
  await followed(app, keep.replace('tenue', 'allees'), { name: 'Allée A', x: '2', y: '2', direction: 'across', length: '12' })
  for (const [number, from, hasPower] of [
    ['1', '0', 'oui'],
    ['2', '4', ''],
    ['3', '8', ''],
  ] as const)
    await followed(app, keep.replace('tenue', 'emplacements'), { alley: '1', number, from, length: '4', hasPower })
  for (const [holding, metre] of [
    ['subscriber', '1'],
    ['casual', '1,55'],
  ] as const)
    await followed(app, keep.replace('tenue', 'tarifs'), {
      holding,
      metre,
      least: '4',
      power: '3',
      since: '2026-01-01',
      deliberation: 'Délibération 2025-88',
    })
  return app
}
/** At the desk: a record, accepted, with its papers. */
const addTrader = async (app: TestApp, fields: Record<string, string>, since: string) => {
  const path = await followed(app, '/marche/inscription', { ...trader, ...fields, atDesk: 'oui' })
  await followed(app, `${path}/decision`, { decision: 'accepted', since, reason: '' })
  for (const kind of ['card', 'insurance', 'registration', 'hygiene'])
    await followed(app, `${path}/documents`, { kind, expiresOn: '2027-12-31' })
  return path
}
/** Presses a button of the morning as a page without script does. */
const press = async (app: TestApp, day: string, match: Record<string, string>, fields: Record<string, string> = {}) => {
  const page = parse(await app.text(`/marche/placement/${day}`))
  const form = page
    .querySelectorAll('form[data-act]')
    .find(one => Object.entries(match).every(([name, value]) => one.querySelector(`[name=${name}][value="${value}"]`)))
  if (!form) throw new Error(`No form for ${JSON.stringify(match)}`)
  const known = Object.fromEntries(
    form.querySelectorAll('input[type=hidden]').map(input => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
  )
  return app.post(`/marche/placement/${day}/gestes`, { ...known, ...match, ...fields })
}
const keyOf = async (app: TestApp, name: string): Promise<string> =>
  (await app.owner.pool.query('select key from market.trader where name = $1', [name])).rows[0].key
const send = async (
  app: TestApp,
  day: string,
  device: string,
  acts: readonly object[],
): Promise<{ square: Square; kept: string[]; book: string; last: number }> => {
  const answer = await app.request(`http://localhost/marche/placement/${day}/envois`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
    body: JSON.stringify({ device, acts }),
  })
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer.json()
}

test('a whole morning by forms: subscribers, call, seniority, receipts, cancellation, counted cash', { timeout: 90_000 }, async () => {
  const app = await opened()
  const path = await addTrader(app, { name: 'Primeurs <Vasseur>' }, '2010-01-01')
  await followed(app, `${path}/abonnements/1`, { weekday: '3', alley: '1', from: '0', length: '4', since: '2026-11-01' })
  expect((await app.post(`${path}/abonnements/1`, { weekday: '3', alley: '1', from: '2', length: '4', since: '2026-11-01' })).status).toBe(
    422,
  )
  await addTrader(app, { name: 'Olives', family: 'grocery', length: '4' }, '2020-01-01')
  await addTrader(app, { name: 'Crêpes', family: 'prepared', length: '3,5', needsPower: 'oui', email: 'crepes@exemple.fr' }, '2018-01-01')
  const day = (await app.owner.pool.query("select id from market.day where held_on = '2026-11-04'")).rows[0].id as string

  const board = await app.text(`/marche/placement/${day}`)
  expect(board).toContain('Primeurs &lt;Vasseur>')
  expect(board).toContain('pas encore vu')
  for (const name of ['Olives', 'Crêpes'])
    expect((await press(app, day, { kind: 'presence', state: 'present' }, { trader: await keyOf(app, name) })).status).toBe(303)
  // Crêpes is older: it is called first, and needs the socket that the absent subscriber keeps.
  const waiting = parse(await app.text(`/marche/placement/${day}`)).querySelector('#a-placer')
  expect(waiting?.text.indexOf('Crêpes')).toBeLessThan(waiting?.text.indexOf('Olives') ?? 0)
  expect(waiting?.text).toContain('Aucune place assez longue')
  expect((await press(app, day, { kind: 'release' })).status).toBe(303)
  expect((await press(app, day, { kind: 'place', trader: await keyOf(app, 'Crêpes') })).status).toBe(303)
  // Not the method's place: a reason is asked for, and it becomes public.
  const olives = await keyOf(app, 'Olives')
  const elsewhere = { spot: '1:35:75', trader: olives }
  expect(
    (
      await app.post(`/marche/placement/${day}/gestes`, {
        uid: crypto.randomUUID(),
        kind: 'place',
        trader: olives,
        spot: '1:80:120',
        reason: '',
      })
    ).status,
  ).toBe(422)
  expect(
    (await press(app, day, { kind: 'place', trader: olives }, { ...elsewhere, spot: '1:80:120', reason: 'à l’ombre, pour l’huile' }))
      .status,
  ).toBe(303)
  expect(await app.text(`/marche/jours/${day}`)).toContain('à l’ombre, pour l’huile')

  // Receipts: 3,5 m × 1,55 € = 5,425 € rounds to 5,43 €, and 3 € of electricity.
  const places = await app.text(`/marche/placement/${day}`)
  expect(places).toContain('8,43')
  const uid = parse(places).querySelector('form[data-act=pay] input[name=placing]')?.getAttribute('value') ?? ''
  const twice = { uid: crypto.randomUUID(), kind: 'pay', placing: uid, means: 'cash' }
  expect((await app.post(`/marche/placement/${day}/gestes`, twice)).status).toBe(303)
  expect((await app.post(`/marche/placement/${day}/gestes`, twice)).status).toBe(303) // sent twice: once in the book
  const { rows } = await app.owner.pool.query('select number, cents, device_id from market.receipt order by id')
  expect(rows).toMatchObject([{ number: 1, cents: 843 }])
  const book = rows[0].device_id as string
  const receipt = await app.text(`/marche/jours/${day}/recus/${book}/1`)
  for (const said of ['Val-sur-Yvette', 'mercredi 4 novembre 2026', 'Crêpes', '3,5 m', '1,55', '8,43']) expect(receipt).toContain(said)
  expect((await press(app, day, { kind: 'cancel', receipt: `${book}-1` }, { reason: 'Erreur de moyen' })).status).toBe(303)
  expect((await press(app, day, { kind: 'pay', placing: uid }, { means: 'cheque' })).status).toBe(303)
  const lines = (await app.owner.pool.query('select number, kind, cents, means from market.receipt order by id')).rows
  expect(lines).toEqual([
    { number: 1, kind: 'fee', cents: 843, means: 'cash' },
    { number: 2, kind: 'cancel', cents: -843, means: 'cash' },
    { number: 3, kind: 'fee', cents: 843, means: 'cheque' },
  ])
  await followed(app, `/marche/jours/${day}/comptage`, { book, counted: '0', note: 'Rien en espèces' })
  expect(await app.text(`/marche/jours/${day}/compte`)).toContain('Rien en espèces')
  expect(await app.text('/marche/regie?mois=2026-11')).toContain('8,43')
  const csv = await app.text('/marche/regie.csv?mois=2026-11')
  expect(csv.split('\n')[2]).toContain(',cancel,Crêpes,casual,3.5,1.55,3,-8.43,cash,')

  await app.settle()
  const sent = await app.owner.pool.query(
    "select text from mail.message where address = 'crepes@exemple.fr' and text like '%Total%' order by queued_at",
  )
  expect(sent.rows).toHaveLength(2) // one a receipt, none for the cancellation
  expect(sent.rows[0].text).toContain('3,5 m à 1,55')

  // The public sees traders without their names unless they agreed; nobody else opens the accounts.
  await app.signIn('amina')
  expect(await app.text(`/marche/jours/${day}`)).not.toContain('Crêpes')
  for (const closed of [`/marche/placement/${day}`, `/marche/jours/${day}/compte`, '/marche/regie', '/marche/tenue'])
    expect((await app.get(closed)).status).toBe(403)
  expect((await app.get(`/marche/jours/${day}/recus/${book}/1`)).status).toBe(404)
  await app.signIn(null)
  expect(await app.text('/marche/lieux/1')).toContain('Délibération 2025-88')
})

test('two telephones: each act once whatever the network does, and a clash is for a human to settle', { timeout: 90_000 }, async () => {
  const app = await opened()
  for (const [name, since] of [
    ['Olives', '2020-01-01'],
    ['Savons', '2021-01-01'],
  ] as const)
    await addTrader(app, { name, family: 'grocery', length: '4' }, since)
  const day = (await app.owner.pool.query("select id from market.day where held_on = '2026-11-04'")).rows[0].id as string
  const [olives, savons] = [await keyOf(app, 'Olives'), await keyOf(app, 'Savons')]
  const [square, desk] = [crypto.randomUUID(), crypto.randomUUID()]
  const act = (sequence: number, deed: object) => ({ uid: crypto.randomUUID(), sequence, at: 'horloge fausse', ...deed })
  const place = (trader: string, from: number) => ({
    kind: 'place',
    trader,
    alley: '1',
    from,
    to: from + 40,
    hasPower: false,
    how: 'list',
    reason: '',
  })
  const { book } = await send(app, day, square, [])

  const first = act(1, { kind: 'presence', trader: olives, state: 'present', was: null })
  const second = act(2, place(olives, 0))
  const third = act(3, {
    kind: 'pay',
    placing: second.uid,
    trader: olives,
    holding: 'casual',
    decimetres: 40,
    usesPower: false,
    cents: 620,
    means: 'cash',
    book,
    number: 1,
  })
  // The last comes first: it waits for those it follows.
  expect((await send(app, day, square, [third])).kept).toEqual([])
  // Meanwhile the desk gives the same metres to somebody else.
  const other = act(1, place(savons, 20))
  expect((await send(app, day, desk, [other])).kept).toEqual([other.uid])
  const answer = await send(app, day, square, [second, first, third])
  expect(answer.kept).toEqual([first.uid, second.uid, third.uid])
  expect(await send(app, day, square, [first, second, third])).toEqual(answer)
  expect(answer.square.clashes).toMatchObject([{ kind: 'metres', against: other.uid, act: { uid: second.uid } }])
  expect(answer.square.placings).toHaveLength(1)
  // Six copies at once, in a crowd: still once.
  const late = act(4, { kind: 'presence', trader: savons, state: 'absent', was: 'present' })
  await Promise.all([0, 1, 2, 3, 4, 5].map(() => send(app, day, square, [late]).catch(() => null)))
  expect((await app.owner.pool.query('select count(*)::int as n from market.act where uid = $1', [late.uid])).rows).toEqual([{ n: 1 }])
  // Money was received: the receipt is there, without a place, and shown as such.
  expect(answer.square.receipts).toMatchObject([{ number: 1, cents: 620, trader: olives }])
  expect(await app.text(`/marche/placement/${day}`)).toContain('Reçus sans place')
  expect((await press(app, day, { kind: 'settle', clash: second.uid }, { keep: 'second' })).status).toBe(303)
  const settled = await send(app, day, desk, [])
  expect(settled.square.placings).toMatchObject([{ trader: olives, act: second.uid, from: 0, to: 40 }])
  expect(settled.square.clashes).toEqual([])
  // The database itself refuses two traders on one metre.
  await expect(
    app.owner.pool.query(`insert into market.placing (body_id, day_id, trader_id, alley_id, from_dm, to_dm, has_power, how, act_uid)
      select 1, ${day}, id, 1, 30, 60, false, 'list', 'forced-by-hand' from market.trader where name = 'Savons'`),
  ).rejects.toThrow('one_trader_a_metre')
  await expect(
    app.owner.pool
      .query(`insert into market.receipt (body_id, day_id, device_id, number, kind, trader_id, placing_uid, holding, decimetres, metre_cents, least_cents,
    power_cents, cents, due_cents, means, act_uid, issued_at) select 1, day_id, device_id, 5, kind, trader_id, placing_uid, holding, decimetres, metre_cents, least_cents,
    power_cents, cents, due_cents, means, 'another', issued_at from market.receipt`),
  ).rejects.toThrow('a receipt number is missing before 5')
})

test('the draw of the day: list, digest, chance, order', { timeout: 60_000 }, async () => {
  const app = await opened('draw')
  for (const name of ['Olives', 'Savons', 'Miel']) await addTrader(app, { name, family: 'grocery', length: '4' }, '2020-01-01')
  const day = (await app.owner.pool.query("select id from market.day where held_on = '2026-11-04'")).rows[0].id as string
  for (const name of ['Olives', 'Savons', 'Miel'])
    await press(app, day, { kind: 'presence', state: 'present' }, { trader: await keyOf(app, name) })
  expect((await press(app, day, { kind: 'list' })).status).toBe(303)
  expect((await press(app, day, { kind: 'seed' }, { seed: '', witnesses: '' })).status).toBe(422)
  expect((await press(app, day, { kind: 'seed' }, { seed: '4 2 6', witnesses: 'tous les passagers' })).status).toBe(303)
  const { rows } = await app.owner.pool.query('select inputs, commitment from market.call_list')
  const { drawOrder } = await import('#engines/lot')
  const order = drawOrder({ inputs: rows[0].inputs.split('\n'), seed: '4 2 6' })
  await app.signIn(null)
  const page = await app.text(`/marche/jours/${day}`)
  expect(page).toContain(rows[0].commitment)
  expect(order.map(line => page.indexOf(line.slice(0, 12)))).toEqual(
    order.map(line => page.indexOf(line.slice(0, 12))).toSorted((a, b) => a - b),
  )
})

test(
  'a trader asks, gives papers, is accepted, waits; a subscriber is warned, heard, and contests; a successor is presented',
  { timeout: 90_000 },
  async () => {
    const app = await opened()
    await app.signIn('sophie')
    expect((await app.post('/marche/inscription', { ...trader, siret: '12345678901234' })).status).toBe(422)
    const mine = await followed(app, '/marche/inscription', { ...trader, name: 'Fromages', family: 'cheese', siret: '732 829 320 00074' })
    expect(await app.text(mine)).toContain('Demande envoyée')
    expect((await app.post(`${mine}/decision`, { decision: 'accepted' })).status).toBe(403)
    expect((await app.post(`${mine}/documents`, { kind: 'card', expiresOn: '2027-01-01' })).status).toBe(422)
    await app.signIn('amina')
    expect((await app.get(mine)).status).toBe(404)
    await app.signIn('claire')
    expect((await app.post(`${mine}/decision`, { decision: 'refused', reason: '' })).status).toBe(422)
    await followed(app, `${mine}/decision`, { decision: 'accepted', since: '2015-03-01', reason: '' })
    await app.settle()
    app.clock = new Date('2026-11-05T08:00:00Z') // the first day, the placer looks at the papers
    expect(await app.text(mine)).toContain('Ne peut pas être placé')
    for (const kind of ['card', 'insurance', 'registration', 'hygiene'])
      await followed(app, `${mine}/documents`, { kind, expiresOn: '2027-12-31' })
    expect(await app.text(mine)).toContain('En règle')
    await app.signIn('sophie')
    await followed(app, `${mine}/demandes/1`, { weekday: '3', length: '4' })
    expect((await app.post(`${mine}/demandes/1`, { weekday: '3', length: '4' })).status).toBe(422)
    await app.signIn(null)
    expect(await app.text('/marche/lieux/1')).toContain('avoir une place fixe')
    await app.signIn('claire')
    await followed(app, `${mine}/abonnements/1`, { weekday: '3', alley: '1', from: '0', length: '4', since: '2026-11-01' })

    // A place is not given before whoever waits first, unless the reason is said to all; moving frees the former one.
    await addTrader(app, { name: 'Miel', family: 'grocery', length: '4' }, '2001-01-01')
    await followed(app, '/marche/commercants/2/demandes/1', { weekday: '3', length: '4' })
    const third = await addTrader(app, { name: 'Savons', family: 'crafts', length: '4' }, '2022-01-01')
    const given = { weekday: '3', alley: '1', from: '8', length: '4', since: '2026-12-01', reason: '' }
    expect(await (await app.post(`${third}/abonnements/1`, given)).text()).toContain('Miel passe avant')
    await followed(app, `${third}/abonnements/1`, { ...given, reason: 'Seule place sans odeur de poisson' })
    expect(await app.text('/marche/lieux/1')).toContain('Seule place sans odeur de poisson')
    await followed(app, `${third}/demandes/1`, { weekday: '3', length: '4' })
    await followed(app, `${third}/abonnements/1`, { ...given, from: '4', since: '2026-12-08', reason: 'échange' })
    expect(await app.text(third)).toContain('changement de place')
    await followed(app, '/marche/abonnements/2/fin')
    await app.signIn('sophie')
    const soon = (await app.owner.pool.query("select id from market.day where held_on = '2026-11-11'")).rows[0].id
    await followed(app, '/marche/abonnements/1/prevenir', { day: soon, reason: 'Foire de Limours' })
    await app.signIn('claire')
    expect(await app.text(`/marche/placement/${soon}`)).toContain('A prévenu : ne vient pas')

    // Reminder, warning, hearing, withdrawal: never out of turn, never unheard.
    const place = '/marche/abonnements/1'
    const reason = { reason: 'Le stand déborde devant la sortie de secours.', dueOn: '' }
    await followed(app, `${place}/etapes`, reason)
    expect((await app.post(`${place}/etapes`, reason)).status).toBe(409)
    await app.signIn('sophie')
    await followed(app, '/marche/etapes/1/recours', { text: 'Ce n’était pas mon stand.' })
    await app.signIn('claire')
    expect((await app.post('/marche/etapes/1/reponse', { accepted: 'no', answer: 'Les photographies le montrent.' })).status).toBe(409)
    await app.signIn('marc')
    await followed(app, '/marche/etapes/1/reponse', { accepted: 'no', answer: 'Les photographies le montrent.' })
    app.clock = new Date('2026-11-25T08:00:00Z')
    await app.signIn('claire')
    await followed(app, `${place}/etapes`, reason)
    app.clock = new Date('2026-12-15T08:00:00Z')
    expect((await app.post(`${place}/etapes`, { ...reason, dueOn: '2026-12-20' })).status).toBe(409)
    await followed(app, `${place}/etapes`, { ...reason, dueOn: '2027-01-05' })
    expect((await app.post(`${place}/etapes`, reason)).status).toBe(409)
    expect(await app.text('/marche/courriers/etapes/3')).toContain('Avant toute décision, nous voulons vous entendre')

    // She would rather hand over: the clock of the mayor starts, and a refusal gives its reasons.
    await app.signIn('sophie')
    await followed(app, `${place}/succession`, {
      cause: 'transfer',
      causedOn: '2026-12-01',
      successorName: 'Lila Fontaine',
      successorActivity: 'Fromages',
    })
    expect(await app.text('/marche/successions/1')).toContain('lundi 15 février 2027')
    await app.signIn('claire')
    expect((await app.post('/marche/successions/1/decision', { decision: 'refused', reasons: 'non' })).status).toBe(422)
    app.clock = new Date('2027-02-16T08:00:00Z')
    expect(await app.text('/marche/successions/1')).toContain('elle est en retard')
    await followed(app, '/marche/successions/1/decision', { decision: 'accepted', reasons: '' })
    expect(await app.text('/marche/commercants')).toContain('Lila Fontaine')

    // The month that is over is invoiced once.
    await followed(app, '/marche/regie/factures', { month: '2026-11' })
    await followed(app, '/marche/regie/factures', { month: '2026-11' })
    expect((await app.owner.pool.query('select cents, jsonb_array_length(lines) as days from market.invoice')).rows).toEqual([
      { cents: 1600, days: 4 },
    ])
    await followed(app, '/marche/factures/1/paiement', { means: 'cheque' })
    expect((await app.post('/marche/factures/1/paiement', { means: 'cheque' })).status).toBe(409)
  },
)
