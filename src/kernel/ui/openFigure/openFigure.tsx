import type { ComponentChildren } from 'preact'
import { useWords } from '../frame.ts'
import { Time } from '../time/time.tsx'

/** A figure that opens: its rule, its data, since when, its source. */
export const OpenFigure = ({
  value,
  label,
  rule,
  data,
  since,
  source,
  children,
}: {
  /** The figure as it is read: « 12,50 € ». */
  value: string
  label?: string | undefined
  rule: ComponentChildren
  data?: ComponentChildren
  /** Day in force. */
  since?: string | undefined
  source?: { readonly label: string; readonly href?: string | undefined } | undefined
  children?: ComponentChildren
}) => {
  const t = useWords()
  return (
    <details class="open-figure">
      <summary>
        <span class="open-figure__value">{value}</span>
        {label && <span class="open-figure__label"> {label}</span>}
        <span class="hidden">, {t('figure.open')}</span>
      </summary>
      <dl class="open-figure__why">
        <div>
          <dt>{t('figure.rule')}</dt>
          <dd>{rule}</dd>
        </div>
        {data && (
          <div>
            <dt>{t('figure.data')}</dt>
            <dd>{data}</dd>
          </div>
        )}
        {since && (
          <div>
            <dt>{t('figure.since')}</dt>
            <dd>
              <Time at={since} />
            </dd>
          </div>
        )}
        {source && (
          <div>
            <dt>{t('figure.source')}</dt>
            <dd>{source.href ? <a href={source.href}>{source.label}</a> : source.label}</dd>
          </div>
        )}
        {children && <div class="open-figure__more">{children}</div>}
      </dl>
    </details>
  )
}
