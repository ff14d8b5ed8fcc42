import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from './locale.ts'

export type Value = string | number | null | undefined
/** Says the sentence of that key. Sentences use ICU message syntax: `{n, plural, one {# soutien} other {# soutiens}}`. */
export type Translate<Key extends string = string> = (key: Key, values?: Record<string, Value>) => string

/** The sentences of one room, in both languages; made once by `defineWords` and used as `words(locale)`. */
export interface Words<Key extends string> {
  (locale: Locale): Translate<Key>
  readonly sentences: Record<Locale, Readonly<Record<Key, string>>>
}

/**
 * Binds a room's French and English sentences. English must have exactly the keys of French.
 * A sentence without `{` is returned as it is; the others are parsed once.
 */
export const defineWords = <const Fr extends Record<string, string>>(sentences: {
  fr: Fr
  en: Record<keyof Fr & string, string>
}): Words<keyof Fr & string> => {
  type Key = keyof Fr & string
  const say: Record<Locale, Translate<Key>> = { fr: translator(sentences.fr, 'fr'), en: translator(sentences.en, 'en') }
  return Object.assign((locale: Locale) => say[locale], { sentences })
}

const translator = <Key extends string>(sentences: Record<Key, string>, locale: Locale): Translate<Key> => {
  const parsed = new Map<Key, IntlMessageFormat>()
  return (key, values) => {
    const sentence = sentences[key]
    if (!sentence.includes('{')) return sentence
    let message = parsed.get(key)
    if (!message) {
      message = new IntlMessageFormat(sentence, locale === 'fr' ? 'fr-FR' : 'en-GB', undefined, { ignoreTag: true })
      parsed.set(key, message)
    }
    return String(message.format(values))
  }
}
