import type { JournalEvent } from '#kernel/journal'
import { followModeration } from './queries/statements.ts'
import type { Here } from './schema.ts'

const follows = (state: 'visible' | 'hidden') => (world: Here, event: JournalEvent) => followModeration(world, event.subject, state)

/** What moderation decides on a statement: shown and counted, or set apart. */
export const events = {
  'statement.released': follows('visible'),
  'statement.restored': follows('visible'),
  'statement.hidden': follows('hidden'),
  'statement.confirmed': follows('hidden'),
} as const
