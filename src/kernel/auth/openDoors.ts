import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { magicLink } from 'better-auth/plugins/magic-link'
import type { Kysely } from 'kysely'
import { type OidcDoor, oidcDoor } from './oidcDoor.ts'
import { cookiePrefix } from './sessionCookie.ts'

export interface DoorsOptions {
  readonly origin: string
  readonly siteName: string
  readonly secret: string
  readonly db: Kysely<any>
  readonly oidc: readonly OidcDoor[]
  /** Given the secret of a link that was asked for; who asked puts it in a letter. */
  readonly handLink: (token: string) => void
}

export const linkMinutes = 20
export const sessionDays = 30
/** Set by us on every request handed to the library; whatever a browser sends under this name is dropped. */
export const addressHeader = 'x-yvette-address'

/** better-auth, wired once for one public origin: e-mail link, passkey, OpenID Connect. */
export const openDoors = (options: DoorsOptions) => {
  const secure = options.origin.startsWith('https:')
  return betterAuth({
    appName: options.siteName,
    baseURL: options.origin,
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: [options.origin],
    database: { db: options.db, type: 'postgres', schemaName: 'auth', transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    onAPIError: { errorURL: `${options.origin}/connexion` },
    user: {
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        door: { type: 'string', required: false, defaultValue: 'email', returned: false },
        trustedEmail: { type: 'string', required: false, fieldName: 'trusted_email', returned: false },
        claimedEmail: { type: 'string', required: false, fieldName: 'claimed_email', returned: false },
        birthDate: { type: 'string', required: false, fieldName: 'birth_date', returned: false },
        pivot: { type: 'string', required: false, returned: false },
      },
    },
    session: {
      fields: { ...stamps, userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' },
      expiresIn: sessionDays * 86_400,
      disableSessionRefresh: true,
    },
    account: {
      fields: {
        ...stamps,
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
      encryptOAuthTokens: true,
      // A provider is linked only by the person, signed in, who asks for it; the library never guesses from an address.
      accountLinking: {
        enabled: true,
        disableImplicitLinking: true,
        allowDifferentEmails: true,
        trustedProviders: options.oidc.map(door => door.id),
      },
    },
    verification: { fields: { ...stamps, expiresAt: 'expires_at' } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 100,
      // A digital public space shares one address: what protects a mailbox is counted per mailbox.
      customRules: {
        '/sign-in/magic-link': { window: 600, max: 60 },
        '/magic-link/verify': { window: 60, max: 30 },
        '/sign-in/social': { window: 60, max: 60 },
        '/link-social': { window: 60, max: 60 },
      },
    },
    advanced: {
      useSecureCookies: false, // the prefix and the attribute are set here, so that the prefix can be __Host-
      cookiePrefix: cookiePrefix(options.origin),
      defaultCookieAttributes: { httpOnly: true, secure, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [
      magicLink({
        storeToken: 'hashed',
        expiresIn: linkMinutes * 60,
        rateLimit: { window: 600, max: 60 },
        sendMagicLink: ({ token }) => options.handLink(token),
      }),
      passkey({
        rpID: new URL(options.origin).hostname,
        rpName: options.siteName,
        origin: options.origin,
        schema: {
          passkey: {
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      genericOAuth({ config: options.oidc.map(door => oidcDoor(door, options.origin, options.secret)) }),
    ],
  })
}
export type Doors = ReturnType<typeof openDoors>

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' } as const
