import { channels as everyChannel, type Questionnaire } from '#engines/surveys'
import { tabulationWords } from '#engines/tabulation'
import { formatNumber, formatPercent, type Locale } from '#kernel/i18n'
import { AnsweredAgainst, CrossTable, Disclosure, Intervals, Notice, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { PublishedResults, PublishedTable } from '../rules/publishedResults.ts'
import { tableWords } from '../rules/tableWords.ts'
import { codeWordsIn } from './codeWordsIn.ts'

export interface ResultBlocksProps {
  readonly t: T
  readonly locale: Locale
  readonly questionnaire: Questionnaire
  readonly results: PublishedResults
}

/** Results question by question: a chart and its table, what the figures are worth, the crossings chosen; and whom they speak for. */
export const ResultBlocks = (props: ResultBlocksProps) => {
  const { t, locale, results } = props
  const { publication } = results
  const say = tabulationWords(locale)
  const wording = tableWords(props.questionnaire, locale, codeWordsIn(t, locale))
  const crossings = publication.tables.filter(one => one.kind === 'crossing')
  const hasHidden = crossings.some(one => one.hidden > 0)
  return (
    <>
      <Notice title={t('results.worth')}>
        <p>{say('precision.open')}</p>
        {hasHidden && <p>{say('hidden.why', { threshold: publication.threshold })}</p>}
      </Notice>
      <Section title={t('results.who')} id="qui">
        <WhoAnswered {...props} wording={wording} />
      </Section>
      {publication.tables
        .filter(one => one.kind === 'one-way')
        .map(table => (
          <Section key={table.id} title={wording.title(table.question)} id={`q-${table.id.replaceAll(/[^a-z0-9]/g, '-')}`}>
            <OneWay {...props} wording={wording} table={table} />
            {crossings
              .filter(one => one.question === table.question)
              .map(crossing => (
                <Crossing key={crossing.id} {...props} wording={wording} table={crossing} />
              ))}
            {results.against.length > 0 && (
              <div class="only-screen">
                <Disclosure summary={t('results.whoShort', { n: publication.respondents })}>
                  <Against {...props} wording={wording} />
                </Disclosure>
              </div>
            )}
          </Section>
        ))}
      {publication.withheld.length > 0 && (
        <Section title={t('results.withheld')}>
          <ul>
            {publication.withheld.map(one => (
              <li key={one.id}>
                {wording.title(one.question)}
                {one.by !== null && ` × ${wording.title(one.by)}`}
                {locale === 'fr' ? ' : ' : ': '}
                {say(`withheld.${one.because}`, { threshold: publication.threshold })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Words {...props} />
    </>
  )
}

type Wording = ReturnType<typeof tableWords>
type OneWayTable = Extract<PublishedTable, { kind: 'one-way' }>
type CrossingTable = Extract<PublishedTable, { kind: 'crossing' }>

const OneWay = ({ t, locale, results, wording, table }: ResultBlocksProps & { wording: Wording; table: OneWayTable }) => {
  const say = tabulationWords(locale)
  const note = wording.isMultiple(table.id) ? t('results.multiple') : t('results.intervals')
  const joined = table.rows.some(row => row.codes.length > 1)
  return (
    <>
      <Intervals
        title={results.weighting ? t('results.raw') : t('results.answers')}
        base={table.base}
        note={[note, joined ? say('hidden.joined', { threshold: results.publication.threshold }) : ''].filter(Boolean).join(' ')}
        bars={table.rows.map(row => ({ label: wording.say(table.id, row.codes), share: row.answered, count: row.count }))}
      />
      {results.weighting && table.rows.some(row => row.weighted) && (
        <Intervals
          title={t('results.weighted')}
          base={table.base}
          note={t('results.weightedNote')}
          bars={table.rows.map(row => ({ label: wording.say(table.id, row.codes), share: row.weighted }))}
        />
      )}
      {table.hidden.length > 0 && <p class="soft">{t('results.hiddenOptions', { n: table.hidden.length })}</p>}
    </>
  )
}

const Crossing = ({ t, results, wording, table }: ResultBlocksProps & { wording: Wording; table: CrossingTable }) => (
  <Disclosure summary={t('results.by', { by: wording.title(table.by) })}>
    <CrossTable
      title={t('results.crossing', { question: wording.title(table.question), by: wording.title(table.by) })}
      threshold={results.publication.threshold}
      columns={table.columns.map(column => ({ label: wording.say(table.by, column.codes), base: column.base }))}
      rows={table.rows.map(row => ({
        label: wording.say(table.question, row.codes),
        cells: row.cells.map(cell => ({ count: cell.count, share: cell.answered?.share ?? null })),
      }))}
    />
  </Disclosure>
)

/** Who answered against who lives here, and through which channel; without figures of the population, says so. */
const WhoAnswered = ({ t, locale, results, questionnaire, wording }: ResultBlocksProps & { wording: Wording }) => {
  const { channels, against, weighting, publication } = results
  return (
    <>
      <p>
        {t('results.respondents', { n: publication.respondents })}{' '}
        {everyChannel
          .filter(channel => (channels[channel] ?? 0) > 0)
          .map(channel => `${formatNumber(channels[channel] ?? 0, locale)} ${t(`channel.${channel}`)}`)
          .join(', ')}
      </p>
      {against.length === 0 && <Notice title={t('results.noPopulation')}>{t('results.noPopulationText')}</Notice>}
      <Against t={t} locale={locale} results={results} questionnaire={questionnaire} wording={wording} />
      {weighting && (
        <p>
          {tabulationWords(locale)('weighted.how', {
            dimensions: weighting.dimensions.map(one => t(dimensionKey(one))).join(', '),
            lowest: formatNumber(weighting.lowest, locale),
            highest: formatNumber(weighting.highest, locale),
          })}{' '}
          {t('results.designEffect', {
            value: formatNumber(publication.designEffect, locale),
            share: formatPercent(1 / publication.designEffect, locale),
          })}
        </p>
      )}
    </>
  )
}

/** Along each dimension, the parts of those who answered beside the parts of those who live here. */
const Against = ({ results, wording }: ResultBlocksProps & { wording: Wording }) => (
  <>
    {results.against.map(one => (
      <AnsweredAgainst
        key={one.dimension}
        title={wording.title(one.question)}
        count={answeredTo(results, one.question)}
        source={one.source}
        fewest={results.publication.threshold}
        groups={one.groups.map(group => ({ label: wording.say(one.question, group.codes), answered: group.answered, here: group.here }))}
      />
    ))}
  </>
)
const answeredTo = ({ publication }: PublishedResults, question: string) => {
  const table = publication.tables.find(one => one.id === question)
  return table?.kind === 'one-way' ? table.base : 0
}
const dimensionKey = (dimension: string) =>
  dimension === 'sex' ? 'dimension.sex' : dimension === 'district' ? 'dimension.district' : 'dimension.age'

const mostWords = 60
const Words = ({ t, results }: ResultBlocksProps) => {
  const { texts, keptBack } = results
  if (texts.length === 0 && keptBack === 0) return null
  const questions = [...new Set(texts.map(one => one.question))]
  return (
    <Section title={t('results.words')} lead={t('results.wordsLead', { n: keptBack })}>
      {questions.map(question => (
        <Disclosure key={question} summary={`${question} (${texts.filter(one => one.question === question).length})`}>
          <ul>
            {texts
              .filter(one => one.question === question)
              .slice(0, mostWords)
              .map((one, at) => (
                <li key={at}>{one.text}</li>
              ))}
          </ul>
        </Disclosure>
      ))}
    </Section>
  )
}
