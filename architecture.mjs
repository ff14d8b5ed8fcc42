/** The whole dependency graph of the platform, on one page. A module may use only the modules named on its line. */
export const modules = {
  accounts: [],
  administration: [],
  catalogue: ['measures'],
  committees: ['catalogue'],
  commitments: ['catalogue', 'measures'],
  desk: ['accounts'],
  evaluations: ['catalogue', 'commitments'],
  measures: [],
  mailbox: [],
  needs: ['catalogue', 'measures'],
  notifications: [],
  outcomes: ['catalogue', 'measures'],
  questions: ['catalogue'],
  moderation: [],
  population: [],
  portal: [],
  surveys: ['catalogue', 'measures', 'population'],
}
/** Engines are independent of one another unless named here. */
export const engines = {
  answers: ['moderation', 'paper', 'texts'],
  debate: ['moderation', 'paper'],
  following: [],
  meetings: ['moderation', 'texts'],
  moderation: [],
  opinionMap: [],
  outline: [],
  paper: [],
  surveys: [],
  tabulation: [],
  texts: [],
}
