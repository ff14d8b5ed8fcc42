import { formatMoney, type Locale } from '#kernel/i18n'
import { Listing, Section, Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { MandateLine } from '../mandate.ts'
import type { MandateState } from '../rules/mandate.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly lines: readonly MandateLine[]
}
const tones = {
  late: 'brick',
  unpromised: 'ochre',
  'in-time': 'river',
  kept: 'leaf',
  shaping: 'plain',
  closed: 'plain',
} as const satisfies Record<MandateState, string>

/** Measures under their theme, in the order of the programme. */
export const MandateLines = ({ t, locale, lines }: Props) => {
  const groups: { id: string; title: string; lines: MandateLine[] }[] = []
  for (const line of lines) {
    const id = line.theme?.id ?? ''
    const last = groups.at(-1)
    if (last?.id === id) last.lines.push(line)
    else groups.push({ id, title: line.theme?.title ?? t('mandate.apart'), lines: [line] })
  }
  return (
    <>
      {groups.map(group => (
        <Section key={group.lines[0]!.id} title={group.title}>
          <Listing
            items={group.lines.map(line => ({
              href: `/mesures/${line.id}`,
              title: `${line.number} ${line.title}`.trim(),
              text: <Facts t={t} locale={locale} line={line} />,
              note: (
                <>
                  <Tag tone={tones[line.state]}>{t(`mandate.state.${line.state}`)}</Tag> {t('mandate.stage')} {t(`stage.${line.stage}`)}
                </>
              ),
            }))}
          />
        </Section>
      ))}
    </>
  )
}

const Facts = ({ t, locale, line }: { t: T; locale: Locale; line: MandateLine }) => {
  const { commitments, late, decisions, spending } = line
  if (commitments.length + decisions.length === 0) return null
  return (
    <>
      {decisions.length > 0 && (
        <p>
          {t('mandate.decided')}{' '}
          {decisions.map(({ title, url }, at) => (
            <span key={url}>
              {at > 0 && ', '}
              <a href={url}>{title}</a>
            </span>
          ))}
        </p>
      )}
      {commitments.length > 0 && (
        <p>
          <a href={`/engagements?mesure=${line.id}`}>{t('mandate.count', { n: commitments.length })}</a>
          {late.length > 0 && (
            <>
              {', '}
              {t('mandate.ofWhichLate')}{' '}
              {late.map((one, at) => (
                <span key={one.id}>
                  {at > 0 && ', '}
                  <a href={`/engagements/${one.id}`}>{one.title}</a>
                </span>
              ))}
            </>
          )}
        </p>
      )}
      {(spending.voted !== 0 || spending.spent !== 0) && (
        <p>{t('mandate.money', { voted: formatMoney(spending.voted, locale), spent: formatMoney(spending.spent, locale) })}</p>
      )}
    </>
  )
}
