import { Worker } from 'node:worker_threads'
import type { OpinionInput, OpinionMap, OpinionOptions } from './opinionMap.ts'

/**
 * `opinionMap` in a thread of its own, so that no page waits. Rejects with the signal's reason when it aborts (an
 * `AbortSignal.timeout` sets a limit); the thread is then ended, whatever it was doing.
 */
export const opinionMapInWorker = async (
  input: OpinionInput,
  { signal, ...options }: OpinionOptions & { signal?: AbortSignal } = {},
): Promise<OpinionMap> => {
  signal?.throwIfAborted()
  // The source itself: Node reads it as it is, in development, under test and in production.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { input, options }, execArgv: [] })
  const { promise, resolve, reject } = Promise.withResolvers<OpinionMap>()
  const abort = () => reject(signal?.reason)
  signal?.addEventListener('abort', abort)
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', code => reject(new Error(`The thread that draws the map ended with ${code}`)))
  try {
    return await promise
  } finally {
    signal?.removeEventListener('abort', abort)
    await worker.terminate()
  }
}
