import { loadParameters } from './loadParameters.ts'

/** What the law and the platform say about accounts, participation, councils and how long things are kept. */
export const participation = loadParameters([new URL('./data/participation.yaml', import.meta.url)])
