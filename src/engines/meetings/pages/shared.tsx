import { formatDate, formatTime } from '#kernel/i18n'
import { Tag } from '#kernel/ui'
import type { Locale } from '#kernel/i18n'
import type { T } from '../locales/index.ts'
import type { Meeting } from '../queries/meetings.ts'
import type { Session } from '../queries/session.ts'
import type { Delay } from '../rules/charter.ts'
import { parisTime } from '#kernel/rules'

/** « mercredi 1 juillet 2026, de 20 h à 22 h » */
export const when = (t: T, locale: Locale, meeting: Pick<Meeting, 'startsAt' | 'endsAt'>) => {
  const [from, to] = [formatTime(meeting.startsAt, locale), formatTime(meeting.endsAt, locale)]
  return t('meeting.when', { day: formatDate(parisTime(meeting.startsAt).day, locale), from, to })
}
export const StateTag = ({ t, meeting }: { t: T; meeting: Pick<Meeting, 'state'> }) => (
  <Tag tone={tones[meeting.state]}>{t(`state.${meeting.state}`)}</Tag>
)
const tones = { planned: 'plain', convened: 'river', opened: 'ochre', adjourned: 'brick', closed: 'leaf', cancelled: 'brick' } as const

export const meetingUrl = ({ assembly, meeting }: Pick<Session, 'assembly' | 'meeting'>, rest = '') =>
  `${assembly.path}/${meeting.id}${rest}`
export const nameIn = (t: T, session: Pick<Session, 'names'>, person: string) => session.names.get(person) || t('someone')
export const sayDelay = (t: T, delay: Delay) => t(`delay.${delay.kind}`, { n: delay.n })
