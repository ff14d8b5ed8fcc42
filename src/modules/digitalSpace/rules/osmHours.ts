const names: Readonly<Record<string, string>> = { MO: 'Mo', TU: 'Tu', WE: 'We', TH: 'Th', FR: 'Fr', SA: 'Sa', SU: 'Su' }
const week = Object.keys(names)

export interface WeeklyOpening {
  readonly starts: string
  readonly minutes: number
  /** `FREQ=WEEKLY;BYDAY=MO,TU`; other rules are not said in this notation. */
  readonly rule: string
  readonly firstDay: string
  readonly lastDay: string | null
}

/** Opening hours as OpenStreetMap writes them (`opening_hours`): `Tu,Th 14:00-18:00; We 10:00-12:00,14:00-18:00`. */
export const osmHours = (openings: readonly WeeklyOpening[], today: string): string => {
  const hoursOf = new Map<string, string[]>()
  for (const { starts, minutes, rule, firstDay, lastDay } of openings) {
    if (today < firstDay || (lastDay !== null && today > lastDay)) continue
    const days = /^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/.exec(rule)?.[1]?.split(',') ?? []
    for (const day of days) hoursOf.set(day, [...(hoursOf.get(day) ?? []), `${starts}-${clockAfter(starts, minutes)}`].toSorted())
  }
  const groups = new Map<string, string[]>()
  for (const day of week) {
    const hours = hoursOf.get(day)?.join(',')
    if (hours) groups.set(hours, [...(groups.get(hours) ?? []), day])
  }
  return [...groups].map(([hours, days]) => `${sayDays(days)} ${hours}`).join('; ')
}

/** Days that follow one another, three or more, are written `Mo-Fr`. */
const sayDays = (days: readonly string[]): string => {
  const runs: string[][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && week.indexOf(last.at(-1)!) + 1 === week.indexOf(day)) last.push(day)
    else runs.push([day])
  }
  return runs.flatMap(run => (run.length > 2 ? [`${names[run[0]!]}-${names[run.at(-1)!]}`] : run.map(day => names[day]!))).join(',')
}

const clockAfter = (starts: string, minutes: number) => {
  const ends = Number(starts.slice(0, 2)) * 60 + Number(starts.slice(3, 5)) + minutes
  return ends === 1440 ? '24:00' : `${String(Math.floor(ends / 60) % 24).padStart(2, '0')}:${String(ends % 60).padStart(2, '0')}`
}
