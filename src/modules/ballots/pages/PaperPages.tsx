import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { formatDateTime } from '#kernel/i18n'
import {
  AnswerSheet,
  Button,
  ErrorSummary,
  Field,
  Listing,
  Notice,
  Page,
  Section,
  SheetBoxes,
  SheetLines,
  SheetQuestion,
  Table,
  Tag,
  TextArea,
} from '#kernel/ui'
import type { SheetForm, TableForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Ballot } from '../queries/ballots.ts'
import type { CountingTable } from '../queries/paper.ts'
import { mentions, type Question } from '../rules/kinds.ts'
import { sheetField } from '../rules/readSheet.ts'
import type { Difference } from '../rules/settle.ts'
import { crumbs } from './crumbs.ts'

interface Base {
  readonly t: T
  readonly ballot: Ballot
}
const runCrumbs = ({ t, ballot }: Base) => [...crumbs(t, ballot), { label: t('run.title'), href: `/votes/${ballot.id}/conduite` }]

/** The ballot paper to print and to copy: it bears neither name nor number. */
export const PrintedBallotPage = (props: Base & { locale: Locale; questions: readonly Question[] }) => {
  const { t, ballot, locale, questions } = props
  return (
    <Page title={t('printed.title')} kicker={ballot.title} breadcrumb={runCrumbs(props)} lead={t('printed.lead')}>
      <AnswerSheet
        title={ballot.title}
        number={t('printed.paper')}
        code=""
        intro={<p>{t('printed.intro', { at: formatDateTime(ballot.closesAt, locale) })}</p>}
      >
        {questions.map(question => (
          <SheetQuestion
            key={question.number}
            number={question.number}
            label={question.title}
            help={[question.explanation, t(`kind.${question.kind}`, { n: question.most })].filter(Boolean).join(' ')}
          >
            <PaperOptions t={t} question={question} />
          </SheetQuestion>
        ))}
      </AnswerSheet>
    </Page>
  )
}

const PaperOptions = ({ t, question }: { t: T; question: Question }) => {
  if (question.kind === 'judgment')
    return (
      <>
        {question.options.map(option => (
          <div key={option.number}>
            <p>
              <strong>{option.label}</strong>
            </p>
            <SheetBoxes boxes={mentions.map(mention => t(`mention.${mention}`))} across />
          </div>
        ))}
      </>
    )
  if (question.kind === 'ranking' || question.kind === 'points')
    return (
      <>
        {question.options.map(option => (
          <div key={option.number}>
            <p>
              {option.number}. {option.label}
            </p>
            <SheetLines lines={1} unit={t(question.kind === 'points' ? 'vote.points' : 'printed.rank')} />
          </div>
        ))}
      </>
    )
  return <SheetBoxes boxes={question.options.map(option => option.label)} />
}

/** The counting sheet to print: filled in by hand at the table, signed by those who counted. */
export const CountingSheetPage = (props: Base & { questions: readonly Question[] }) => {
  const { t, ballot, questions } = props
  return (
    <Page title={t('sheet.title')} kicker={ballot.title} breadcrumb={runCrumbs(props)} lead={t('sheet.lead')}>
      <Table
        caption={t('sheet.whole')}
        head={[t('sheet.line'), t('sheet.figure')]}
        rows={[t('sheet.place'), t('sheet.scrutineers'), t('sheet.signatures'), t('sheet.ballots'), t('sheet.invalid')].map(line => [
          line,
          ' ',
        ])}
      />
      {questions.map(question => (
        <Section key={question.number} title={`${question.number}. ${question.title}`}>
          {question.kind === 'ranking' ? (
            <>
              <p>{t('sheet.ordersHint')}</p>
              <SheetLines lines={12} />
            </>
          ) : (
            <Table
              caption={question.title}
              hideCaption
              head={[
                t('sheet.line'),
                ...(question.kind === 'judgment' ? mentions.map(mention => t(`mention.${mention}`)) : [t('sheet.figure')]),
              ]}
              rows={[
                ...question.options.map(option => [
                  `${option.number}. ${option.label}`,
                  ...(question.kind === 'judgment' ? mentions.map(() => ' ') : [' ']),
                ]),
                [t('sheet.blank'), ' ', ...(question.kind === 'judgment' ? mentions.slice(1).map(() => '') : [])],
              ]}
            />
          )}
        </Section>
      ))}
    </Page>
  )
}

/** Tables where paper ballots are counted, and where each stands. */
export const PaperPage = (props: Base & { tables: readonly CountingTable[]; form: Form<TableForm>; canOpen: boolean }) => {
  const { t, ballot, tables, form, canOpen } = props
  const path = `/votes/${ballot.id}/depouillement`
  return (
    <Page title={t('paper.title')} kicker={ballot.title} breadcrumb={runCrumbs(props)} lead={t('paper.lead')}>
      {tables.length === 0 && <p>{t('paper.none')}</p>}
      <Listing
        level={2}
        items={tables.map(table => ({
          title: table.place,
          href: `${path}/${table.id}`,
          text: t('paper.counted', { by: table.scrutineers }),
          note: (
            <Tag tone={table.isSettled ? 'leaf' : 'ochre'}>
              {t(table.isSettled ? 'paper.settled' : table.entries.length === 2 ? 'paper.differs' : 'paper.waiting', {
                n: table.entries.length,
              })}
            </Tag>
          ),
        }))}
      />
      {canOpen ? (
        <Section title={t('paper.open')} lead={t('paper.openLead')}>
          <ErrorSummary form={form} />
          <form method="post" action={path} noValidate>
            <Field form={form} name="place" label={t('paper.place')} hint={t('paper.placeHint')} />
            <Field form={form} name="scrutineers" label={t('paper.scrutineers')} hint={t('paper.scrutineersHint')} />
            <Button>{t('paper.openNow')}</Button>
          </form>
        </Section>
      ) : (
        <p>{t('paper.afterClose')}</p>
      )}
    </Page>
  )
}

interface EntryProps extends Base {
  readonly table: CountingTable
  readonly questions: readonly Question[]
  readonly form: Form<SheetForm>
  readonly found: readonly Difference[]
  /** 1 or 2, 3 to settle; null when nothing is left to enter, or not by this person. */
  readonly turn: 1 | 2 | 3 | null
  readonly refusal: string | null
}

/** Keying in a sheet: twice, by two people; a third time when they differ. */
export const SheetEntryPage = (props: EntryProps) => {
  const { t, ballot, table, questions, form, found, turn, refusal } = props
  const path = `/votes/${ballot.id}/depouillement/${table.id}`
  return (
    <Page
      title={table.place}
      kicker={ballot.title}
      breadcrumb={[...runCrumbs(props), { label: t('paper.title'), href: `/votes/${ballot.id}/depouillement` }]}
      lead={t('paper.counted', { by: table.scrutineers })}
    >
      {table.isSettled && (
        <Notice kind="success" title={t('entry.settled')}>
          {t('entry.settledText')}
        </Notice>
      )}
      {!table.isSettled && found.length > 0 && (
        <Notice kind="warning" title={t('entry.differ')}>
          <p>{t('entry.differText')}</p>
        </Notice>
      )}
      {found.length > 0 && (
        <Table
          caption={t('entry.differences')}
          head={[t('entry.where'), t('entry.first'), t('entry.second')]}
          numeric={[1, 2]}
          rows={found.map(one => [whereOf(t, questions, one), String(one.first), String(one.second)])}
        />
      )}
      {refusal && <Notice>{refusal}</Notice>}
      {turn !== null && (
        <Section
          title={t(turn === 3 ? 'entry.settle' : turn === 2 ? 'entry.again' : 'entry.enter')}
          lead={t(turn === 3 ? 'entry.settleLead' : 'entry.lead')}
        >
          <ErrorSummary form={form} />
          <form method="post" action={path} noValidate>
            <Field form={form} name={sheetField.ballots} type="number" label={t('sheet.ballots')} />
            <Field form={form} name={sheetField.invalid} type="number" label={t('sheet.invalid')} hint={t('sheet.invalidHint')} optional />
            {questions.map(question => (
              <SheetFields key={question.number} t={t} question={question} form={form} />
            ))}
            {turn === 3 && <Field form={form} name="reason" label={t('entry.reason')} hint={t('entry.reasonHint')} />}
            <Button>{t('entry.save')}</Button>
          </form>
        </Section>
      )}
    </Page>
  )
}

const SheetFields = ({ t, question, form }: { t: T; question: Question; form: Form<SheetForm> }) => (
  <>
    <h3>
      {question.number}. {question.title}
    </h3>
    <Field form={form} name={sheetField.blank(question.number)} type="number" label={t('sheet.blank')} optional />
    {question.kind === 'ranking' && (
      <>
        <p>{question.options.map(option => `${option.number} : ${option.label}`).join(' · ')}</p>
        <TextArea
          form={form}
          name={sheetField.orders(question.number)}
          label={t('sheet.orders')}
          hint={t('sheet.ordersHint')}
          rows={6}
          optional
        />
      </>
    )}
    {question.kind !== 'ranking' &&
      question.options.flatMap(option =>
        (question.kind === 'judgment' ? mentions : [null]).map(mention => (
          <Field
            key={`${option.number}:${mention}`}
            form={form}
            name={sheetField.cell(question.number, mention === null ? String(option.number) : `${option.number}:${mention}`)}
            type="number"
            label={mention === null ? option.label : `${option.label} : ${t(`mention.${mention}`)}`}
            optional
          />
        )),
      )}
  </>
)

const whereOf = (t: T, questions: readonly Question[], { question, cell }: Difference) => {
  if (question === 0) return t(cell === 'ballots' ? 'sheet.ballots' : 'sheet.invalid')
  if (cell === 'blank') return `${question}. ${t('sheet.blank')}`
  const [number = '', mention] = cell.split(':')
  const option = questions.find(one => one.number === question)?.options.find(one => String(one.number) === number)
  const label = cell.includes('>') || !option ? cell : option.label
  const said = mentions.find(one => String(one) === mention)
  return `${question}. ${label}${said === undefined ? '' : ` : ${t(`mention.${said}`)}`}`
}
