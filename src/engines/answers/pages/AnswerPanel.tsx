import { Fragment } from 'preact'
import type { Locale } from '#kernel/i18n'
import { Section } from '#kernel/ui'
import type { Clock } from '../clocks.ts'
import type { T } from '../locales/index.ts'
import { GivenAnswer } from './GivenAnswer.tsx'
import { Standing } from './Standing.tsx'

export interface AnswerPanelProps {
  readonly t: T
  readonly locale: Locale
  readonly clocks: readonly Clock[]
  readonly today: string
  /** Supports still missing before an answer is owed; null when that is not how this subject is answered. */
  readonly missing: number | null
}

/** On a subject's own page: what the town hall answered, or when it must. */
export const AnswerPanel = ({ t, locale, clocks, today, missing }: AnswerPanelProps) => (
  <Section title={t('panel.title')} id="reponse">
    {clocks.length === 0 && <p>{missing ? t('panel.missing', { n: missing }) : t('panel.none')}</p>}
    {clocks.map(clock => (
      <Fragment key={clock.id}>
        {clocks.length > 1 && <h3>{t(`kind.${clock.kind}`)}</h3>}
        <p>
          <Standing t={t} clock={clock} today={today} />
        </p>
        {clock.answer && <GivenAnswer t={t} locale={locale} answer={clock.answer} />}
        <p>
          <a href={`/reponses/${clock.id}`}>{t(clock.answer ? 'panel.open' : 'panel.follow')}</a>
        </p>
      </Fragment>
    ))}
  </Section>
)
