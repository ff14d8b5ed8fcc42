import type { KnownMargin } from './results.ts'
import type { Here } from './schema.ts'

/** What is known of who lives here, along each dimension a questionnaire may ask about. */
export const knownMargins = async (_world: Here): Promise<readonly KnownMargin[]> => []
