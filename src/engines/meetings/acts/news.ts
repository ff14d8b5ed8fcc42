import { words } from '../locales/index.ts'
import type { fr } from '../locales/fr.ts'
import type { Session } from '../queries/session.ts'

type Said = Extract<keyof typeof fr, `news.${string}`>

/** What an event says to those who follow the assembly's owner: which page to open, and one sentence in both languages. */
export const news = ({ assembly, meeting }: Session, said: Said, rest = '') => ({
  subject: assembly.owner,
  title: meeting.title,
  url: `${assembly.path}/${meeting.id}${rest}`,
  what: { fr: words('fr')(said), en: words('en')(said) },
})
