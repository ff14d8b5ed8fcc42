const whole = /^(0|[1-9]\d{0,14})$/

/** Whole numbers by value, then other identifiers by UTF-16 code units: the order of every list this engine gives. */
export const compareIds = (a: string, b: string): number => {
  const [first, second] = [whole.test(a), whole.test(b)]
  if (first && second) return Number(a) - Number(b)
  if (first !== second) return first ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}
