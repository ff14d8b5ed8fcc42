import { parentPort } from 'node:worker_threads'
import { checkBallot } from '../ballots/checkBallot.ts'
import { openElection, type OpenElection } from '../ballots/context.ts'
import { nodeBackend } from './backend.ts'

const backend = nodeBackend()
let latest: { readonly election: string; readonly open: OpenElection } | null = null

/** What `checkBallotInWorker` starts: ballots, one after the other, until the process ends. */
parentPort?.on('message', ({ number, election, raw }: { readonly number: number; readonly election: string; readonly raw: string }) => {
  if (latest?.election !== election) latest = { election, open: openElection(backend, election) }
  parentPort?.postMessage({ number, check: checkBallot(latest.open, raw) })
})
