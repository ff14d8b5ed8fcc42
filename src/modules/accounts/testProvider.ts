import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { Provider } from 'oidc-provider'

/** A provider that speaks the real protocol on the loopback, and can be told to misbehave. */
export interface TestProvider {
  readonly discoveryUrl: string
  /** Who comes in next, with the claims of their userinfo. */
  person: { readonly sub: string; readonly [claim: string]: unknown }
  acr: string
  /** What a dishonest or broken provider would change. */
  tamper: {
    idToken?: (claims: JWTPayload) => JWTPayload
    userInfo?: (claims: JWTPayload) => JWTPayload
    unsignedUserInfo?: boolean
    noIdToken?: boolean
    foreignKey?: boolean
  }
  /** Follows the browser through the provider's pages. Returns the address it sends the browser back to. */
  walk(authorizationUrl: string): Promise<string>
  close(): Promise<void>
}

/** Starts the provider with one client. */
export const testProvider = async (client: { id: string; secret: string; redirect: string; loggedOut: string }): Promise<TestProvider> => {
  const keys = await generateKeyPair('RS256', { extractable: true })
  const foreign = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(keys.privateKey)), alg: 'RS256', use: 'sig', kid: 'test' }
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has such an address
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirect],
        post_logout_redirect_uris: [client.loggedOut],
        token_endpoint_auth_method: 'client_secret_post',
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [jwk] },
    acrValues: ['eidas1', 'eidas2'],
    cookies: { keys: ['test'] },
    pkce: { required: () => true },
    scopes: [
      'openid',
      'offline_access',
      'given_name',
      'family_name',
      'usual_name',
      'birthdate',
      'gender',
      'birthplace',
      'email',
      'siret',
      'organizational_unit',
      'idp_id',
    ],
    claims: Object.fromEntries(
      [
        'given_name',
        'family_name',
        'usual_name',
        'birthdate',
        'gender',
        'birthplace',
        'email',
        'siret',
        'organizational_unit',
        'idp_id',
      ].map(name => [name, [name]]),
    ),
    features: { jwtUserinfo: { enabled: true }, devInteractions: { enabled: false } },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, AuthorizationCode: 60, IdToken: 600 },
    interactions: { url: (_, interaction) => `/entrance/${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...made.person, sub }) }),
    // Everything asked for is granted, as FranceConnect does after its own consent page.
    loadExistingGrant: async ctx => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId! })
      grant.addOIDCScope(String(ctx.oidc.params!.scope))
      await grant.save()
      return grant
    },
  })
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'test' })
      .sign(made.tamper.foreignKey ? foreign.privateKey : keys.privateKey)
  provider.use(async (ctx, next) => {
    if (ctx.path.startsWith('/entrance/')) {
      const { prompt } = await provider.interactionDetails(ctx.req, ctx.res)
      if (prompt.name !== 'login') throw new Error(`unexpected prompt ${prompt.name}`)
      await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: made.person.sub, acr: made.acr, remember: false } })
      ctx.respond = false
      return
    }
    await next()
    if (ctx.oidc?.route === 'token' && ctx.status === 200) {
      const answer = ctx.body as { id_token?: string } // what the token endpoint answers
      if (made.tamper.noIdToken) delete answer.id_token
      else if (made.tamper.idToken) answer.id_token = await sign(made.tamper.idToken(claimsOf(answer.id_token!)))
    }
    if (ctx.oidc?.route === 'userinfo' && ctx.status === 200) {
      const claims = claimsOf(String(ctx.body))
      if (made.tamper.unsignedUserInfo) ctx.body = claims
      else if (made.tamper.userInfo || made.tamper.foreignKey) {
        ctx.body = await sign((made.tamper.userInfo ?? (same => same))(claims))
        ctx.type = 'application/jwt'
      }
    }
  })
  server.on('request', provider.callback())
  const made: TestProvider = {
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    person: { sub: 'nobody' },
    acr: 'eidas1',
    tamper: {},
    async walk(start) {
      const jar = new Map<string, string>()
      let url = start
      for (let step = 0; step < 10; step += 1) {
        if (!url.startsWith(issuer)) return url
        const answer = await fetch(url, {
          redirect: 'manual',
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        })
        for (const cookie of answer.headers.getSetCookie())
          jar.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1).split(';')[0]!)
        const next = answer.headers.get('location')
        if (!next)
          throw new Error(
            `The provider answered ${answer.status} at ${url}: ${(await answer.text()).replace(/<style[\s\S]*?<\/style>|<[^>]+>|\s+/g, ' ').slice(0, 300)}`,
          )
        url = new URL(next, url).href
      }
      throw new Error('The provider never sends the browser back.')
    },
    close: () => new Promise(done => server.close(() => done())),
  }
  return made
}

const claimsOf = (jwt: string): JWTPayload => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString())
