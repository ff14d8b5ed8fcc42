import type { Context } from 'hono'
import { MessagePage, renderPage } from '#kernel/ui'
import { defaultLocale, isLocale } from '#kernel/i18n'
import { words } from './words.ts'

/** A page for when nothing else can be known: no database, no body, no person. Says so in words. */
export const apology = (
  c: Context,
  status: 400 | 403 | 404 | 413 | 500 | 503,
  what: 'notFound' | 'error' | 'away' | 'invalid' | 'elsewhere' | 'large',
) => {
  const asked = /(?:^|;\s*)langue=(\w+)/.exec(c.req.header('cookie') ?? '')?.[1] ?? c.req.header('accept-language')?.slice(0, 2)
  const locale = isLocale(asked) ? asked : defaultLocale
  const t = words(locale)
  if (status === 503) c.header('Retry-After', '10')
  return c.html(
    renderPage(<MessagePage title={t(`${what}.title`)} text={t(`${what}.text`)} />, {
      body: { name: 'Yvette', arms: null, accent: null },
      actor: { personId: null, name: '', onBehalf: null },
      locale,
      path: c.req.path,
      address: c.req.url,
      demonstration: false,
      navigation: [],
    }),
    status,
  )
}
