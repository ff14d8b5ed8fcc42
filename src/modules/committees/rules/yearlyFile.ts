/** What is examined every year, then what the commission is consulted on (CGCT L1413-1), then the rest. */
export const reportKinds = ['delegate-report', 'water-waste-report', 'regie-report', 'partnership-report'] as const
export const projectKinds = ['delegation-project', 'regie-project', 'partnership-project', 'research-project'] as const
export const fileKinds = [...reportKinds, ...projectKinds, 'other'] as const
export type FileKind = (typeof fileKinds)[number]
export const opinions = ['', 'favourable', 'reserved', 'unfavourable', 'noted'] as const
export type Opinion = (typeof opinions)[number]

export interface FileLine {
  readonly kind: FileKind
  readonly receivedOn: string | null
  readonly meetingId: string | null
  readonly opinion: Opinion
}
export type LineState = 'missing' | 'received' | 'examined'

/** A report is missing until it is received, then waits for a meeting that examines it. A project waits for an opinion. */
export const lineState = (line: FileLine): LineState =>
  line.meetingId !== null && (line.opinion !== '' || !isProject(line.kind)) ? 'examined' : line.receivedOn === null ? 'missing' : 'received'

export const isProject = (kind: FileKind): boolean => projectKinds.some(one => one === kind)

export interface Requirement {
  readonly id: 'composition' | 'meeting' | 'reports' | 'projects' | 'minutes' | 'presentation'
  readonly met: boolean
  /** How many are done, of how many. */
  readonly done: number
  readonly of: number
}

/** The list that a clerk ticks: what the file of a year must hold, and whether it does. */
export const requirements = (facts: {
  readonly seats: number
  readonly vacancies: number
  readonly sittings: readonly { readonly held: boolean; readonly minutesApproved: boolean }[]
  readonly lines: readonly FileLine[]
  readonly presented: boolean
}): readonly Requirement[] => {
  const held = facts.sittings.filter(one => one.held)
  const reports = facts.lines.filter(line => reportKinds.some(kind => kind === line.kind))
  const projects = facts.lines.filter(line => isProject(line.kind))
  const count = (id: Requirement['id'], done: number, of: number): Requirement => ({ id, met: done >= of, done, of })
  return [
    { ...count('composition', facts.seats - facts.vacancies, facts.seats), met: facts.seats > 0 && facts.vacancies === 0 },
    count('meeting', Math.min(held.length, 1), 1),
    count('reports', reports.filter(line => lineState(line) === 'examined').length, reports.length),
    count('projects', projects.filter(line => lineState(line) === 'examined').length, projects.length),
    count('minutes', held.filter(one => one.minutesApproved).length, held.length),
    count('presentation', facts.presented ? 1 : 0, 1),
  ]
}
