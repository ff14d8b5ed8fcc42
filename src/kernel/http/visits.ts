import type { Context } from 'hono'
import type { Database } from '#kernel/db'

/** Pages drawn for visitors, given again for as long as nothing at all has changed in the database. */
export interface Visits {
  /** What a visitor's request may find again; null for anybody known, and for anything but reading. */
  open(c: Context, day: string, minute: number): Promise<Visit | null>
}
export interface Visit {
  /** The page as it was drawn, when the database has not changed since. */
  readonly kept: Response | null
  keep(response: Response): Promise<void>
}
interface Kept {
  readonly state: string
  readonly headers: [string, string][]
  readonly text: string
}

// Characters; addresses are the visitor's to invent, so what is kept of them is bounded as a whole.
const longest = 300_000
const mostTogether = 16_000_000

/**
 * The state of the database is PostgreSQL's own snapshot: it differs as soon as any transaction that wrote has ended. It is
 * read before the page is drawn, so that a page is never kept under a state later than what it shows.
 */
export const keepVisits = (database: Database): Visits => {
  const pages = new Map<string, Kept>()
  let together = 0
  const sizeOf = (key: string) => key.length + (pages.get(key)?.text.length ?? 0)
  const forget = (key: string) => {
    if (!pages.has(key)) return
    together -= sizeOf(key)
    pages.delete(key)
  }
  return {
    async open(c, day, minute) {
      const cookie = c.req.header('cookie') ?? ''
      if (c.req.method !== 'GET' || cookie.replace(/(?:^|;\s*)langue=\w+/, '') !== '') return null
      const { rows } = await database.pool.query<{ state: string }>({ name: 'visit', text: 'select pg_current_snapshot()::text as state' })
      const state = rows[0]!.state
      const key = JSON.stringify([
        c.req.url,
        c.req.header('x-forwarded-host'),
        c.req.header('x-forwarded-proto'),
        cookie,
        c.req.header('accept-language')?.slice(0, 2),
        day,
        minute,
      ])
      const found = pages.get(key)
      return {
        kept: found?.state === state ? new Response(found.text, { headers: found.headers }) : null,
        async keep(response) {
          if (
            response.status !== 200 ||
            response.headers.has('set-cookie') ||
            !response.headers.get('content-type')?.startsWith('text/html')
          )
            return
          const text = await response.clone().text()
          if (key.length + text.length > longest) return
          forget(key)
          pages.set(key, { state, headers: [...response.headers], text })
          together += sizeOf(key)
          for (const oldest of pages.keys()) {
            if (together <= mostTogether) break
            forget(oldest)
          }
        },
      }
    },
  }
}
