import { createHmac } from 'node:crypto'
import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth'
import { createRemoteJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose'

/** An OpenID Connect provider of the State, as this instance is registered with it. */
export interface OidcDoor {
  readonly id: 'franceconnect' | 'proconnect'
  /** `…/.well-known/openid-configuration` */
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Levels of assurance accepted, the first one being asked for. */
  readonly acr: readonly string[]
  readonly scopes: readonly string[]
  /** ProConnect: only agents of these establishments (14 digits each) come in; empty or absent, all do. */
  readonly sirets?: readonly string[]
}

/** FranceConnect, for residents: https://docs.partenaires.franceconnect.gouv.fr */
export const franceConnect = (client: Pick<OidcDoor, 'discoveryUrl' | 'clientId' | 'clientSecret'>): OidcDoor => ({
  id: 'franceconnect',
  acr: ['eidas1', 'eidas2', 'eidas3'],
  scopes: ['openid', 'given_name', 'family_name', 'birthdate', 'gender', 'birthplace', 'email'],
  ...client,
})

/** ProConnect, for agents: https://partenaires.proconnect.gouv.fr/docs */
export const proConnect = (client: Pick<OidcDoor, 'discoveryUrl' | 'clientId' | 'clientSecret' | 'sirets'>): OidcDoor => ({
  id: 'proconnect',
  acr: [
    'eidas1',
    'eidas2',
    'eidas3',
    'https://proconnect.gouv.fr/assurance/self-asserted',
    'https://proconnect.gouv.fr/assurance/self-asserted-2fa',
    'https://proconnect.gouv.fr/assurance/consistency-checked',
    'https://proconnect.gouv.fr/assurance/consistency-checked-2fa',
    'https://proconnect.gouv.fr/assurance/certification-dirigeant',
  ],
  scopes: ['openid', 'given_name', 'usual_name', 'email', 'siret', 'organizational_unit', 'idp_id'],
  ...client,
})

/**
 * How better-auth reaches this provider. The library sends and checks state, PKCE, nonce and the ID token's signature,
 * issuer and audience; what it leaves out is added here: an ID token is required, its level of assurance is accepted, and
 * userinfo is signed by the same issuer, for us, about the same subject.
 */
export const oidcDoor = (door: OidcDoor, origin: string, secret: string): GenericOAuthConfig => ({
  providerId: door.id,
  discoveryUrl: door.discoveryUrl,
  clientId: door.clientId,
  clientSecret: door.clientSecret,
  authentication: 'post',
  scopes: [...door.scopes],
  pkce: true,
  requireIdTokenVerification: true,
  postLogoutRedirectURI: `${origin}/connexion/au-revoir`,
  authorizationUrlParams: { acr_values: door.acr[0]! },
  accountSubject: ({ profile }) => String(profile.sub),
  async getUserInfo(tokens) {
    if (!tokens.idToken || !tokens.accessToken) return null
    const identity = decodeJwt(tokens.idToken) // its signature was checked just before
    if (typeof identity.acr !== 'string' || !door.acr.includes(identity.acr)) return null
    const facts = await signedUserInfo(door, tokens.accessToken)
    if (!facts || facts.sub !== identity.sub) return null
    if (door.sirets?.length && !door.sirets.includes(String(facts.siret))) return null
    return {
      ...facts,
      email: `${door.id}-${digest(secret, door.id, facts.sub)}@${door.id}.invalid`,
      emailVerified: false,
      claimedEmail: facts.email,
    }
  },
  mapProfileToUser: profile => doorUser(door.id, profile, secret),
})

/** What is kept of a profile: a public name, an address, a birth date; of the pivot identity only a keyed digest. */
const doorUser = (door: OidcDoor['id'], profile: Record<string, unknown>, secret: string): Record<string, unknown> => {
  const text = (key: string) => (typeof profile[key] === 'string' ? profile[key].trim() : '')
  const given = text('given_name').split(/\s+/)[0] ?? ''
  const family = text('preferred_username') || text('usual_name') || text('family_name')
  const birthDate = /^\d{4}-\d{2}-\d{2}$/.test(text('birthdate')) ? text('birthdate') : null
  const email = text('claimedEmail').toLowerCase()
  const pivot = ['given_name', 'family_name', 'birthdate', 'gender', 'birthplace'].map(text)
  return {
    name: `${given} ${family}`.trim(),
    door,
    birthDate,
    // ProConnect chooses the provider by the domain of the address, so the employer answers for it; FranceConnect repeats it.
    trustedEmail: door === 'proconnect' && email ? email : null,
    claimedEmail: email || null,
    pivot: door === 'franceconnect' && birthDate ? digest(secret, 'pivot', ...pivot) : null,
  }
}

const digest = (secret: string, ...parts: readonly (string | undefined)[]) =>
  createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex').slice(0, 40)

const signedUserInfo = async (door: OidcDoor, accessToken: string): Promise<JWTPayload | null> => {
  const issuer = await discovered(door.discoveryUrl)
  const answer = await fetch(issuer.userinfo, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/jwt' },
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  })
  if (!answer.ok || !/^application\/jwt\b/i.test(answer.headers.get('content-type') ?? '')) return null
  try {
    const { payload } = await jwtVerify(await answer.text(), issuer.keys, {
      issuer: issuer.name,
      audience: door.clientId,
      algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    })
    return payload
  } catch {
    return null
  }
}

interface Issuer {
  readonly name: string
  readonly userinfo: string
  readonly keys: ReturnType<typeof createRemoteJWKSet>
}
const issuers = new Map<string, Promise<Issuer>>()
const discovered = (url: string): Promise<Issuer> => {
  let known = issuers.get(url)
  if (!known) {
    known = discover(url)
    known.catch(() => issuers.delete(url))
    issuers.set(url, known)
  }
  return known
}
const discover = async (url: string): Promise<Issuer> => {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(10_000) })
  const found: unknown = await answer.json()
  if (!isDiscovery(found)) throw new Error('The identity provider describes itself incompletely.')
  return { name: found.issuer, userinfo: found.userinfo_endpoint, keys: createRemoteJWKSet(new URL(found.jwks_uri)) }
}
const isDiscovery = (found: unknown): found is { issuer: string; userinfo_endpoint: string; jwks_uri: string } =>
  typeof found === 'object' &&
  found !== null &&
  ['issuer', 'userinfo_endpoint', 'jwks_uri'].every(key => typeof Reflect.get(found, key) === 'string')
