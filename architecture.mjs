/** The whole dependency graph of the platform, on one page. A module may use only the modules named on its line. */
export const modules = {
  accounts: [],
  administration: [],
  catalogue: ['measures'],
  commitments: ['catalogue', 'measures'],
  desk: ['accounts'],
  evaluations: ['catalogue', 'commitments'],
  measures: [],
  mailbox: [],
  notifications: [],
  questions: ['catalogue'],
  moderation: [],
  portal: [],
}
/** Engines are independent of one another unless named here. */
export const engines = {
  answers: ['moderation', 'paper', 'texts'],
  debate: ['moderation', 'paper'],
  following: [],
  meetings: ['texts'],
  moderation: [],
  outline: [],
  paper: [],
  surveys: [],
  tabulation: [],
  texts: [],
}
