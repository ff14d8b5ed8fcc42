import { anyone, type C, type Power, resident, router } from '#kernel/http'
import { browserHeaders, identityOf, seenBy, toLibrary } from './identity.ts'
import { sessionCookieName } from './sessionCookie.ts'
import { cameByProvider, closeSession } from './sessions.ts'

const opened: readonly (readonly ['get' | 'post', string, Power])[] = [
  ['get', 'magic-link/verify', anyone],
  ['get', 'callback/franceconnect', anyone],
  ['get', 'callback/proconnect', anyone],
  ['get', 'passkey/generate-authenticate-options', anyone],
  ['post', 'passkey/verify-authentication', anyone],
  ['get', 'passkey/generate-register-options', resident],
  ['post', 'passkey/verify-registration', resident],
]

/** The few addresses of better-auth that a browser may reach by itself; everything else goes through our own forms. */
export const authRoutes = opened.reduce(
  (routes, [method, path, power]) => routes[method](`/api/auth/${path}`, power, c => pass(c)),
  router(),
)

const pass = async (c: C<any>) => {
  const asked = new URL(c.req.url)
  const init: RequestInit = {
    method: c.req.method,
    headers: browserHeaders(c),
    ...(c.req.method === 'POST' ? { body: await c.req.text() } : {}),
  }
  const answer = await identityOf(c).handle(c.var.url, new Request(`${c.var.url}${asked.pathname}${asked.search}`, init))
  // To our own site, 401 would mean « sign in »: here it only means that this key or code is not the right one.
  return answer.status === 401 || answer.status === 403 ? new Response(answer.body, { status: 400, headers: answer.headers }) : answer
}

/** Sends the browser to a provider, to come in or, signed in, to link it to one's account; with the state, nonce and PKCE that bind its return to this browser. Null when it cannot be reached. */
export const startProvider = async (
  c: C<any>,
  provider: string,
  back: { readonly success: string; readonly failure: string },
): Promise<Response | null> => {
  const linking = c.var.actor.personId !== null
  const answer = await library(c, linking ? '/link-social' : '/sign-in/social', {
    provider,
    callbackURL: back.success,
    errorCallbackURL: back.failure,
    newUserCallbackURL: back.success,
  })
  const found: unknown = answer.ok ? await answer.json() : null
  const url: unknown = Reflect.get(Object(found), 'url')
  if (typeof url !== 'string') return null
  keepCookies(c, answer)
  return c.redirect(url, 303)
}

/** Ends the session here. Returns where to end it at the provider too, when one was used. */
export const endSession = async (c: C<any>, back: string): Promise<string | null> => {
  const { sessionId } = seenBy(c)
  if (!sessionId) return null
  if (!(await cameByProvider(c.var.db, sessionId))) {
    await closeSession(c.var.db, sessionId)
    c.header(
      'Set-Cookie',
      `${sessionCookieName(c.var.url)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${c.var.url.startsWith('https:') ? '; Secure' : ''}`,
      { append: true },
    )
    return null
  }
  const answer = await library(c, '/sign-out', { callbackURL: back, disableRedirect: true })
  keepCookies(c, answer)
  const found: unknown = answer.ok ? await answer.json() : null
  const url: unknown = Reflect.get(Object(found), 'url')
  return typeof url === 'string' ? url : null
}

const library = (c: C<any>, path: string, body: object) =>
  identityOf(c).handle(c.var.url, toLibrary(c.var.url, path, body, browserHeaders(c)))

const keepCookies = (c: C<any>, answer: Response) => {
  for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
}
