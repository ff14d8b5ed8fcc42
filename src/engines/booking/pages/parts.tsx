import { formatMoney, type Locale } from '#kernel/i18n'
import { Disclosure, OpenFigure, Verdict } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Rules } from '../rules/policy.ts'
import type { Quote } from '../rules/quoteOf.ts'
import type { Missing, Standing } from '../rules/standingFor.ts'
import { sayMissing, sayRules, sayStep } from '../say.ts'

/** Whether this person may book, and, when not, each thing that is missing with where to get it. */
export const StandingBox = ({ t, locale, standing }: { t: T; locale: Locale; standing: Standing }) =>
  standing.ok ? (
    <Verdict is="allowed" title={t('book.may')} />
  ) : (
    <Verdict is={standing.because === 'sign-in' ? 'missing' : 'refused'} title={t('book.mayNot')}>
      <ul>
        {standing.missing.map(one => (
          <li key={one.reason + String(one.values.label ?? '')}>
            <MissingLine locale={locale} missing={one} />
          </li>
        ))}
      </ul>
    </Verdict>
  )

const MissingLine = ({ locale, missing }: { locale: Locale; missing: Missing }) => {
  const path =
    missing.reason === 'sign-in' ? '/connexion' : missing.reason === 'suspended' ? '/reservations' : String(missing.values.path ?? '')
  const said = sayMissing(missing, locale)
  return path === '' ? <>{said}</> : <a href={path}>{said}</a>
}

/** A price that opens on how it was computed. */
export const PriceFigure = ({ t, locale, quote, source }: { t: T; locale: Locale; quote: Quote; source?: string | undefined }) => (
  <OpenFigure
    value={quote.cents === 0 ? t('price.free') : formatMoney(quote.cents, locale)}
    rule={t('price.how')}
    data={
      <ul>
        {quote.steps.map((step, at) => (
          <li key={at}>{sayStep(step, locale)}</li>
        ))}
      </ul>
    }
    {...(source ? { source: { label: source } } : {})}
  />
)

/** The rules in plain sentences, folded. */
export const RulesBox = ({
  t,
  locale,
  rules,
  source,
  policy,
  isSession = false,
}: {
  t: T
  locale: Locale
  rules: Rules
  source: string
  /** Its number: where every version is read. */
  policy?: string
  isSession?: boolean
}) => (
  <Disclosure summary={t('book.rules')}>
    <ul>
      {sayRules(rules, locale, isSession).map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
      {rules.depositCents > 0 && <li>{t('price.deposit', { amount: formatMoney(rules.depositCents, locale) })}</li>}
    </ul>
    {source !== '' && <p class="soft">{t('rule.source', { source })}</p>}
    {policy !== undefined && (
      <p>
        <a href={`/reservations/regles/${policy}`}>{t('policy.all')}</a>
      </p>
    )}
  </Disclosure>
)
