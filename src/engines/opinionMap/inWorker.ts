import type { OpinionInput, OpinionMap, OpinionOptions } from './opinionMap.ts'

/** `opinionMap` in a thread of its own, so that no page waits. Rejects when the signal aborts; the thread is then ended. */
export const opinionMapInWorker = async (
  _input: OpinionInput,
  _options: OpinionOptions & { signal?: AbortSignal } = {},
): Promise<OpinionMap> => {
  throw new Error('Being written')
}
