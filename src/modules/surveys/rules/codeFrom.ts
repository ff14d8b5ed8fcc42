/** A lasting code out of words: `Êtes-vous allé ?` → `etes_vous_alle`; `fallback` when nothing is left; numbered when taken. */
export const codeFrom = (words: string, taken: readonly string[], fallback: string): string => {
  const plain = words
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 28)
    .replace(/_+$/, '')
  const stem = plain === '' ? fallback : plain
  const reserved = ['other', 'unsure']
  if (!taken.includes(stem) && !reserved.includes(stem)) return stem
  for (let n = 2; ; n += 1) if (!taken.includes(`${stem}_${n}`)) return `${stem}_${n}`
}
