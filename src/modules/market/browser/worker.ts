/**
 * Gives the page of the square when the network does not. Nothing else: what is done in the square is kept by the page itself, and
 * sent by it. It serves `/marche/placement/` alone.
 */
interface Fetch extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Wait extends Event {
  waitUntil(work: Promise<unknown>): void
}
declare const self: EventTarget & { skipWaiting(): Promise<void>; readonly clients: { claim(): Promise<void> } }

const isFetch = (event: Event): event is Fetch => 'respondWith' in event
const isWait = (event: Event): event is Wait => 'waitUntil' in event

self.addEventListener('install', event => isWait(event) && event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', event => isWait(event) && event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', event => {
  if (!isFetch(event) || event.request.method !== 'GET') return
  const { pathname } = new URL(event.request.url)
  if (pathname.startsWith('/assets/')) event.respondWith(keptFirst(event.request, pathname))
  else if (event.request.mode === 'navigate' || pathname.endsWith('.js')) event.respondWith(networkFirst(event.request, pathname))
})

const networkFirst = async (request: Request, pathname: string): Promise<Response> => {
  const shelf = await caches.open('yvette-marche')
  const answer = await Promise.race([fetch(request).catch(() => null), late()])
  if (answer) {
    if (answer.ok && !answer.redirected) await shelf.put(pathname, answer.clone())
    return answer
  }
  return (await shelf.match(pathname)) ?? fetch(request)
}
const keptFirst = async (request: Request, pathname: string): Promise<Response> => {
  const shelf = await caches.open('yvette-marche')
  const kept = await shelf.match(pathname)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await shelf.put(pathname, answer.clone())
  return answer
}
/** A network that does not answer is no network. */
const late = (): Promise<null> => new Promise(resolve => setTimeout(() => resolve(null), 5000))
