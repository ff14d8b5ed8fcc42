/**
 * Is a proportion above one half? z of `successes` among `trials`, one of each added first.
 * Source: Polis, math/src/polismath/math/stats.clj, prop-test: 2 √(n + 1) ((s + 1) ÷ (n + 1) − ½).
 */
export const proportionTest = (successes: number, trials: number): number =>
  2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5)

/**
 * Is a proportion greater inside than outside? z of the two-proportion test, one success and one trial added on each side;
 * 0 when everyone succeeded. Source: Polis, stats.clj, two-prop-test.
 */
export const twoProportionsTest = (inside: number, outside: number, trialsInside: number, trialsOutside: number): number => {
  const [successes, others, trials, otherTrials] = [inside + 1, outside + 1, trialsInside + 1, trialsOutside + 1]
  const pooled = (successes + others) / (trials + otherTrials)
  if (pooled === 1) return 0
  return (successes / trials - others / otherTrials) / Math.sqrt(pooled * (1 - pooled) * (1 / trials + 1 / otherTrials))
}

/** One-tailed significance at 90 %. Source: Polis, stats.clj, z-sig-90?. */
export const isSignificant = (z: number): boolean => z > 1.2816

/** Probability of an answer, one half of each outcome added: (n + 1) ÷ (seen + 2). Source: Polis, repness.clj, :pa and :pd. */
export const probability = (successes: number, trials: number): number => (successes + 1) / (trials + 2)
