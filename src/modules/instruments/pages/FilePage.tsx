import { FollowButton } from '#engines/following'
import type { Form } from '#kernel/forms'
import { formatDate, formatDateTime, formatNumber, type Locale } from '#kernel/i18n'
import type { Parameter } from '#kernel/parameters'
import {
  Actions,
  Button,
  DefinitionList,
  Disclosure,
  DownloadLinks,
  ErrorSummary,
  Field,
  FigureRow,
  Listing,
  Page,
  Section,
  Tag,
} from '#kernel/ui'
import type { NewResult } from '../forms.ts'
import { fileSubject, fileUrl, itemsOf, type LegalFile, papersOf, type Plan } from '../legalFile.ts'
import type { T } from '../locales/index.ts'
import { petitionUrl } from '../petition.ts'
import { outcomeOf } from '../rules/outcomeOf.ts'
import { sayItem } from '../saying.ts'
import { PlanTable } from './PlanTable.tsx'
import { RuleTable } from './RuleTable.tsx'
import { WhereItStops } from './WhereItStops.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly file: LegalFile
  readonly plan: Plan
  readonly rules: readonly Parameter[]
  readonly turnout: number
  readonly measureTitle: string | null
  readonly petitionTitle: string | null
  readonly result: Form<NewResult>
  readonly isTownHall: boolean
  /** Null for a visitor. */
  readonly isFollowing: boolean | null
}

/** A vote or a participation being prepared: its calendar, its papers, what is ready, and its result. */
export const FilePage = (props: Props) => {
  const { t, locale, file, plan, rules, isTownHall, isFollowing } = props
  return (
    <Page
      title={file.title}
      lead={file.question}
      kicker={<Tag>{t(`kind.${file.kind}`)}</Tag>}
      breadcrumb={[{ label: t('title'), href: '/demarches-citoyennes' }]}
    >
      {file.result && <Result {...props} result={file.result} />}
      <DefinitionList
        items={[
          { term: t('file.area'), value: file.area || t('file.everywhere') },
          {
            term: t('file.measure'),
            value: file.measure && props.measureTitle ? <a href={`/mesures/${file.measure}`}>{props.measureTitle}</a> : '',
          },
          {
            term: t('file.petition'),
            value: file.petition && props.petitionTitle ? <a href={petitionUrl(file.petition)}>{props.petitionTitle}</a> : '',
          },
          { term: t('file.version'), value: t('file.versionNumber', { n: file.version, date: formatDateTime(file.writtenAt, locale) }) },
        ]}
      />
      {isTownHall && (
        <Actions>
          <Button kind="secondary" href={`${fileUrl(file.id)}/modifier`}>
            {t('file.change')}
          </Button>
        </Actions>
      )}
      <Section title={t('plan.title')} id="calendrier">
        <PlanTable t={t} locale={locale} plan={plan} wishedOn={file.wishedOn} />
        <DownloadLinks links={[{ href: `${fileUrl(file.id)}/calendrier.ics`, label: t('plan.ics') }]} />
      </Section>
      <Section title={t('papers.title')} id="pieces" lead={t('papers.lead')}>
        <Listing items={papersOf(file.kind).map(name => ({ href: `${fileUrl(file.id)}/pieces/${name}`, title: t(`paper.${name}`) }))} />
      </Section>
      <Checklist t={t} locale={locale} file={file} isTownHall={isTownHall} />
      {isTownHall && plan.of === 'vote' && <ResultForm {...props} votingOn={plan.plan.plannedOn} />}
      <RuleTable t={t} locale={locale} rules={rules} />
      <WhereItStops t={t} kind={file.kind === 'participation' ? 'participation' : 'vote'} />
      {isFollowing !== null && (
        <FollowButton locale={locale} subject={fileSubject(file.id)} back={fileUrl(file.id)} isFollowing={isFollowing} />
      )}
    </Page>
  )
}

const Checklist = ({ t, locale, file, isTownHall }: Pick<Props, 't' | 'locale' | 'file' | 'isTownHall'>) => {
  const items = itemsOf(file.kind)
  const done = new Map(file.done.map(({ item, at }) => [item, at]))
  return (
    <Section
      title={t('check.title')}
      id="liste"
      lead={t('check.lead', { done: items.filter(item => done.has(item)).length, n: items.length })}
    >
      <ul>
        {items.map(item => {
          const at = done.get(item)
          return (
            <li key={item}>
              {at ? <strong>{t('check.done')}</strong> : t('check.todo')} {sayItem(t, item)}
              {at && ` (${formatDate(at, locale)})`}
              {isTownHall && (
                <form method="post" action={`${fileUrl(file.id)}/liste`}>
                  <input type="hidden" name="item" value={item} />
                  <Button kind="secondary">
                    {t(at ? 'check.reopen' : 'check.tick')}
                    <span class="hidden"> {sayItem(t, item)}</span>
                  </Button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const ResultForm = ({ t, today, file, result, votingOn }: Props & { votingOn: string }) =>
  today < votingOn ? null : (
    <Disclosure summary={t('result.record')} open={Object.keys(result.errors).length > 0} id="resultat">
      <ErrorSummary form={result} />
      <form method="post" action={`${fileUrl(file.id)}/resultat`} noValidate>
        {(['registered', 'voters', 'blank', 'yes', 'no'] as const).map(name => (
          <Field key={name} form={result} name={name} label={t(`result.${name}`)} type="number" width="short" />
        ))}
        <Field form={result} name="source" label={t('result.source')} hint={t('result.sourceHint')} />
        <Button>{t('result.send')}</Button>
      </form>
    </Disclosure>
  )

const Result = ({ t, locale, file, turnout, result }: Omit<Props, 'result'> & { result: NonNullable<LegalFile['result']> }) => {
  if (file.kind === 'participation') return null
  return (
    <Section title={t(`outcome.${outcomeOf(file.kind, result, turnout)}`)} id="resultats">
      <FigureRow
        figures={(['registered', 'voters', 'blank', 'yes', 'no'] as const).map(name => ({
          label: t(`result.${name}`),
          value: formatNumber(result[name], locale),
        }))}
      />
      <p>{t('result.from', { source: result.source })}</p>
    </Section>
  )
}
