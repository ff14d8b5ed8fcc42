export { bodies, cast, loadCast, member, type CastMember, type CastName } from './cast.ts'
export { drawnPicture } from './drawnPicture.ts'
export { daysAgo } from './daysAgo.ts'
