import type { Here } from './schema.ts'
export const demo = async (_world: Here): Promise<void> => {}
