import { z } from 'zod'

/** Languages a questionnaire may speak beside French, each under its own name. */
export const languageNames: Readonly<Record<string, string>> = {
  fr: 'Français',
  en: 'English',
  ar: 'العربية',
  de: 'Deutsch',
  es: 'Español',
  it: 'Italiano',
  pl: 'Polski',
  pt: 'Português',
  ro: 'Română',
  ru: 'Русский',
  tr: 'Türkçe',
  uk: 'Українська',
  vi: 'Tiếng Việt',
  zh: '中文',
}
export const isLanguage = (code: string) => Object.hasOwn(languageNames, code)

const text = z.string().trim().min(1).max(2000)
const language = z.string().refine(isLanguage)

/** The same words in several languages; French is always there. */
export const Labels = z.record(language, text).refine(labels => typeof labels['fr'] === 'string')
export type Labels = z.output<typeof Labels>

/** Words as they are said in one language; `isFallback` when they had to be said in French. */
export interface Said {
  readonly text: string
  readonly language: string
  readonly isFallback: boolean
}
export const said = (labels: Labels, wanted: string): Said => {
  const found = Object.hasOwn(labels, wanted) ? labels[wanted] : undefined
  return { text: found ?? labels['fr'] ?? '', language: found ? wanted : 'fr', isFallback: !found }
}

/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')
