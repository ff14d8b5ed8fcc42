import { parentPort, workerData } from 'node:worker_threads'
import { opinionMap } from './opinionMap.ts'

/** What `opinionMapInWorker` starts: one map, then the thread ends. */
parentPort?.postMessage(opinionMap(workerData.input, workerData.options))
