import { Button, Disclosure, Empty, Field, Page, Section, Table, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { JournalFilter, JournalLine } from '../queries/journal.ts'
import { trail } from './homePage.tsx'

export const JournalPage = ({
  t,
  lines,
  filter,
  older,
}: {
  t: T
  lines: readonly JournalLine[]
  filter: JournalFilter
  older: string | null
}) => {
  const form = {
    values: { evenement: filter.event, objet: filter.subject, personne: filter.person },
    errors: { evenement: undefined, objet: undefined, personne: undefined },
  }
  return (
    <Page title={t('journal.title')} lead={t('journal.lead')} width="wide" breadcrumb={trail(t)}>
      <form method="get" action="/administration/journal" role="search">
        <Field form={form} name="evenement" label={t('journal.event')} width="medium" autocomplete="off" optional />
        <Field form={form} name="objet" label={t('journal.subject')} width="medium" autocomplete="off" optional />
        <Field form={form} name="personne" label={t('journal.person')} width="medium" autocomplete="off" optional />
        <Button kind="secondary">{t('journal.filter')}</Button>
      </form>
      {lines.length === 0 ? (
        <Empty title={t('journal.none')} />
      ) : (
        <Table
          caption={t('journal.title')}
          hideCaption
          head={[t('journal.at'), t('journal.event'), t('journal.subject'), t('journal.who'), t('journal.detail'), t('journal.state')]}
          rows={lines.map(line => [
            <Time at={line.at} />,
            line.event,
            line.subject,
            line.keyedBy
              ? t('journal.keyedBy', { person: line.person ?? '', hand: line.keyedBy, channel: line.channel, form: line.form ?? 'none' })
              : (line.person ?? ''),
            line.data === null ? (
              t('journal.erased')
            ) : line.data === '{}' ? (
              ''
            ) : (
              <Disclosure summary={t('journal.detail')}>
                <code>{line.data}</code>
              </Disclosure>
            ),
            t(line.sealed ? 'journal.sealed' : 'journal.pending'),
          ])}
        />
      )}
      {older && (
        <p>
          <a href={older}>{t('journal.next')}</a>
        </p>
      )}
    </Page>
  )
}

export interface RegisterRow {
  readonly service: string
  readonly what: string
  readonly basis: string
  readonly kept: string
}
export interface ColumnRow {
  readonly column: string
  readonly fate: 'deleted' | 'anonymised' | 'kept'
}

const Held = ({ t, rows, caption }: { t: T; rows: readonly RegisterRow[]; caption: string }) => (
  <Table
    caption={caption}
    hideCaption
    head={[t('register.service'), t('register.what'), t('register.basis'), t('register.kept')]}
    rows={rows.map(row => [row.service, row.what, row.basis, row.kept])}
  />
)

export const RegisterPage = ({ t, rows, columns }: { t: T; rows: readonly RegisterRow[]; columns: readonly ColumnRow[] }) => (
  <Page title={t('register.title')} lead={t('register.lead')} width="wide" breadcrumb={trail(t)}>
    <Held t={t} rows={rows} caption={t('register.title')} />
    <Disclosure summary={t('register.columns')}>
      <Table
        caption={t('register.columns')}
        hideCaption
        head={[t('register.column'), t('register.fate')]}
        rows={columns.map(row => [row.column, t(`fate.${row.fate}`)])}
      />
    </Disclosure>
  </Page>
)

const risks = ['access', 'change', 'loss'] as const

/** What the software knows is written; the rest is for the commune to fill in. */
export const AssessmentPage = ({ t, body, rows }: { t: T; body: string; rows: readonly RegisterRow[] }) => (
  <Page title={t('assessment.title')} lead={t('assessment.lead')} width="wide" breadcrumb={trail(t)}>
    <Section title={t('assessment.context')}>
      <p>{t('assessment.contextText', { body })}</p>
      <h3>{t('assessment.data')}</h3>
      <Held t={t} rows={rows} caption={t('assessment.data')} />
    </Section>
    <Section title={t('assessment.principles')}>
      <p>{t('assessment.principlesText')}</p>
    </Section>
    <Section title={t('assessment.risks')}>
      <Table
        caption={t('assessment.risks')}
        hideCaption
        head={[t('assessment.risk'), t('assessment.measures'), t('assessment.left')]}
        rows={risks.map(risk => [t(`assessment.${risk}`), t(`assessment.${risk}Measures`), '…………'])}
      />
    </Section>
    <Section title={t('assessment.opinion')}>
      {(['officer', 'concerned', 'decision'] as const).map(part => (
        <p key={part}>{t(`assessment.${part}`)} : ……………………………………</p>
      ))}
    </Section>
  </Page>
)
