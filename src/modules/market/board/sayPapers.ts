import { documentKinds } from '../rules/terms.ts'
import type { Say } from './say.ts'

/** « assurance, carte de commerçant ambulant ». */
export const sayPapers = (say: Say, missing: readonly string[]): string =>
  documentKinds
    .filter(kind => missing.includes(kind))
    .map(kind => say(`sq.paper.${kind}`))
    .join(', ')
