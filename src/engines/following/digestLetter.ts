import type { Locale } from '#kernel/i18n'
import { words } from './locales/index.ts'
import type { Because } from './rules.ts'

export interface News {
  readonly subject: string
  readonly title: string
  readonly url: string
  readonly what: { readonly fr: string; readonly en: string }
  readonly because: Because
}
const shown = 30

/**
 * The letter that tells someone their news, grouped by page, in the order it happened. Addresses are whole.
 * @param letter.total how many pieces of news there are, when `news` holds only the first ones
 */
export const digestLetter = (letter: {
  commune: string
  name: string
  origin: string
  news: readonly News[]
  total: number
  locale: Locale
  leaveSubject: string | null
  leaveAll: string
}): { subject: string; text: string } => {
  const t = words(letter.locale)
  const news = letter.news.slice(0, shown)
  const titles = [...new Set(news.map(one => one.title))]
  const paragraphs = titles.map(title => {
    const about = news.filter(one => one.title === title)
    const lines = about.map(one => `- ${one.what[letter.locale]}\n  ${letter.origin}${one.url}`)
    return `${title}\n${lines.join('\n')}\n${t('letter.why', { because: t(`because.${about[0]!.because}`) })}`
  })
  const left = letter.total - news.length
  const foot = [
    letter.leaveSubject && t('letter.leaveSubject', { url: letter.origin + letter.leaveSubject }),
    t('letter.rhythm', { url: `${letter.origin}/compte/courriers` }),
    t('letter.leaveAll', { url: letter.origin + letter.leaveAll }),
  ]
  return {
    subject:
      titles.length === 1
        ? t('letter.subjectOne', { commune: letter.commune, title: titles[0]! })
        : t('letter.subjectMany', { commune: letter.commune, n: letter.total }),
    text: [
      t('letter.hello', { name: letter.name }),
      t('letter.lead'),
      ...paragraphs,
      ...(left > 0 ? [t('letter.more', { n: left, url: `${letter.origin}/notifications` })] : []),
      `--\n${foot.filter(Boolean).join('\n')}`,
    ].join('\n\n'),
  }
}
