const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' })

/** What the clock of the town hall shows at that instant: `{ day: '2026-07-01', time: '20:00' }`. */
export const parisTime = (instant: string): { readonly day: string; readonly time: string } => {
  const [day = '', time = ''] = wall.format(new Date(instant)).split(' ')
  return { day, time: time.slice(0, 5) }
}

/** The instant (ISO 8601) at which the town hall's clock shows that day and hour. An hour skipped in March is read as the next one; a doubled one as the first. */
export const instantInParis = (day: string, time: string): string => {
  const asked = Date.parse(`${day}T${time}:00Z`)
  const candidates = [2, 1].map(hours => asked - hours * 3_600_000)
  const right = candidates.find(one => Date.parse(`${wall.format(new Date(one)).replace(' ', 'T')}Z`) === asked)
  return new Date(right ?? candidates[1] ?? asked).toISOString()
}
