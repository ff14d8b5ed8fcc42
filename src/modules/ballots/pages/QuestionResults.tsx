import type { Locale } from '#kernel/i18n'
import { formatNumber, formatPercent } from '#kernel/i18n'
import { Bars, Disclosure, StackedBars, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { QuestionResult } from '../results/content.ts'
import { mentions } from '../rules/kinds.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly question: QuestionResult
}

/** One question: what won and why, its chart with its table, and the electronic count beside that of paper. */
export const QuestionResults = (props: Props) => {
  const { t, question } = props
  return (
    <>
      <p>
        <strong>{headlineOf(props)}</strong>
      </p>
      <p>{t('result.answered', { n: question.answered, blank: question.blank })}</p>
      {question.answered > 0 && <Chart {...props} />}
      <p class="soft">{t(`counted.${question.kind}`)}</p>
    </>
  )
}

const labelOf = (question: QuestionResult, option: number) => question.options.find(one => one.number === option)?.label ?? String(option)

const headlineOf = ({ t, locale, question }: Props): string => {
  const [first] = question.winners
  if (first === undefined) return t('result.nobody')
  if (question.winners.length > 1)
    return t('result.tied', { options: question.winners.map(option => `« ${labelOf(question, option)} »`).join(', ') })
  const winner = labelOf(question, first)
  const total = question.options.find(one => one.number === first)?.total ?? 0
  if (question.kind === 'judgment') {
    const judged = question.judged?.find(one => one.option === first)
    return t('result.judgment', { winner, mention: t(`mention.${mentionAt(judged?.median ?? 5)}`) })
  }
  if (question.kind === 'ranking') return t('result.ranking', { winner })
  const share = question.answered === 0 ? 0 : total / question.answered
  return t(question.kind === 'points' ? 'result.points' : 'result.votes', {
    winner,
    total: formatNumber(total, locale),
    share: formatPercent(share, locale),
  })
}

const mentionAt = (value: number) => mentions[value] ?? 5

const Chart = (props: Props) => {
  if (props.question.judged) return <Judgment {...props} />
  if (props.question.duels) return <Duels {...props} />
  return <Sums {...props} />
}

const Sums = ({ t, locale, question }: Props) => (
  <>
    <Bars
      title={question.title}
      bars={inOrder(question).map(one => ({ label: one.label, value: one.total }))}
      total={question.kind === 'points' ? undefined : question.answered}
      unit={t(question.kind === 'points' ? 'vote.points' : 'result.voices')}
    />
    <Table
      caption={t('result.beside')}
      head={[t('result.option'), t('result.electronic'), t('result.paper'), t('result.total')]}
      numeric={[1, 2, 3]}
      rows={inOrder(question).map(one => [
        one.label,
        formatNumber(one.electronic, locale),
        formatNumber(one.paper, locale),
        formatNumber(one.total, locale),
      ])}
    />
  </>
)

const inOrder = (question: QuestionResult) => question.order.flat().flatMap(option => question.options.filter(one => one.number === option))

const Judgment = ({ t, locale, question }: Props) => {
  const judged = question.order.flat().flatMap(option => (question.judged ?? []).filter(one => one.option === option))
  return (
    <>
      <StackedBars
        title={question.title}
        answers={mentions.map(mention => t(`mention.${mention}`))}
        bars={judged.map(one => ({ label: labelOf(question, one.option), counts: one.mentions }))}
      />
      <Table
        caption={t('result.majority')}
        head={[t('result.option'), t('result.mention'), t('result.better'), t('result.worse')]}
        numeric={[2, 3]}
        rows={judged.map(one => [
          labelOf(question, one.option),
          t(`mention.${mentionAt(one.median)}`),
          formatPercent(one.better, locale),
          formatPercent(one.worse, locale),
        ])}
      />
      <ul>
        {(question.separations ?? []).map(one => (
          <li key={`${one.better}-${one.than}`}>
            {t(one.removed === 0 ? 'result.ahead' : 'result.aheadAfter', {
              better: labelOf(question, one.better),
              than: labelOf(question, one.than),
              n: one.removed,
              mention: t(`mention.${mentionAt(one.mentions[0])}`),
              other: t(`mention.${mentionAt(one.mentions[1])}`),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

const Duels = ({ t, question }: Props) => {
  const { duels } = question
  if (!duels) return null
  const matrix = (values: readonly (readonly number[])[]) =>
    duels.options.map((option, row) => [
      labelOf(question, option),
      ...duels.options.map((_, column) => (row === column ? '–' : String(values[row]?.[column] ?? 0))),
    ])
  const head = [t('result.option'), ...duels.options.map(option => labelOf(question, option))]
  const numeric = duels.options.map((_, at) => at + 1)
  return (
    <>
      <ol>
        {question.order.map(tied => (
          <li key={tied.join()}>{tied.map(option => labelOf(question, option)).join(' = ')}</li>
        ))}
      </ol>
      <Table caption={t('result.duels')} head={head} numeric={numeric} rows={matrix(duels.preferred)} />
      <Disclosure summary={t('result.paths')}>
        <p>{t('result.pathsText')}</p>
        <Table caption={t('result.paths')} hideCaption head={head} numeric={numeric} rows={matrix(duels.paths)} />
      </Disclosure>
    </>
  )
}
