import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import {
  makeBallot,
  newCredential,
  newTrusteeKey,
  partialDecryption,
  publicCredential,
  read,
  readers,
  secureRandom,
  trackingNumber,
  verifyArchive,
  write,
} from '#engines/ballotCryptography'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { startApp } from '#kernel/testing'
import { accounts } from '#modules/accounts'
import { measures } from '#modules/measures'
import { roll } from '#modules/roll'
import { ballots } from '../index.ts'
import { ballotById } from '../queries/ballots.ts'
import { addBallot, enterStep, putQuestion } from '../queries/changeBallot.ts'
import { beginBoard } from './announceSecret.ts'
import { sealedTally, takeDecryption } from './countSecret.ts'
import { backend, group } from './group.ts'
import { openedVote } from './opened.ts'
import { guardsOf, keepCredentials, keepStep, nameGuards } from './queries/guards.ts'

const voters = 60
const connections = 20
const closesAt = '2026-11-28T19:00:00.000Z'

/**
 * Everybody casts in the last seconds: ballots encrypted beforehand, twenty at a time, one in five sent twice, one in six followed by a
 * change of mind; the closing instant falls while the crowd is being answered.
 */
test(
  'encrypted ballots come all at once as the vote closes: none acknowledged is lost, none is there twice, the cut-off is exact',
  { timeout: 60_000 },
  async () => {
    const app = await startApp({
      engines: [paper, moderation, debate, following, answers, meetings],
      services: [accounts, roll, measures, ballots],
      now: '2026-11-28T18:59:40.000Z',
    })
    await app.owner.pool.query(
      `insert into roll.rule (body_id, name, explanation, residence, created_at, published_at) values (1, 'Habitants', 'Ici', 'verified', now(), now())`,
    )
    const { privateKey, publicKey } = newTrusteeKey(group, secureRandom)
    const codes = Array.from({ length: voters }, () => newCredential(secureRandom))
    const { id, open } = await app.inWorld(async world => {
      const frame = { title: 'Quel soir ?', introduction: 'Un soir de plus.', purpose: 'Le conseil décidera.', organiser: 'Mairie' }
      const instants = { opensAt: '2026-11-20T08:00:00.000Z', closesAt }
      const id = await addBallot(world, { ...frame, ...instants, measure: null, rule: '1', isSecret: true, hasPaper: false })
      const options = ['Jeudi', 'Vendredi'].map(label => ({ label, explanation: '' }))
      await putQuestion(world, id, { kind: 'choice', title: 'Quel soir ?', explanation: '', most: 1, options })
      await nameGuards(world, id, { authority: 'Le centre', trustees: ['Mme Roux'], needed: 1, codes: voters })
      const { electionName } = (await guardsOf(world, id))!
      await keepStep(world, id, 1, 'key', write(publicKey))
      await keepCredentials(world, id, write(codes.map(code => publicCredential(group, code, electionName)).toSorted()))
      await beginBoard(world, (await ballotById(world, id, { stored: true }))!)
      await enterStep(world, { id, title: 'Quel soir ?', measure: null }, 'announced')
      return { id, open: (await openedVote(world, id))!.open }
    })
    const encrypted = (voter: number, choice: number) => makeBallot(open, secureRandom, { credential: codes[voter]!, choices: [[choice]] })
    const requests = codes.flatMap((_, voter) => {
      const raw = encrypted(voter, voter % 2)
      return [raw, ...(voter % 5 === 0 ? [raw] : []), ...(voter % 6 === 0 ? [encrypted(voter, 1 - (voter % 2))] : [])]
    })

    let isClosed = false
    const answered: { readonly raw: string; readonly status: number; readonly sentAfterClose: boolean }[] = []
    const waiting = requests.values()
    const connection = async () => {
      for (const raw of waiting) {
        const sentAfterClose = isClosed
        const { status } = await app.post(`/votes/${id}/urne`, { ballot: raw })
        answered.push({ raw, status, sentAfterClose })
        if (answered.length !== Math.floor(requests.length / 2)) continue
        isClosed = true
        app.clock = new Date(closesAt)
        await app.house.workers.run('ballots.clock')
      }
    }
    const from = performance.eventLoopUtilization()
    await Promise.all(Array.from({ length: connections }, connection))
    const busy = performance.eventLoopUtilization(from)

    expect(answered).toHaveLength(requests.length)
    expect(new Set(answered.map(({ status }) => status))).toEqual(new Set([201, 409]))
    expect(answered.filter(({ status, sentAfterClose }) => sentAfterClose && status === 201)).toHaveLength(0)
    const acknowledged = new Set(answered.filter(({ status }) => status === 201).map(({ raw }) => trackingNumber(open, raw)))
    expect(acknowledged.size).toBeGreaterThan(voters / 4)
    expect(acknowledged.size).toBeLessThan(requests.length)
    const { rows } = await app.owner.pool.query<{ tracking: string }>(`select tracking from ballots.board_event where kind = 'Ballot'`)
    expect(rows.map(({ tracking }) => tracking).toSorted()).toEqual([...acknowledged].toSorted())

    app.clock = new Date('2026-11-28T19:01:00.000Z')
    await app.house.workers.run('ballots.clock')
    await app.inWorld(async world => {
      const ballot = (await ballotById(world, id, { stored: true }))!
      const tally = read(readers.encryptedTally, (await sealedTally(world, ballot))!.raw)
      expect(await takeDecryption(world, ballot, 1, write(partialDecryption(open, secureRandom, tally, privateKey)))).toEqual({ ok: true })
    })
    const archive = new Uint8Array(await (await app.get(`/votes/${id}/urne.bel`)).arrayBuffer())
    const verified = verifyArchive(backend, archive)
    const voted = new Set(answered.filter(({ status }) => status === 201).map(({ raw }) => read(readers.ballot, raw).credential))
    expect(verified).toMatchObject({ ok: true, value: { ballots: acknowledged.size, counted: voted.size } })
    const [counts = []] = (verified.ok && verified.value.result) || []
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(voted.size)
    expect(counts[0]).toBe(0)
    process.stderr.write(
      `${requests.length} ballots in ${Math.round(busy.idle + busy.active)} ms, event loop ${Math.round(busy.utilization * 100)} %\n`,
    )
  },
)
