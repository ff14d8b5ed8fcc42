import { conflict, type C } from '#kernel/http'
import type { Verdict } from '#kernel/service'
import { words } from '../locales/index.ts'
import type { Tables } from '../tables.ts'

export type Here = C<Tables>
type Refused = 'wrong-state' | 'too-late' | 'expired' | 'too-early' | 'not-yours' | 'others-first' | 'not-begun' | 'over' | 'not-allowed'

/** Goes on when the act was allowed; otherwise says why, 409. */
export const unless = (c: Here, verdict: Verdict<Refused>, next: () => Response | Promise<Response>) =>
  verdict.ok ? next() : conflict(c, words(c.var.locale)(`refused.${verdict.because}`))
