const whole = /^(?:0|[1-9]\d{0,14})$/
const digits = /(\d+)/

/**
 * The order of every list this engine gives. Whole numbers come first, by value; then other identifiers, their figures
 * compared by value and the rest by UTF-16 code units: 2, 10, A2, A10.
 */
export const compareIds = (left: string, right: string): number => {
  if (left === right) return 0
  const isWhole = whole.test(left)
  if (isWhole !== whole.test(right)) return isWhole ? -1 : 1
  if (isWhole) return Number(left) - Number(right)
  const [mine, theirs] = [left.split(digits), right.split(digits)]
  for (const [at, part] of mine.entries()) {
    const other = theirs[at]
    if (other === undefined) return 1
    if (part !== other) return (at % 2 === 1 && byValue(part, other)) || (part < other ? -1 : 1)
  }
  return -1
}

const byValue = (left: string, right: string) => {
  const [mine, theirs] = [BigInt(left), BigInt(right)]
  return mine < theirs ? -1 : mine > theirs ? 1 : 0
}
