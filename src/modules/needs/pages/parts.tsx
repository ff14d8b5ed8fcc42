import { isVisibleTo, type Moderated } from '#engines/moderation'
import type { Actor } from '#kernel/people'
import { By, type ListingItem, Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Line } from '../queries/readLines.ts'
import type { Round } from '../queries/rounds.ts'
import type { State } from '../rules/life.ts'
import { standingOf } from '../rules/rounds.ts'
import { linePath } from '../rules/sitePath.ts'
import { formatDate, type Locale } from '#kernel/i18n'

const tones = {
  stated: 'ochre',
  recognised: 'river',
  'not-recognised': 'brick',
  adapted: 'river',
  became: 'river',
  done: 'leaf',
  checked: 'leaf',
  closed: 'plain',
} as const

export const StateTag = ({ t, state }: { t: T; state: State }) => <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>

export interface ShownLines {
  readonly t: T
  readonly reader: Actor
  readonly moderated: { get(subject: string): Moderated }
}

/** A line as one item of a list: what, for whom, who says so, where it stands. */
export const lineItem = ({ t, reader, moderated }: ShownLines, line: Line): ListingItem => {
  const isShown = isVisibleTo(moderated.get(`need:${line.id}`), reader)
  const agreements = line.agreements.users + line.agreements.agents + line.agreements.elected
  return {
    href: linePath(line.id),
    title: isShown ? line.what : t('line.hidden'),
    text: isShown && line.change ? line.change : undefined,
    note: (
      <>
        {line.kind === 'fails' && (
          <>
            <StateTag t={t} state={line.state} />{' '}
          </>
        )}
        {t('statement.agreements', { n: agreements })}
        <By name={line.author} college={line.college} at={line.at} keyedBy={line.keyedBy} />
      </>
    ),
  }
}

/** Where a round stands, in words. */
export const roundNote = (t: T, locale: Locale, today: string, round: Round): string => {
  const standing = standingOf(round, today)
  const said = {
    coming: () => t('round.coming', { date: formatDate(round.opensOn, locale) }),
    open: () => t('round.until', { date: formatDate(round.closesOn, locale) }),
    'to-conclude': () => t('round.toConclude', { date: formatDate(round.closesOn, locale) }),
    concluded: () => t('round.concluded', { date: formatDate(round.closedAt ?? round.closesOn, locale) }),
  }[standing]()
  return `${said}, ${t('round.lines', { n: round.lines })}`
}

export interface Named {
  readonly id: string
  readonly name: string
}
export const statementPath = (service: string) => `/besoins/services/${service}`
export const crumbs = (t: T, service?: Named) => [
  { label: t('needs.title'), href: '/besoins' },
  ...(service ? [{ label: service.name, href: statementPath(service.id) }] : []),
]
