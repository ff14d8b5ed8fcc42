/** Crockford's base 32: no I, L, O or U, which hands and eyes confuse. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Five more stand only as check symbols. */
const checks = `${symbols}*~$=U`

/** Writes a whole number in `length` symbols followed by one that checks them: 37 catches every single slip and swap of neighbours. */
export const crockford = (value: number, length: number): string => {
  let rest = value
  let text = ''
  for (let at = 0; at < length; at += 1) {
    text = symbols[rest % 32]! + text
    rest = Math.floor(rest / 32)
  }
  return text + checks[numberOf(text)! % 37]!
}

/** The code as it was meant, or null when its check symbol disagrees: O is 0, I and L are 1; spaces and dashes do not count. */
export const readCode = (typed: string, length: number): string | null => {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (text.length !== length + 1) return null
  const value = numberOf(text.slice(0, -1))
  return value !== null && checks[value % 37] === text.at(-1) ? text : null
}

const numberOf = (text: string): number | null => {
  let value = 0
  for (const symbol of text) {
    const digit = symbols.indexOf(symbol)
    if (digit === -1) return null
    value = value * 32 + digit
  }
  return value
}
