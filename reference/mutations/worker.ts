import { parentPort } from 'node:worker_threads'
import { mutateBlock } from './mutateBlock.ts'

/** What `countMutations` starts: one block at a time, until it is ended. */
parentPort?.on('message', ({ block, size }: { readonly block: number; readonly size: number }) =>
  parentPort?.postMessage(mutateBlock(block, size)),
)
