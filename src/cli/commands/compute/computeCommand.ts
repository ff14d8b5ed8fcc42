import { closeSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Call, type Command, Refused } from '../../command.ts'

type Computation = Omit<Command, 'run'> & {
  compute(call: Call): Promise<object>
  /** 0 unless the answer itself is a refusal. */
  exitCode?(answer: object): number
}

/**
 * A command of the family `compute`: what `compute` gives is printed as one JSON object on the standard output, words go
 * to the error output, numbers are at full precision. `--json` is accepted everywhere and changes nothing.
 */
export const computeCommand = ({ compute, exitCode, name, options, ...rest }: Computation): Command => ({
  ...rest,
  name: `compute ${name}`,
  options: {
    ...options,
    json: { type: 'boolean', help: { fr: 'accepté : la réponse est toujours en JSON', en: 'accepted: the answer is always JSON' } },
  },
  run: async call => {
    const answer = await compute(call)
    call.say(JSON.stringify(answer))
    return exitCode ? exitCode(answer) : 0
  },
})

/** The bytes of a file named on the command line, in pieces that are only good until the next one. @throws Refused */
export function* bytesOf(file: string, call: Call): Generator<Uint8Array> {
  const path = resolve(file)
  const descriptor = opened(path, call)
  try {
    const buffer = Buffer.allocUnsafe(1 << 20)
    for (let size = readSync(descriptor, buffer); size > 0; size = readSync(descriptor, buffer)) yield buffer.subarray(0, size)
  } catch (error) {
    throw isSystemError(error) ? new Refused(call.t('compute.unreadable', { path, reason: error.code })) : error
  } finally {
    closeSync(descriptor)
  }
}

const opened = (path: string, call: Call) => {
  try {
    return openSync(path, 'r')
  } catch (error) {
    const reason = isSystemError(error) ? error.code : String(error)
    throw new Refused(reason === 'ENOENT' ? call.t('restore.noFile', { path }) : call.t('compute.unreadable', { path, reason }))
  }
}

const isSystemError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
