const whole = /^(?:0|[1-9]\d*)$/

/**
 * The total order of identifiers: whole numbers written plainly come first, by value; then all other texts, by their
 * UTF-16 code units. It depends on no language and no machine.
 */
export const compareIds = (left: string, right: string): number => {
  if (left === right) return 0
  const leftWhole = whole.test(left)
  if (leftWhole !== whole.test(right)) return leftWhole ? -1 : 1
  if (leftWhole && left.length !== right.length) return left.length - right.length
  return left < right ? -1 : 1
}
