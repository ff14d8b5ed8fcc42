/** SIREN (9 digits) or SIRET (14), with their check digit. https://www.insee.fr/fr/metadonnees/definition/c1841 */
export const isSiren = (text: string) => /^\d{9}$/.test(text) && luhn(text)
export const isSiret = (text: string) => /^\d{14}$/.test(text) && luhn(text) && luhn(text.slice(0, 9))

/** Code of a commune in the official geographic code: 5 characters, Corsica with a letter, overseas 97 or 98. */
export const isInsee = (text: string) => /^(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97|98)\d{3}$/.test(text)

/** The name in an address: `Saint-Rémy-lès-Chevreuse` → `saint-remy-les-chevreuse`. */
export const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const luhn = (digits: string) =>
  [...digits].toReversed().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0) %
    10 ===
  0
