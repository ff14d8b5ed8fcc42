export { identity, identityOf, seenBy, allow, browserHeaders, type IdentityOptions, type SignIn } from './identity.ts'
export { authRoutes, startProvider, endSession } from './authRoutes.ts'
export { franceConnect, proConnect, type OidcDoor } from './oidcDoor.ts'
export { signInAs, cookieAttributes } from './signInAs.ts'
export { linkMinutes } from './openDoors.ts'
export { readSessionCookie, sessionCookieName, signedSessionCookie, signInKey } from './sessionCookie.ts'
export { words as authWords } from './locales/index.ts'
export {
  sessionsOf,
  closeSessions,
  doorsOf,
  passkeysOf,
  removePasskey,
  removeDoors,
  startActing,
  stopActing,
  sweepAuth,
  type OpenSession,
  type KnownDoor,
  type KnownPasskey,
} from './sessions.ts'
