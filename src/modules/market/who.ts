import { mayRun } from '#engines/booking'
import type { Here } from './schema.ts'

export const owner = 'market'
/** Agents, and the placers whom the town hall named. */
export const runsMarket = (world: Pick<Here, 'db' | 'body' | 'today' | 'actor'>): Promise<boolean> => mayRun(world, owner)
/** Who holds the pen: at the desk, not the person it is for. */
export const pen = ({ actor }: Pick<Here, 'actor'>): string | null => actor.onBehalf?.keyedBy ?? actor.personId
