/**
 * Weight (grams) and footprint of making a new one (grams CO2e) by category of the standard: reference values that The Restart Project
 * publishes with its software restarters.net (table of categories, 2019). Several kinds of laptops and screens are one category here: the middle one.
 * What is not in the table has no figure, and counts for none.
 */
export const references: Readonly<Record<number, { readonly grams: number; readonly gramsCo2e: number }>> = {
  1: { grams: 18_500, gramsCo2e: 109_530 },
  3: { grams: 15, gramsCo2e: 13_430 },
  4: { grams: 9150, gramsCo2e: 398_400 },
  5: { grams: 113, gramsCo2e: 6130 },
  6: { grams: 270, gramsCo2e: 4050 },
  7: { grams: 880, gramsCo2e: 4520 },
  8: { grams: 5000, gramsCo2e: 167_800 },
  9: { grams: 690, gramsCo2e: 6000 },
  10: { grams: 149, gramsCo2e: 13_000 },
  11: { grams: 260, gramsCo2e: 4050 },
  12: { grams: 10_900, gramsCo2e: 109_500 },
  13: { grams: 10_900, gramsCo2e: 109_500 },
  14: { grams: 1400, gramsCo2e: 17_100 },
  15: { grams: 703, gramsCo2e: 4620 },
  16: { grams: 2260, gramsCo2e: 258_250 },
  19: { grams: 140, gramsCo2e: 35_820 },
  20: { grams: 10_900, gramsCo2e: 109_500 },
  21: { grams: 7000, gramsCo2e: 47_700 },
  22: { grams: 1185, gramsCo2e: 18_870 },
  23: { grams: 2500, gramsCo2e: 66_000 },
  24: { grams: 2840, gramsCo2e: 26_600 },
  25: { grams: 7050, gramsCo2e: 47_700 },
  26: { grams: 2350, gramsCo2e: 46_000 },
  29: { grams: 2700, gramsCo2e: 15_800 },
  30: { grams: 510, gramsCo2e: 107_760 },
  31: { grams: 1040, gramsCo2e: 5000 },
  32: { grams: 1270, gramsCo2e: 15_000 },
  33: { grams: 1000, gramsCo2e: 25_000 },
  34: { grams: 7780, gramsCo2e: 41_000 },
}
/** A repaired thing is not a new one avoided for all its life: half of the footprint of making one is counted, as restarters.net does. */
export const displacement = 0.5

/** What was kept from being thrown away, and what was not emitted; only what was fixed counts. `unknown`: fixed, without a reference. */
export const saved = (repairs: readonly { readonly category: number; readonly status: string | null; readonly grams: number | null }[]) => {
  const fixed = repairs.filter(one => one.status === 'Fixed')
  return {
    fixed: fixed.length,
    grams: fixed.reduce((sum, one) => sum + (one.grams ?? references[one.category]?.grams ?? 0), 0),
    gramsCo2e: Math.round(fixed.reduce((sum, one) => sum + (references[one.category]?.gramsCo2e ?? 0) * displacement, 0)),
    unknown: fixed.filter(one => references[one.category] === undefined).length,
  }
}
