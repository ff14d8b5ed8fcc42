import { questionNamed, type Question, type Questionnaire, said } from '#engines/surveys'
import type { OneWayTable } from '#engines/tabulation'
import type { Locale } from '#kernel/i18n'
import { Bars } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { waitingClasses } from '../rules/microdata.ts'
import type { Publication } from '../schema.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly questionnaire: Questionnaire
  readonly tables: Publication['tables']
}

/** What was answered to each question: small answers are put together, too few are hidden. */
export const ResultTables = ({ t, locale, questionnaire, tables }: Props) => (
  <>
    {tables.tables.map(table => table.kind === 'one-way' && <One key={table.id} {...{ t, locale, questionnaire, table }} />)}
    {tables.withheld.map(({ id, question }) => (
      <div key={id}>
        <h3>{labelOf(questionNamed(questionnaire, question), locale)}</h3>
        <p class="soft">{t('campaign.hiddenTable')}</p>
      </div>
    ))}
  </>
)

const One = ({ t, locale, questionnaire, table }: Omit<Props, 'tables'> & { table: OneWayTable }) => {
  const question = questionNamed(questionnaire, table.question)
  const name = (code: string) => nameOf(t, question, code, locale)
  return (
    <>
      <Bars
        title={`${labelOf(question, locale)} (${t('figure.n', { n: table.base })})`}
        total={table.base}
        bars={table.rows.map(({ codes, count }) => ({
          label:
            codes.length > 2 && question?.kind !== 'many'
              ? t('campaign.together', { first: name(codes[0] ?? ''), last: name(codes.at(-1) ?? '') })
              : codes.map(name).join(', '),
          value: count,
        }))}
      />
      {table.hidden.length > 0 && <p class="soft">{t('campaign.hiddenOptions', { options: table.hidden.map(name).join(', ') })}</p>}
    </>
  )
}

const labelOf = (question: Question | undefined, locale: Locale) => (question ? said(question.label, locale).text : '')

const nameOf = (t: T, question: Question | undefined, code: string, locale: Locale): string => {
  const time = waitingClasses.find(one => one === code)
  if (question?.kind === 'number' && time) return t(`waiting.${time}`)
  const option = question && 'options' in question ? question.options.find(one => one.code === code) : undefined
  return option ? said(option.label, locale).text : code
}
