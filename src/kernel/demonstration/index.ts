export { bodies, cast, loadCast, member, type CastMember, type CastName } from './cast.ts'
export { daysAgo } from './daysAgo.ts'
