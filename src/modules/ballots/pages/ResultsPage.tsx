import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { formatNumber } from '#kernel/i18n'
import { Actions, Button, DownloadLinks, ErrorSummary, Field, Notice, Page, Section, Select, Table, Time } from '#kernel/ui'
import type { TieForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Ballot } from '../queries/ballots.ts'
import type { CountingTable } from '../queries/paper.ts'
import type { Result, TieBreak } from '../queries/results.ts'
import type { QuestionResult } from '../results/content.ts'
import { crumbs } from './crumbs.ts'
import { QuestionResults } from './QuestionResults.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly ballot: Ballot
  readonly result: Result
  readonly measure: { readonly id: string; readonly title: string } | null
  readonly tables: readonly CountingTable[]
  readonly tieBreaks: readonly TieBreak[]
  readonly tie: Form<TieForm>
  readonly isAgent: boolean
}

/** The result, explained, with everything it follows from. */
export const ResultsPage = (props: Props) => {
  const { t, locale, ballot, result, measure, tables, isAgent } = props
  const { content } = result
  const path = `/votes/${ballot.id}`
  return (
    <Page
      title={t('results.title')}
      kicker={ballot.title}
      breadcrumb={crumbs(t, ballot)}
      lead={t('results.lead', { n: formatNumber(content.electronic + content.paper, locale) })}
    >
      <p>
        {t('results.publishedAt')} <Time at={result.publishedAt} />. {ballot.purpose}
      </p>
      {measure && (
        <p>
          {t('ballot.measure')} : <a href={`/mesures/${measure.id}`}>{measure.title}</a>
        </p>
      )}
      {content.questions.map(question => (
        <Section key={question.number} id={`q${question.number}`} title={`${question.number}. ${question.title}`}>
          <QuestionResults t={t} locale={locale} question={question} />
          {question.winners.length > 1 && <Tie {...props} question={question} />}
        </Section>
      ))}
      <Section title={t('results.turnout')} lead={t('results.turnoutLead')}>
        <Table
          caption={t('results.turnout')}
          hideCaption
          head={[t('results.channel'), t('results.people')]}
          numeric={[1]}
          rows={(['screen', 'desk', 'paper', 'station'] as const).map(channel => [
            t(`channel.${channel}`),
            formatNumber(content.turnout[channel], locale),
          ])}
        />
        {ballot.hasPaper && <PaperGap {...props} />}
      </Section>
      {tables.length > 0 && (
        <Section title={t('results.tables')} lead={t('results.tablesLead')}>
          <Table
            caption={t('results.tables')}
            hideCaption
            head={[t('sheet.place'), t('sheet.scrutineers'), t('sheet.ballots'), t('sheet.invalid'), t('results.entries')]}
            numeric={[2, 3]}
            rows={tables.map(table => [
              table.place,
              table.scrutineers,
              String(table.settled?.ballots ?? ''),
              String(table.settled?.invalid ?? ''),
              table.entries.find(entry => entry.turn === 3)?.reason ?? t('results.agreed'),
            ])}
          />
        </Section>
      )}
      <Section title={t('results.again')} lead={t(ballot.isSecret ? 'results.againSecret' : 'results.againLead')}>
        {!ballot.isSecret && (
          <p>
            <a href={`${path}/bulletins`}>{t('results.find')}</a>
          </p>
        )}
        <DownloadLinks
          links={[
            ...(ballot.isSecret ? [] : [{ href: `${path}/bulletins.csv`, label: t('results.csv') }]),
            { href: `${path}/depouillement.json`, label: t('results.json') },
          ]}
        />
        {!ballot.isSecret && <p>{t('results.command', { id: ballot.id })}</p>}
        <p class="soft">
          {t('results.digest')} <code>{result.digest}</code>
        </p>
      </Section>
      {isAgent && (
        <Section title={t('results.then')} lead={t('results.thenLead')}>
          <Actions>
            <Button href={commitmentUrl(ballot)}>{t('results.commit')}</Button>
          </Actions>
        </Section>
      )}
    </Page>
  )
}

/** A promise that cites this vote as its decision. */
const commitmentUrl = (ballot: Ballot) => {
  const asked = new URLSearchParams({ decision: `ballot:${ballot.id}`, titre: ballot.title, retour: `/votes/${ballot.id}/resultats` })
  if (ballot.measure !== null) asked.set('mesure', ballot.measure)
  return `/engagements/nouveau?${asked}`
}

/** Ballots found in the boxes, against people marked: a difference is said, never hidden. */
const PaperGap = ({ t, result }: Props) => {
  const { content } = result
  const marked = content.turnout.paper + content.turnout.station
  const foundInBoxes = content.paper + content.invalid
  return marked === foundInBoxes ? (
    <p>{t('results.noGap', { n: marked })}</p>
  ) : (
    <Notice kind="warning" title={t('results.gap')}>
      {t('results.gapText', { found: foundInBoxes, marked })}
    </Notice>
  )
}

const Tie = ({ t, ballot, tieBreaks, tie, isAgent, question }: Props & { question: QuestionResult }) => {
  const labels = question.winners.map(option => question.options.find(one => one.number === option)?.label ?? String(option))
  const broken = tieBreaks.find(one => one.question === question.number)
  if (broken)
    return (
      <Notice kind="success" title={t('tie.broken', { option: question.options.find(one => one.number === broken.option)?.label ?? '' })}>
        <p>
          <a href={broken.lot}>{t('tie.see')}</a>, <Time at={broken.at} />
        </p>
      </Notice>
    )
  return (
    <>
      <Notice kind="warning" title={t('tie.title')}>
        {t(question.kind === 'yes-no' ? 'tie.yesNo' : 'tie.text')}
      </Notice>
      {isAgent && question.kind !== 'yes-no' && (
        <>
          <p>
            <a href={lotUrl(ballot, question, labels)}>{t('tie.draw')}</a>
          </p>
          <ErrorSummary form={tie} prefix={`q${question.number}`} />
          <form method="post" action={`/votes/${ballot.id}/departage`} noValidate>
            <input type="hidden" name="question" value={question.number} />
            <Select
              form={tie}
              name="option"
              prefix={`q${question.number}`}
              label={t('tie.option')}
              options={question.winners.map((option, at) => ({ value: String(option), label: labels[at] ?? String(option) }))}
            />
            <Field form={tie} name="lot" prefix={`q${question.number}`} label={t('tie.lot')} hint={t('tie.lotHint')} />
            <Button>{t('tie.record')}</Button>
          </form>
        </>
      )}
    </>
  )
}

/** A public lot among those in front, prepared in the room of draws. */
const lotUrl = (ballot: Ballot, question: QuestionResult, labels: readonly string[]) => {
  const asked = new URLSearchParams({ titre: `${ballot.title} : ${question.title}`, nombre: '1' })
  for (const label of labels) asked.append('parmi', label)
  return `/tirages/nouveau?${asked}`
}
