import { words } from './locales/index.ts'
import { ownContentsPath } from './pages/addresses.ts'

/** What is told to those who want to know what comes of a content (its author, who reads the reason on their own page). */
export const newsOf = (subject: string, act: 'released' | 'hidden' | 'restored' | 'confirmed') => ({
  subject,
  title: words.sentences.fr['news.title'],
  url: ownContentsPath,
  what: { fr: words.sentences.fr[`news.${act}`], en: words.sentences.en[`news.${act}`] },
})
