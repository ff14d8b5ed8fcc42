/** When an act may be enforced: published, and received by the prefect when it must be sent (CGCT L2131-1). Null: not yet. */
export const enforceableOn = (act: {
  readonly publishedOn: string | null
  readonly receivedOn: string | null
  readonly isTransmissible: boolean
}): string | null => {
  if (act.publishedOn === null) return null
  if (!act.isTransmissible) return act.publishedOn
  if (act.receivedOn === null) return null
  return act.receivedOn > act.publishedOn ? act.receivedOn : act.publishedOn
}

/** The same day some months later; the last day of the month when that one does not exist. */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}
