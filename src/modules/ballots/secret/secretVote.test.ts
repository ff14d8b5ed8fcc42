import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { answers } from '#engines/answers'
import {
  belenios2048,
  certificate,
  type Choice,
  makeBallot,
  makeRevocation,
  newCredential,
  newSeed,
  openElection,
  partialDecryption,
  publicCredential,
  read,
  readers,
  secureRandom,
  shareOf,
  shareSecrets,
  takeShares,
  verifyArchive,
  write,
} from '#engines/ballotCryptography'
import { nodeBackend } from '#engines/ballotCryptography/node'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { member } from '#kernel/demonstration'
import { startApp, type TestApp } from '#kernel/testing'
import { accounts } from '#modules/accounts'
import { desk } from '#modules/desk'
import { measures } from '#modules/measures'
import { roll } from '#modules/roll'
import { ballots } from '../index.ts'
import { linksIn, sourcesOf } from './linkSearch.ts'

const backend = nodeBackend()
const group = belenios2048(backend)
const logged: string[] = []
const start = () =>
  startApp({
    log: line => void logged.push(line),
    engines: [paper, moderation, debate, following, answers, meetings],
    services: [accounts, roll, measures, ballots, desk],
    now: '2026-11-20T08:00:00.000Z',
  })
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
const tick = (app: TestApp) => app.house.workers.run('ballots.clock')
const at = (app: TestApp, instant: string) => void (app.clock = new Date(instant))
const linkIn = (page: string, kind: 'codes' | 'gardien') => [
  ...page.matchAll(new RegExp(`href="([^"]*/secret/${kind})\\?cle=([\\w-]{22})"`, 'g')),
]

/** What the pages of the guards do in their browsers. */
const prepared = async (app: TestApp) => {
  await app.signIn('claire')
  const rule = (
    await app.post('/liste-de-participation/regles', { name: 'Habitants', explanation: 'Qui vit ici décide.', residence: 'verified' })
  ).headers.get('location')!
  await app.post(`${rule}/publication`)
  const path = (await app.post('/votes', { ...frame, rule: rule.split('/').at(-1)! })).headers.get('location')!.replace('/conduite', '')
  await app.post(`${path}/questions`, { title: 'Faut-il un marché de nuit ?', kind: 'yes-no' })
  await app.post(`${path}/questions`, { title: 'Quel soir ?', kind: 'judgment', options: 'Mardi\nJeudi' })
  expect((await app.post(`${path}/annonce`)).status).toBe(409)
  expect(
    (await app.post(`${path}/secret/preparation`, { authority: 'Le centre de gestion', trustees: 'A\nB', needed: '3', codes: '5' })).status,
  ).toBe(422)
  await app.post(`${path}/secret/preparation`, {
    authority: 'Le centre de gestion',
    trustees: 'Mme Roux\nM. Petit\nUne habitante',
    needed: '2',
    codes: '5',
  })
  const links = await app.text(`${path}/secret/preparation`)
  await app.signIn(null)

  const trustees = linkIn(links, 'gardien').map(([, address, key]) => ({ address: address!, key: key!, seed: newSeed(secureRandom) }))
  const state = async (one: (typeof trustees)[number]) => JSON.parse(await app.text(`${one.address}/etat?cle=${one.key}`))
  const send = (one: (typeof trustees)[number], step: string, content: string) =>
    app.post(`${one.address}/etapes`, { cle: one.key, step, content })
  for (const one of trustees) expect((await send(one, 'certificate', write(certificate(group, secureRandom, one.seed)))).status).toBe(200)
  expect((await send(trustees[0]!, 'certificate', write(certificate(group, secureRandom, newSeed(secureRandom))))).status).toBe(409)
  for (const one of trustees) {
    const { certificates, due } = await state(one)
    expect(due).toBe('polynomial')
    const signed = JSON.parse(certificates).map((each: unknown) => read(readers.signedMessage, JSON.stringify(each)))
    await send(one, 'polynomial', write(shareSecrets(group, secureRandom, { certificates: signed, seed: one.seed, threshold: 2 })))
  }
  for (const one of trustees) {
    const { certificates, input } = await state(one)
    const signed = JSON.parse(certificates).map((each: unknown) => read(readers.signedMessage, JSON.stringify(each)))
    const output = takeShares(group, secureRandom, { certificates: signed, seed: one.seed, input: read(readers.input, input) })
    expect((await send(one, 'output', write(output))).status).toBe(200)
  }

  const [[, address, key] = []] = linkIn(links, 'codes')
  const uuid = /data-uuid="(\w+)"/.exec(await app.text(`${address}?cle=${key}`))![1]!
  const codes = Array.from({ length: 5 }, () => newCredential(secureRandom))
  const halves = codes.map(code => publicCredential(group, code, uuid))
  expect((await app.post(address!, { cle: key!, content: write([...halves.slice(0, 4), halves[0]]) })).status).toBe(409)
  expect((await app.post(address!, { cle: key!, content: write(halves) })).status).toBe(200)

  await app.signIn('claire')
  expect(await app.text(`${path}/secret/preparation`)).toContain('Tout est prêt')
  expect((await app.post(`${path}/annonce`)).status).toBe(303)
  expect((await app.post(`${path}/secret/preparation`, { authority: 'X', trustees: 'A\nB', needed: '2', codes: '4' })).status).toBe(409)
  await app.signIn(null)
  return { path, trustees, codes, halves, authority: { address: address!, key: key! }, state }
}

const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<')
const electionOf = async (app: TestApp, path: string) =>
  openElection(backend, unescaped(/data-election="([^"]*)"/.exec(await app.text(`${path}/isoloir`))![1]!))
const voteWith = async (app: TestApp, path: string, credential: string, choices: readonly Choice[]) =>
  makeBallot(await electionOf(app, path), secureRandom, { credential, choices })

test(
  'a secret vote with three trustees, from its preparation to an archive that verifies; nothing links a person and a ballot',
  { timeout: 120_000 },
  async () => {
    const app = await start()
    const { path, trustees, codes, halves, authority, state } = await prepared(app)
    expect(await app.text(`${path}/secret`)).toContain('il faut 2 gardiens sur 3')
    expect((await app.get(`${path}/isoloir`)).status).toBe(409)

    // Codes are handed out on the roll: one each, never saying which.
    at(app, '2026-11-21T09:00:00.000Z')
    await tick(app)
    await app.signIn('claire')
    for (const name of ['amina', 'louis', 'sophie', 'karim'] as const)
      expect((await app.post(`${path}/secret/remise`, { person: member(name).id })).status, name).toBe(303)
    expect((await app.post(`${path}/secret/remise`, { person: member('amina').id })).status).toBe(409)
    expect((await app.post(`${path}/secret/remise`, { person: member('nour').id })).status).toBe(403)
    await app.signIn(null)

    const first = await voteWith(app, path, codes[0]!, [[0], [1], [5]])
    const casting = await app.post(`${path}/urne`, { ballot: first })
    expect(casting.status).toBe(201)
    const { tracking } = (await casting.json()) as { tracking: string }
    expect(await app.text(`${path}/urne?suivi=${encodeURIComponent(tracking)}`)).toContain('Ce bulletin est dans l’urne')
    expect((await app.post(`${path}/urne`, { ballot: first })).status).toBe(201) // sent twice, there once
    const seenEarlier = /<code>([0-9a-f]{64})<\/code>/.exec(await app.text(`${path}/urne`))![1]!
    await app.post(`${path}/urne`, { ballot: await voteWith(app, path, codes[1]!, ['blank', 'blank', 'blank']) })
    await app.post(`${path}/urne`, { ballot: await voteWith(app, path, codes[0]!, [[1], [0], [2]]) })
    expect(await app.text(`${path}/urne?suivi=${encodeURIComponent(tracking)}`)).toContain('Ce bulletin a été remplacé')
    const stranger = await app.post(`${path}/urne`, { ballot: await voteWith(app, path, newCredential(secureRandom), [[0], [0], [0]]) })
    expect([stranger.status, await stranger.text()]).toEqual([409, expect.stringContaining('unknown-code')])
    expect((await app.post(`${path}/urne`, { ballot: first.replace('"1', '"2') })).status).toBe(409)
    expect((await app.post(`${path}/voter`, { act: 'cast', q1: '1' })).status).not.toBe(303)

    // Somebody votes on paper: whoever made the codes closes theirs, if it has not voted.
    const close = (credential: string) =>
      app.post(`${authority.address}/fermeture`, { cle: authority.key, credential, reason: 'Vote sur papier' })
    const toPaper = async (name: 'sophie' | 'karim') => {
      await app.signIn('claire')
      const answer = await app.post(`${path}/bureau/revocation`, { person: member(name).id, reason: 'Préfère le papier' })
      await app.signIn(null)
      return answer.status
    }
    expect(await toPaper('sophie')).toBe(409)
    expect((await close(halves[2]!)).status).toBe(303)
    expect([await toPaper('sophie'), await toPaper('karim')]).toEqual([303, 409])
    expect((await close(halves[0]!)).status).toBe(422)
    const closed = await app.post(`${path}/urne`, { ballot: await voteWith(app, path, codes[2]!, [[0], [0], [0]]) })
    expect(await closed.json()).toMatchObject({ because: 'closed-code' })

    // Somebody who voted on line wants paper: whoever made the codes takes their ballot back, in sight of all.
    const open = await electionOf(app, path)
    const cast = await app.post(`${path}/urne`, {
      ballot: makeBallot(open, secureRandom, { credential: codes[4]!, choices: [[0], [0], [0]] }),
    })
    const { tracking: taken } = (await cast.json()) as { tracking: string }
    const revoke = async (credential: string, other?: ReturnType<typeof makeRevocation>) => {
      const { raw, openings } = { ...makeRevocation(open, secureRandom, credential), ...other }
      const fields = { cle: authority.key, ballot: raw, openings: write(openings), reason: 'Préfère le papier' }
      const answer = await app.post(`${authority.address}/retrait`, fields)
      return [answer.status, ((await answer.json()) as { because?: string }).because]
    }
    expect(await revoke(codes[3]!)).toEqual([409, 'unused-code'])
    expect(await revoke(newCredential(secureRandom))).toEqual([409, 'unknown-code'])
    const hidden = { ...makeRevocation(open, secureRandom, codes[4]!), openings: makeRevocation(open, secureRandom, codes[4]!).openings }
    expect(await revoke(codes[4]!, hidden)).toEqual([409, 'malformed'])
    expect(await toPaper('karim')).toBe(409)
    expect(await revoke(codes[4]!)).toEqual([200, undefined])
    expect(await revoke(codes[4]!)).toEqual([409, 'closed-code'])
    expect(await (await app.post(`${path}/urne`, { ballot: await voteWith(app, path, codes[4]!, [[1], [0], [0]]) })).json()).toMatchObject({
      because: 'closed-code',
    })
    expect(await app.text(`${path}/urne?suivi=${encodeURIComponent(taken)}`)).toContain('Ce bulletin a été retiré')
    expect(await app.text(`${path}/secret`)).toContain('Télécharger la liste des bulletins retirés')
    expect(await toPaper('karim')).toBe(303)
    await app.signIn('claire')
    expect((await app.post(`${path}/bureau/marques`, { person: member('karim').id, channel: 'paper' })).status).toBe(303)
    await app.signIn(null)

    // After the close: sealed a minute later, opened by two trustees of three.
    const late = await voteWith(app, path, codes[3]!, [[0], [0], [0]])
    at(app, '2026-11-28T19:00:00.000Z')
    expect((await app.post(`${path}/urne`, { ballot: late })).status).toBe(409)
    expect(await revoke(codes[0]!)).toEqual([409, 'not-open'])
    await tick(app)
    expect(await state(trustees[0]!)).toMatchObject({ due: 'early' })
    at(app, '2026-11-28T19:01:30.000Z')
    await tick(app)
    for (const one of [trustees[0]!, trustees[2]!]) {
      const { election, tally, sealed, due } = await state(one)
      expect(due).toBe('decrypt')
      const content = write(
        partialDecryption(
          openElection(backend, election),
          secureRandom,
          read(readers.encryptedTally, tally),
          shareOf(group, one.seed, sealed),
        ),
      )
      expect((await app.post(`${trustees[1]!.address}/ouverture`, { cle: trustees[1]!.key, content })).status).toBe(409)
      expect((await app.post(`${one.address}/ouverture`, { cle: one.key, content })).status).toBe(200)
    }

    const archive = new Uint8Array(await (await app.get(`${path}/urne.bel`)).arrayBuffer())
    const revocations = await (await app.get(`${path}/urne/retraits.json`)).text()
    const verified = verifyArchive(backend, archive, { includes: seenEarlier, revocations })
    expect(verified).toMatchObject({ ok: true, value: { ballots: 5, counted: 3, revoked: 1, decryptions: 2, credentials: 5 } })
    expect(verified.ok && verified.value.result?.map(([blanks]) => blanks)).toEqual([2, 2, 2])
    expect(verified.ok && verified.value.resultWithoutRevoked).toEqual([
      [1, 0, 1],
      [1, 1, 0, 0, 0, 0, 0],
      [1, 0, 0, 1, 0, 0, 0],
    ])
    const { rows } = await app.owner.pool.query('select counts from ballots.electronic_count')
    expect(rows[0].counts.ballots).toBe(2)
    const links = await app.owner.pool.query<{ text: string }>(
      'select t::text as text from ballots.trustee t union all select s::text from ballots.secret s',
    )
    for (const key of [authority.key, ...trustees.map(one => one.key)])
      expect(links.rows.some(({ text }) => text.includes(key))).toBe(false)
    expect(rows[0].counts.questions).toEqual([
      { blank: 1, cells: { '2': 1 }, orders: [] },
      { blank: 1, cells: { '1:0': 1, '2:2': 1 }, orders: [] },
    ])
    await nothingLinks(app, { ballots: [tracking, first.slice(0, 400)], halves, codes })
  },
)

interface Named {
  readonly ballots: readonly string[]
  readonly halves: readonly string[]
  readonly codes: readonly string[]
}

/**
 * Reads every row of every table and the transactions that wrote them, every line of the application's log and of the database's, and a
 * backup unpacked: what names a code, a ballot or its number is nowhere beside a person. Then links are put there, and each must be found.
 */
const nothingLinks = async (app: TestApp, named: Named) => {
  const folder = await mkdtemp(join(tmpdir(), 'yvette-links-'))
  await app.owner.pool.query("insert into kernel.instance (kind) values ('demonstration') on conflict do nothing") // a backup says of what
  const look = async () =>
    linksIn({ ...named, ...(await sourcesOf(app, { folder, applicationLog: logged, databaseLogs: inject('databaseLogs') })) })
  const found = await look()
  expect(found.links).toEqual([])
  expect(found.privateCodes).toEqual([])
  expect(found.holding).toEqual([
    'backup ballots.board_event',
    'backup ballots.closed_code',
    'backup ballots.revocation',
    'backup ballots.secret',
    'ballots.board_event',
    'ballots.closed_code',
    'ballots.revocation',
    'ballots.secret',
  ])
  expect(found.read.log).toBeGreaterThan(40)
  expect(found.read.backup).toBeGreaterThan(100)
  expect(found.ballotTransactions).toBeGreaterThan(2)
  expect(logged.some(line => /"POST","route":"[^"]*\/urne","status":201/.test(line))).toBe(true)
  expect(new Set(logged.flatMap(line => Object.keys(JSON.parse(line))))).toEqual(
    new Set(['level', 'time', 'method', 'route', 'status', 'ms']),
  )
  const { rows: columns } = await app.owner.pool.query(
    `select column_name from information_schema.columns where table_schema = 'ballots' and table_name = 'board_event'
     and (data_type like 'timestamp%' or data_type = 'uuid')`,
  )
  expect(columns).toEqual([])

  const [tracking, person] = [named.ballots[0]!, member('amina').id]
  logged.push(JSON.stringify({ route: '/votes/1/urne', person, tracking }))
  expect((await look()).links).toEqual(['log'])
  logged.pop()
  await app.owner.pool.query('create table ballots.leak (who uuid, what text)')
  await app.owner.pool.query('insert into ballots.leak values ($1, $2)', [person, tracking])
  expect((await look()).links).toEqual(['backup ballots.leak', 'ballots.leak', 'one transaction'])
  await app.owner.pool.query('truncate ballots.leak')
  await app.owner.pool.query(
    `with cast_now as (insert into ballots.leak values (null, $2) returning 1) insert into ballots.leak select $1::uuid, null from cast_now`,
    [person, tracking],
  )
  expect((await look()).links).toEqual(['one transaction'])
  await app.owner.pool.query('truncate ballots.leak')
  await app.owner.pool.query('insert into ballots.leak values (null, $1)', [named.codes[0]])
  expect((await look()).privateCodes).toEqual(['backup ballots.leak', 'ballots.leak'])
}
