import type { Serving } from '../main.ts'
import { type Call, Refused } from './command.ts'

/** Serves until Ctrl-C or a service manager asks to stop, then ends in order; a second Ctrl-C does not wait. */
export const untilAskedToStop = async (
  { t, say, tell, config }: Call,
  ready: 'demo.ready' | 'serve.ready',
  open: () => Promise<Serving>,
): Promise<number> => {
  let ask: () => void = () => {}
  const asked = new Promise<void>(resolve => (ask = resolve))
  let times = 0
  const stop = () => {
    times += 1
    if (times === 1) ask()
    else process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  const serving = await open().catch((error: unknown) => {
    const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw busy ? new Refused(t('serve.busy', { port: String(config.port), next: String(config.port + 1) })) : error
  })
  say(t(ready, { url: serving.url }))
  await asked
  tell(t('stopping'))
  await serving.stop()
  return 0
}
