/** Fourteen digits whose key is right (Luhn; La Poste, 356000000, adds its digits up to a multiple of five). */
export const isSiret = (text: string): boolean => {
  if (!/^\d{14}$/.test(text)) return false
  const digits = Array.from(text, Number)
  if (text.startsWith('356000000') && digits.reduce((sum, digit) => sum + digit, 0) % 5 === 0) return true
  const sum = digits.reduce((total, digit, at) => {
    const weighed = at % 2 === 0 ? digit * 2 : digit
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}
