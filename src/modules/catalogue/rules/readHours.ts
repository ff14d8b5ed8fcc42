/** From one hour to another of the same day, `'09:00'` to `'12:30'`. */
export interface Slot {
  readonly opens: string
  readonly closes: string
}

const HOUR = String.raw`(\d{1,2})\s*(?:h|:)?\s*(\d{2})?`
const SLOT = new RegExp(String.raw`^(?:de\s+)?${HOUR}\s*(?:-|–|—|à|a|to)\s*${HOUR}$`, 'i')

/**
 * Reads hours as people write them: "9h-12h, 14h30-17h", "de 9 h à 12 h", "fermé". In order, without overlap.
 * Null when they cannot be understood.
 */
export const readHours = (written: string): readonly Slot[] | null => {
  const text = written
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()
    .replace(/\.$/, '')
  if (text === '' || /^(fermée?|closed|-|–)$/i.test(text)) return []
  const slots = text.split(/\s*(?:,|;|\bet\b|\bpuis\b|\band\b|\/)\s*/).map(readSlot)
  if (slots.some(slot => slot === null)) return null
  const sorted = slots.filter(slot => slot !== null).toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
  return sorted.some((slot, index) => index > 0 && slot.opens < sorted[index - 1]!.closes) ? null : sorted
}

const readSlot = (written: string): Slot | null => {
  const found = SLOT.exec(written.trim())
  if (!found) return null
  const opens = hour(found[1]!, found[2])
  const closes = hour(found[3]!, found[4])
  return opens !== null && closes !== null && opens < closes ? { opens, closes } : null
}

const hour = (hours: string, minutes = '00') =>
  Number(hours) > 24 || Number(minutes) > 59 || (Number(hours) === 24 && minutes !== '00')
    ? null
    : Number(hours) === 24
      ? '23:59'
      : `${hours.padStart(2, '0')}:${minutes}`

/** Hours as they are read: "9 h à 12 h 30, 14 h à 17 h". */
export const sayHours = (slots: readonly Slot[], to = 'à'): string =>
  slots.map(({ opens, closes }) => `${sayHour(opens)} ${to} ${sayHour(closes)}`).join(', ')
const sayHour = (time: string) => {
  const [hours, minutes] = time.split(':')
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`
}
