import type { ICalDayJsStub } from 'ical-generator'

const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' })

/** An instant that writes itself in Parisian time wherever the server stands; a plain Date would be written in the server's own zone. */
export const clockInParis = (instant: string): ICalDayJsStub => {
  const [day = '', time = ''] = wall.format(new Date(instant)).split(' ')
  const clock: ICalDayJsStub = {
    tz: () => clock,
    utc: () => clock,
    format: pattern => (pattern === 'YYYYMMDD' ? day : time).replaceAll(/[-:]/g, ''),
    isValid: () => true,
    toDate: () => new Date(instant),
    toJSON: () => instant,
  }
  return clock
}
