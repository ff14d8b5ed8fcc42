/** The whole dependency graph of the platform, on one page. A module may use only the modules named on its line. */
export const modules = {
  accounts: [],
  administration: [],
  catalogue: ['measures'],
  consultations: ['catalogue', 'measures'],
  desk: ['accounts'],
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
  opinionMap: [],
  outline: [],
  paper: [],
  texts: [],
}
