import { useId } from 'preact/hooks'
import { formatNumber, formatPercent } from '#kernel/i18n'
import { useFrame, useWords } from '../frame.ts'
import { Table } from '../table/table.tsx'
import { Inking, inkOf } from './inking.tsx'

export interface StackedBar {
  readonly label: string
  /** One count per answer, in the order of `answers`; null for a bar that is not shown. */
  readonly counts: readonly number[] | null
}

/** Answers on a scale, one bar of 100 % per question or per group, each part with its words and its own ink; the same in a table. */
export const StackedBars = ({
  title,
  answers,
  bars,
  hidden,
}: {
  title: string
  /** From one end of the scale to the other: seven at most. */
  answers: readonly string[]
  bars: readonly StackedBar[]
  /** Why a bar may not be shown. */
  hidden?: string | undefined
}) => {
  const { locale } = useFrame()
  const t = useWords()
  const id = useId()
  const drawn = bars.map(bar => ({ label: bar.label, ...partsOf(bar.counts ?? []), hidden: bar.counts === null }))
  const said = (share: number) => formatPercent(Math.round(share * 100) / 100, locale)
  return (
    <figure class="bars stacked">
      <figcaption class="bars__title">{title}</figcaption>
      {drawn.map((bar, row) => (
        <div key={bar.label} class="bars__bar">
          <p class="bars__label">
            <span>{bar.label}</span> <span class="soft">{bar.hidden ? '' : t('answered.people', { n: bar.total })}</span>
          </p>
          {bar.hidden ? (
            <p class="soft">{hidden ?? t('cross.hidden')}</p>
          ) : (
            <>
              <svg
                class="stacked__bar"
                width="100%"
                height="2.2em"
                role="img"
                aria-label={`${bar.label} : ${answers.map((answer, at) => `${answer} ${said(bar.parts[at]?.share ?? 0)}`).join(', ')}`}
                focusable="false"
              >
                <Inking id={`${id}${row}`} inks={answers.map((_, at) => inkOf(at, answers.length))} />
                {bar.parts.map(({ share, from }, at) => (
                  <rect
                    key={at}
                    class="stacked__part"
                    x={`${from * 100}%`}
                    width={`${share * 100}%`}
                    height="100%"
                    fill={`url(#${id}${row}-${inkOf(at, answers.length)})`}
                  />
                ))}
              </svg>
              <ul class="stacked__words">
                {answers.map((answer, at) => (
                  <li key={answer}>
                    <svg width="1em" height="1em" aria-hidden="true" focusable="false">
                      <rect class="stacked__part" width="100%" height="100%" fill={`url(#${id}${row}-${inkOf(at, answers.length)})`} />
                    </svg>{' '}
                    {answer} <strong>{said(bar.parts[at]?.share ?? 0)}</strong>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      ))}
      <details class="bars__table">
        <summary>{t('bars.table')}</summary>
        <Table
          caption={title}
          hideCaption
          head={['', ...answers, t('bars.total')]}
          numeric={[...answers.map((_, at) => at + 1), answers.length + 1]}
          rows={drawn.map(bar => [
            bar.label,
            ...answers.map((_, at) =>
              bar.hidden ? t('cross.masked') : `${said(bar.parts[at]?.share ?? 0)} (${formatNumber(bar.parts[at]?.count ?? 0, locale)})`,
            ),
            bar.hidden ? t('cross.masked') : formatNumber(bar.total, locale),
          ])}
        />
      </details>
    </figure>
  )
}

const partsOf = (counts: readonly number[]) => {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let before = 0
  const parts = counts.map(count => {
    const from = total > 0 ? before / total : 0
    before += count
    return { count, from, share: total > 0 ? count / total : 0 }
  })
  return { total, parts }
}
