import { z } from 'zod'
import { oneOf, optionalText } from '#kernel/forms'
import { type Locale, locales } from '#kernel/i18n'

export const ChosenLanguage = z.object({ locale: oneOf(locales), return: optionalText(2000) })

/** Remembers the language for a year; read by nobody but this site. */
export const languageCookie = (locale: Locale, url: string) =>
  `langue=${locale}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${url.startsWith('https:') ? '; Secure' : ''}`

/** A path of this site, whatever was sent: `\` counts as `/` for browsers. */
export const pathHere = (path: string) => (/^\/(?![/\\])[^\\\s]*$/.test(path) ? path : '/')
