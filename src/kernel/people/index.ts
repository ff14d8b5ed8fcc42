export { type PeopleTables } from './tables.ts'
export { visitor, type Actor, type Role, type College, roles, collegeOf, type OnBehalf, actorFrom } from './actor.ts'
export { addPerson, grantRole, recordResidence, personNames } from './queries.ts'
