import { debateSummary } from '#engines/debate'
import type { AnyWorld } from '#kernel/world'

/** A value for `:argument`, in the debate of this measure. */
export const debateSamples = async (world: AnyWorld, measure = '0'): Promise<Readonly<Record<string, string>>> => {
  const [argument] = (await debateSummary(world, `measure:${measure}`, 1)).arguments
  return { argument: argument?.id ?? '1' }
}
