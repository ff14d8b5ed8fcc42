/** A day as the files of Pabulib write it, `11.09.2019` or `2019`; null for anything else. */
export const readDay = (text: string): string | null => {
  const whole = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim())
  const day = whole
    ? `${whole[3]}-${whole[2]!.padStart(2, '0')}-${whole[1]!.padStart(2, '0')}`
    : /^\d{4}$/.test(text.trim())
      ? `${text.trim()}-01-01`
      : ''
  return Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day ? null : day
}

const bands = [15, 30, 45, 60, 75] as const
/** The usual band of an age in years; null when it is no age. */
export const ageBand = (text: string): string | null => {
  const years = /^\d{1,3}$/.test(text.trim()) ? Number(text) : -1
  if (years < 0 || years > 120) return null
  const from = bands.findLast(band => years >= band)
  if (from === undefined) return '0-14'
  const next = bands[bands.indexOf(from) + 1]
  return next === undefined ? '75+' : `${from}-${next - 1}`
}
