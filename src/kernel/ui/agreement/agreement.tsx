import { formatNumber, formatPercent } from '#kernel/i18n'
import { useFrame, useWords } from '../frame.ts'

export interface Agreement {
  /** Who answered: « Groupe A », « Tout le monde ». */
  readonly label: string
  readonly agree: number
  readonly disagree: number
  readonly pass: number
}

/** Who agrees, who does not, who does not know: one line per group, words first, then the same drawn. */
export const AgreementRows = ({ rows }: { rows: readonly Agreement[] }) => {
  const { locale } = useFrame()
  const t = useWords()
  return (
    <ul class="agreement">
      {rows.map(({ label, agree, disagree, pass }) => {
        const seen = agree + disagree + pass
        const part = (n: number) => (seen === 0 ? 0 : n / seen)
        const [yes, no] = [Math.round(part(agree) * 1000), Math.round(part(disagree) * 1000)]
        return (
          <li key={label}>
            <p class="agreement__words">
              <strong>{label}</strong>
              <span>
                {seen === 0
                  ? t('agreement.none')
                  : t('agreement.said', {
                      agree: formatPercent(Math.round(part(agree) * 100) / 100, locale),
                      disagree: formatPercent(Math.round(part(disagree) * 100) / 100, locale),
                      n: formatNumber(seen, locale),
                    })}
              </span>
            </p>
            <svg viewBox="0 0 1000 14" width="100%" height="14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect class="agreement__pass" width="1000" height="14" />
              <rect class="agreement__yes" width={yes} height="14" />
              <rect class="agreement__no" x={1000 - no} y="4" width={no} height="6" />
            </svg>
          </li>
        )
      })}
    </ul>
  )
}
