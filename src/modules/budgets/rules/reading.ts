/** A point as it is typed: `48.6983`, `48,6983`, or both together `48,6983 2,1875`; null when it is no place on earth. */
export const readPoint = (text: string): { readonly latitude: number; readonly longitude: number } | null => {
  const found = /^\s*(-?\d{1,2}(?:[.,]\d{1,8})?)\s*[;\s,/]\s*(-?\d{1,3}(?:[.,]\d{1,8})?)\s*$/.exec(text)
  if (!found) return null
  const [latitude, longitude] = [found[1]!, found[2]!].map(part => Number(part.replace(',', '.'))) as [number, number] // two parts, two numbers
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

export interface CostLine {
  readonly label: string
  readonly cents: number
}
/** One line of cost for each line typed: `Trois bancs : 2 400` (whole euros). @returns null when a line cannot be read */
export const readCostLines = (text: string): readonly CostLine[] | null => {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const read = lines.map(line => {
    const found = /^(.{1,200}?)\s*[:=;]\s*([\d\s\u00a0\u202f]{1,15})\s*(?:€|euros?)?\s*$/.exec(line.trim())
    const euros = found ? Number(found[2]!.replace(/[\s\u00a0\u202f]/g, '')) : 0
    return found && euros > 0 ? { label: found[1]!.trim(), cents: euros * 100 } : null
  })
  return read.length > 0 && read.every(line => line !== null) ? read : null
}
