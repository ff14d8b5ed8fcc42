import type { Act, Square } from '../rules/square.ts'

export interface Answer {
  readonly square: Square
  readonly book: string
  readonly last: number
  readonly kept: readonly string[]
}
export type Sent = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly because: 'offline' | 'sign-in' }

/** Sends what waits; the same acts may be sent any number of times. */
export const send = async (path: string, device: string, acts: readonly Act[]): Promise<Sent> => {
  const stop = AbortSignal.timeout(20_000)
  const body = JSON.stringify({ device, acts })
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(path, { method: 'POST', body, headers, redirect: 'manual', signal: stop }).catch(() => null)
  if (!answer) return { ok: false, because: 'offline' }
  if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) return { ok: false, because: 'sign-in' }
  const said: Answer | null = answer.ok ? await answer.json().catch(() => null) : null
  return said ? { ok: true, answer: said } : { ok: false, because: 'offline' }
}
