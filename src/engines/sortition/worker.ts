import { parentPort, workerData } from 'node:worker_threads'
import { sortition } from './sortition.ts'

/** What `sortitionInWorker` starts: one computation, then the thread ends. `stop` is a shared integer: not zero means "enough". */
const stop = new Int32Array(workerData.stop)
parentPort?.postMessage({
  done: await sortition(workerData.input, {
    ...workerData.options,
    tell: progress => parentPort?.postMessage({ progress }),
    stop: () => Atomics.load(stop, 0) !== 0,
  }),
})
