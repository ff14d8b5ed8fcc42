export { type Variables, router, type C, type Handler, type Route, type Routes, type ApiSpec, type Section } from './router.ts'
export { page, redirect, notFound, forbidden, conflict, tooMany, download, json } from './answers.tsx'
export { submitted, uploaded, type UploadedFile } from './submitted.ts'
export type { PageOfRows } from '#kernel/db'
export { signedIn, pageOf } from './request.ts'
export { peerOf } from './peer.ts'
export { deviceOf, type Device } from './device.ts'
export {
  power,
  anyone,
  resident,
  verifiedResident,
  helper,
  agent,
  elected,
  officer,
  administrator,
  townHall,
  deskHand,
  either,
  type Power,
} from './powers.ts'
export { browserBundle } from './browserBundle.ts'
export { compose, type Composition, type Identity } from './compose.tsx'
export { watch, type Observer } from './watch.ts'
