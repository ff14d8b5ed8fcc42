import { formatNumber, type Locale } from '#kernel/i18n'
import { AgreementRows, OpenFigure } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { ReadingContent, StatementResult } from '../results/content.ts'
import { letterOf } from './letterOf.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly consultation: Consultation
  readonly reading: ReadingContent
  readonly most?: number
  readonly level?: 3 | 4
}

/** What every group says, the surest first. */
export const sharedIn = (reading: ReadingContent): readonly StatementResult[] =>
  reading.statements.filter(one => one.shared).toSorted((a, b) => b.shared!.probability - a.shared!.probability || a.number - b.number)

export const SharedList = ({ t, locale, consultation, reading, most = 20, level = 3 }: Props) => {
  const shared = sharedIn(reading).slice(0, most)
  const Title = `h${level}` as const
  if (shared.length === 0) return <p>{t('shared.none')}</p>
  return (
    <ol class="listing">
      {shared.map(one => (
        <li key={one.number} class="listing__item">
          <div class="listing__body">
            <Title class="listing__title">{one.text || t('statements.unknown', { n: one.number })}</Title>
            <p>{t(one.shared!.direction === 'agree' ? 'shared.agree' : 'shared.disagree')}</p>
            <StatementDetail t={t} locale={locale} reading={reading} statement={one} />
            <NextGesture t={t} consultation={consultation} text={one.text} />
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The counts of a statement, group by group, and the figure that ranks it. */
export const StatementDetail = ({
  t,
  locale,
  reading,
  statement,
}: {
  t: T
  locale: Locale
  reading: ReadingContent
  statement: StatementResult
}) => {
  const direction = statement.shared?.direction ?? 'agree'
  const figure = direction === 'disagree' ? (statement.shared?.probability ?? null) : statement.groupAware
  return (
    <>
      <AgreementRows
        rows={[
          { label: t('reading.all'), ...statement },
          ...statement.groups.flatMap((tally, group) => (tally ? [{ label: t('group.name', { letter: letterOf(group) }), ...tally }] : [])),
        ]}
      />
      {figure !== null && reading.groups.length > 0 && (
        <OpenFigure
          value={formatNumber(Math.round(figure * 100) / 100, locale)}
          label={t(`shared.figure.${direction}`)}
          rule={t(`shared.rule.${direction}`)}
          data={t('shared.data', { n: reading.groups.length, version: reading.version })}
        />
      )}
    </>
  )
}

/** From what is shared to what may change. */
const NextGesture = ({ t, consultation, text }: { t: T; consultation: Consultation; text: string }) => {
  const { measure, service, title } = consultation
  if (measure)
    return (
      <p>
        <a
          href={`/mesures/${measure}/amendements/nouveau?geste=ajouter&texte=${encodeURIComponent(text)}&motif=${encodeURIComponent(t('shared.because', { title }))}`}
        >
          {t('shared.amend')}
        </a>
      </p>
    )
  if (service)
    return (
      <p>
        <a href={`/questions/nouvelle?service=${service}`}>{t('shared.ask')}</a>
      </p>
    )
  return null
}
