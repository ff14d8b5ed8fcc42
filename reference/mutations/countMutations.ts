import { Worker } from 'node:worker_threads'
import { mutationKinds } from '../../src/engines/ballotCryptography/mutations.ts'
import type { MutationCounts } from './mutateBlock.ts'

const blockSize = 250
const threads = 2

/** Counts `wanted` changes, block after block, on two threads; says on the error stream where it is. */
export const countMutations = async (wanted: number): Promise<MutationCounts> => {
  const sizes = Array.from({ length: Math.ceil(wanted / blockSize) }, (_, block) => Math.min(blockSize, wanted - block * blockSize))
  const blocks = sizes.entries()
  const found: MutationCounts[] = []
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] })
      for (const [block, size] of blocks) {
        found.push(await answerOf(worker, { block, size }))
        process.stderr.write(`block ${block + 1} of ${sizes.length}\n`)
      }
      await worker.terminate()
    }),
  )
  return Object.fromEntries(mutationKinds.map(kind => [kind, sumOf(found.map(counts => counts[kind]))])) as MutationCounts // every kind is there
}

const answerOf = (worker: Worker, asked: { readonly block: number; readonly size: number }) => {
  const { promise, resolve, reject } = Promise.withResolvers<MutationCounts>()
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.postMessage(asked)
  return promise.finally(() => worker.off('error', reject))
}

const sumOf = (parts: readonly MutationCounts[keyof MutationCounts][]) =>
  parts.reduce((sum, one) => ({
    tried: sum.tried + one.tried,
    acceptedWithHead: sum.acceptedWithHead + one.acceptedWithHead,
    acceptedWithoutHead: sum.acceptedWithoutHead + one.acceptedWithoutHead,
  }))
