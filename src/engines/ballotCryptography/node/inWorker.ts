import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { BallotCheck } from '../ballots/checkBallot.ts'

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, PromiseWithResolvers<BallotCheck>>
}

const most = Math.max(1, availableParallelism() - 1)
const threads: Thread[] = []
let asked = 0

/**
 * `checkBallot` in threads that stay, all processors but one, so that no page waits while proofs are verified: tens of milliseconds for
 * a ballot of a few questions, seconds for a long one. @param election its published text
 */
export const checkBallotInWorker = (election: string, raw: string): Promise<BallotCheck> => {
  const thread = freest()
  const answer = Promise.withResolvers<BallotCheck>()
  thread.waiting.set(++asked, answer)
  thread.worker.postMessage({ number: asked, election, raw })
  return answer.promise
}

const freest = (): Thread => {
  const idle = threads.find(({ waiting }) => waiting.size === 0)
  if (idle) return idle
  if (threads.length < most) return started()
  return threads.reduce((best, one) => (one.waiting.size < best.waiting.size ? one : best))
}

const started = (): Thread => {
  // The source itself: Node reads it as it is, in development, under test and in production.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] })
  const thread: Thread = { worker, waiting: new Map() }
  const ended = (error: Error) => {
    if (threads.includes(thread)) threads.splice(threads.indexOf(thread), 1)
    for (const { reject } of thread.waiting.values()) reject(error)
    thread.waiting.clear()
  }
  worker.unref() // it does not keep the process alive
  worker.on('message', ({ number, check }: { readonly number: number; readonly check: BallotCheck }) => {
    thread.waiting.get(number)?.resolve(check)
    thread.waiting.delete(number)
  })
  worker.once('error', ended)
  worker.once('exit', code => ended(new Error(`The thread that checks ballots ended with ${code}`)))
  threads.push(thread)
  return thread
}
