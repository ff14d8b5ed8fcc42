import type { System } from '#kernel/world'
import type { Post } from './post.ts'
import { sendQueued } from './sendQueued.ts'

/**
 * Sends letters as they are queued, so that nobody waits a minute for a sign-in link; the scheduled job remains the safety net.
 * @param options.pause milliseconds between two looks
 * @param options.failed told when the database or a body's letters could not be read; the next look tries again
 */
export const keepSending = (
  system: Pick<System, 'forEachBody'>,
  post: Post,
  { pause = 1000, failed }: { pause?: number; failed: (error: unknown) => void },
): { stop(): Promise<void> } => {
  let isStopping = false
  const turning = (async () => {
    while (!isStopping) {
      await system.forEachBody<never>(async world => void (await sendQueued(world, post))).catch(failed)
      await new Promise(resolve => setTimeout(resolve, pause))
    }
  })()
  return {
    async stop() {
      isStopping = true
      await turning
      post.close()
    },
  }
}
