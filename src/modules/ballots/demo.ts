import type { Here } from './schema.ts'

export const demo = async (_here: Here): Promise<void> => {}
