/** The interface speaks French first, and English. */
export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'fr'
export const isLocale = (text: string | undefined): text is Locale => locales.some(locale => locale === text)
