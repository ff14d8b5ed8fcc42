import { anyone, type C, router } from '#kernel/http'
import { addressOf, identityOf, toLibrary } from './identity.ts'
import { addressHeader } from './openDoors.ts'

const opened = 'magic-link/verify|callback/franceconnect|callback/proconnect|passkey/(?:generate-authenticate-options|verify-authentication|generate-register-options|verify-registration)'

/** The few addresses of better-auth that a browser may reach by itself; everything else goes through our own forms. */
export const authRoutes = router()
  .get(`/api/auth/:door{${opened}}`, anyone, c => pass(c))
  .post(`/api/auth/:door{${opened}}`, anyone, c => pass(c))

const pass = (c: C) => {
  const identity = identityOf(c)
  const asked = new URL(c.req.url)
  const headers = new Headers(c.req.raw.headers)
  named(headers, c)
  const init = { method: c.req.method, headers, ...(c.req.method === 'POST' ? { body: c.req.raw.body, duplex: 'half' } : {}) }
  return identity.handle(c.var.url, new Request(`${c.var.url}${asked.pathname}${asked.search}`, init))
}

/** Sends the browser to a provider, with the state, nonce and PKCE that bind its return to this browser. Null when it cannot be reached. */
export const startProvider = async (c: C, provider: string, back: { readonly success: string; readonly failure: string }): Promise<Response | null> => {
  const answer = await library(c, '/sign-in/social', { provider, callbackURL: back.success, errorCallbackURL: back.failure, newUserCallbackURL: back.success })
  const found: unknown = answer.ok ? await answer.json() : null
  const url: unknown = Reflect.get(Object(found), 'url')
  if (typeof url !== 'string') return null
  keepCookies(c, answer)
  return c.redirect(url, 303)
}

/** Ends the session here. Returns where to end it at the provider too, when one was used. */
export const endSession = async (c: C, back: string): Promise<string | null> => {
  const answer = await library(c, '/sign-out', { callbackURL: back, disableRedirect: true })
  keepCookies(c, answer)
  const found: unknown = answer.ok ? await answer.json() : null
  const url: unknown = Reflect.get(Object(found), 'url')
  return typeof url === 'string' ? url : null
}

const library = (c: C, path: string, body: object) => {
  const headers = new Headers(c.req.raw.headers)
  named(headers, c)
  return identityOf(c).handle(c.var.url, toLibrary(c.var.url, path, body, headers))
}

const named = (headers: Headers, c: C) => {
  headers.delete(addressHeader)
  const address = addressOf(c, identityOf(c).options)
  if (address) headers.set(addressHeader, address)
}

const keepCookies = (c: C, answer: Response) => {
  for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
}
