import { Worker } from 'node:worker_threads'
import type { SortitionInput } from './pool.ts'
import type { SortitionProgress } from './solve/meet.ts'
import type { SortitionOptions, SortitionResult } from './sortition.ts'

/** `sortition` in a thread of its own. When the signal aborts it stops at what is proven so far, and gives that. */
export const sortitionInWorker = async (
  input: SortitionInput,
  { signal, tell, ...options }: Omit<SortitionOptions, 'stop'> & { signal?: AbortSignal } = {},
): Promise<SortitionResult> => {
  signal?.throwIfAborted()
  const stop = new Int32Array(new SharedArrayBuffer(4))
  // The source itself: Node reads it as it is, in development, under test and in production.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { input, options, stop: stop.buffer }, execArgv: [] })
  const { promise, resolve, reject } = Promise.withResolvers<SortitionResult>()
  const abort = () => void Atomics.store(stop, 0, 1)
  signal?.addEventListener('abort', abort)
  worker.on('message', (message: { progress?: SortitionProgress; done?: SortitionResult }) => {
    if (message.progress) tell?.(message.progress)
    if (message.done) resolve(message.done)
  })
  worker.once('error', reject)
  worker.once('exit', code => reject(new Error(`The thread of the sortition ended with ${code}`)))
  try {
    return await promise
  } finally {
    signal?.removeEventListener('abort', abort)
    await worker.terminate()
  }
}
