import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, formatDateTime, formatMoney } from '#kernel/i18n'
import {
  Actions,
  Bars,
  Button,
  Disclosure,
  DownloadLinks,
  ErrorSummary,
  Field,
  Notice,
  OpenFigure,
  Page,
  Section,
  Select,
  Table,
  TextArea,
} from '#kernel/ui'
import { CorrectionForm, LineContest, type RulingForm } from '../forms.ts'
import type { Closing, Correction, Statement } from '../queries/accounts.ts'
import type { Agreement, Convention } from '../queries/conventions.ts'
import type { Contest } from '../queries/damages.ts'
import { aloneOf, instalmentsOf } from '../rules/accountOf.ts'
import type { Published } from '../rules/published.ts'
import { agreementPath, home, yearPath } from '../where.ts'
import { ContestBox } from './Damages.tsx'
import { crumbs, type Names, type Said, sayBalance } from './parts.tsx'
import { YearItems } from './YearItems.tsx'

export interface YearProps extends Said {
  readonly agreement: Agreement
  readonly convention: Convention | null
  readonly year: number
  readonly today: string
  /** What is shown: the last edition published, or the facts as they are now. */
  readonly published: Published | null
  readonly statement: Statement | null
  readonly forecast: Statement | null
  readonly closing: Closing | null
  readonly contests: readonly Contest[]
  readonly corrections: readonly Correction[]
  readonly names: Names
  readonly body: { readonly id: number; readonly slug: string; readonly name: string }
  readonly runs: boolean
  readonly contestForm?: Form<LineContest>
  readonly ruling?: { readonly contest: string; readonly form: Form<RulingForm> }
  readonly correction?: Form<CorrectionForm>
}

/** The account of a year: what each commune owes or receives, item by item, and how anybody counts it again. */
export const YearPage = (props: YearProps) => {
  const { t, agreement, year, published } = props
  const isMember = published?.members.some(one => one.id === props.body.slug) ?? false
  return (
    <Page
      title={t('year.title', { year: String(year) })}
      kicker={agreement.title}
      width="wide"
      breadcrumb={crumbs(
        t,
        { label: t('agreements.title'), href: `${home}/conventions` },
        { label: agreement.title, href: agreementPath(agreement.id) },
      )}
    >
      <Where {...props} />
      {published && (
        <>
          <ByCommune {...props} published={published} />
          <Transfers {...props} published={published} />
          <YearItems {...props} published={published} />
          <Alone {...props} published={published} />
          <Recompute {...props} />
        </>
      )}
      {props.forecast && <Instalments {...props} forecast={props.forecast} />}
      {props.statement && <Approvals {...props} statement={props.statement} />}
      {(props.contests.length > 0 || (props.runs && isMember && props.statement && !props.closing)) && <Contests {...props} />}
      {props.runs && props.convention?.terms.lead === props.body.id && !props.closing && <Lead {...props} />}
    </Page>
  )
}

const Where = ({ t, locale, published, statement, closing, today, year, forecast }: YearProps) => {
  const running = today <= `${year}-12-31`
  return (
    <>
      {published === null && <Notice kind="warning" title={t('year.noVersion')} />}
      {closing && <Notice kind="success" title={t('year.closed', { at: formatDate(closing.at, locale) })} />}
      {!closing && statement && (
        <Notice
          title={t('year.published', {
            n: statement.edition,
            at: formatDate(statement.publishedAt, locale),
            until: formatDate(statement.contestUntil, locale),
          })}
        />
      )}
      {!statement && published && <Notice title={t(running ? 'year.running' : 'year.notPublished')} />}
      {forecast ? (
        <p>{t('year.forecastPublished', { at: formatDate(forecast.publishedAt, locale) })}</p>
      ) : (
        published && <p>{t('year.forecastNone')}</p>
      )}
    </>
  )
}

interface Shown extends YearProps {
  readonly published: Published
}
const nameIn = (published: Published, id: string): string => published.members.find(one => one.id === id)?.name ?? id

const ByCommune = (props: Shown) => {
  const { t, locale, published, agreement, year, statement } = props
  const money = (cents: number) => formatMoney(cents, locale)
  const bodies = new Map(props.convention?.terms.members.map(one => [one.slug, one.body]))
  return (
    <Section title={t('year.byCommune')} id="communes">
      <Table
        caption={t('year.byCommune')}
        hideCaption
        head={[t('year.commune'), t('year.share'), t('year.spent'), t('year.damages'), t('year.corrections'), t('year.balance')]}
        numeric={[1, 2, 3, 4]}
        rows={[
          ...published.results.members.map(one => [
            <a href={`${yearPath(agreement.id, year)}/communes/${bodies.get(one.member) ?? 0}`}>{nameIn(published, one.member)}</a>,
            money(one.share),
            money(one.spent),
            money(one.damages),
            money(one.corrections),
            <OpenFigure
              value={sayBalance(one.balance, props)}
              rule={t('rules.shareText')}
              data={`${money(one.share)} − ${money(one.spent)} + ${money(one.damages)} + ${money(one.corrections)}`}
              {...(statement ? { since: statement.publishedAt.slice(0, 10) } : {})}
              source={{ label: t('nav.rules'), href: `${home}/regles#partage` }}
            />,
          ]),
          [
            t('year.total'),
            money(published.results.members.reduce((sum, one) => sum + one.share, 0)),
            money(published.results.members.reduce((sum, one) => sum + one.spent, 0)),
            money(0),
            money(0),
            '',
          ],
        ]}
      />
    </Section>
  )
}

const Transfers = ({ t, locale, published }: Shown) => {
  const { transfers, left } = published.results
  const pairs = [...new Set([...transfers, ...published.called, ...left].map(one => `${one.from}>${one.to}`))].toSorted()
  const cents = (lines: Published['called'], pair: string) => lines.find(one => `${one.from}>${one.to}` === pair)?.cents ?? 0
  return (
    <Section title={t('year.transfers')} id="versements">
      {pairs.length === 0 ? (
        <p>{t('year.none')}</p>
      ) : (
        <Table
          caption={t('year.transfers')}
          hideCaption
          head={[t('year.transfers'), t('year.due'), t('year.called'), t('year.left')]}
          numeric={[1, 2, 3]}
          rows={pairs.map(pair => {
            const [from = '', to = ''] = pair.split('>')
            return [
              t('year.transfer', { from: nameIn(published, from), to: nameIn(published, to) }),
              ...[transfers, published.called, left].map(lines => formatMoney(cents(lines, pair), locale)),
            ]
          })}
        />
      )}
    </Section>
  )
}

const Alone = ({ t, locale, published }: Shown) => (
  <Section title={t('year.alone')} id="seule" lead={t('year.aloneText')}>
    <Table
      caption={t('year.alone')}
      hideCaption
      head={[t('year.commune'), t('year.aloneCost'), t('year.togetherCost')]}
      numeric={[1, 2]}
      rows={published.results.members.map(one => [
        nameIn(published, one.member),
        formatMoney(aloneOf(published, one.member), locale),
        formatMoney(one.share, locale),
      ])}
    />
    {published.results.members.some(one => one.share > 0) && published.results.members.every(one => one.share >= 0) && (
      <Bars
        title={t('year.chart')}
        unit="€"
        bars={published.results.members.map(one => ({ label: nameIn(published, one.member), value: one.share / 100 }))}
      />
    )}
  </Section>
)

const Recompute = ({ t, agreement, year, statement }: YearProps) => (
  <Section title={t('year.data')} id="recalcul" lead={t('year.dataText')}>
    <p>
      <code>
        node bin/recompute-shared-account.mjs compte-{agreement.id}-{year}.json
      </code>
    </p>
    <DownloadLinks
      links={[
        { href: `${yearPath(agreement.id, year)}/compte.json`, label: t('year.json', { year: String(year) }) },
        { href: `${yearPath(agreement.id, year)}/compte.csv`, label: t('year.csv', { year: String(year) }) },
      ]}
    />
    {statement && <p class="soft">{t('year.digest', { digest: statement.digest })}</p>}
  </Section>
)

const Instalments = ({ t, locale, forecast }: YearProps & { readonly forecast: Statement }) => {
  const { published } = forecast
  return (
    <Section title={t('year.instalments')} id="acomptes">
      {published.results.transfers.length === 0 ? (
        <p>{t('year.none')}</p>
      ) : (
        <Table
          caption={t('year.instalments')}
          hideCaption
          head={[
            t('year.transfers'),
            ...Array.from({ length: published.instalments }, (_, at) => t('year.instalment', { n: at + 1 })),
            t('year.total'),
          ]}
          numeric={Array.from({ length: published.instalments + 1 }, (_, at) => at + 1)}
          rows={published.results.transfers.map(one => [
            t('year.transfer', { from: nameIn(published, one.from), to: nameIn(published, one.to) }),
            ...instalmentsOf(one.cents, published.instalments).map(cents => formatMoney(cents, locale)),
            formatMoney(one.cents, locale),
          ])}
        />
      )}
    </Section>
  )
}

const Approvals = ({
  t,
  locale,
  statement,
  convention,
  agreement,
  year,
  body,
  runs,
  closing,
}: YearProps & { readonly statement: Statement }) => {
  const members = convention?.terms.members ?? []
  const hasApproved = statement.approvals.some(one => one.body === body.id)
  return (
    <Section title={t('year.approvals')} id="accords">
      <Table
        caption={t('year.approvals')}
        hideCaption
        head={[t('year.commune'), t('year.approvals')]}
        rows={members.map(one => {
          const said = statement.approvals.find(approval => approval.body === one.body)
          return [one.name, said ? t('year.approvedOn', { at: formatDateTime(said.at, locale) }) : t('year.notApproved')]
        })}
      />
      {runs && !closing && !hasApproved && members.some(one => one.body === body.id) && (
        <form method="post" action={`${yearPath(agreement.id, year)}/accord`}>
          <p>{t('year.approveText', { n: statement.edition })}</p>
          <Button>{t('year.approveSend')}</Button>
        </form>
      )}
    </Section>
  )
}

const Contests = (props: YearProps) => {
  const { t, agreement, year, contests, statement, runs, closing, today, convention, contestForm = emptyForm(LineContest) } = props
  return (
    <Section title={t('year.contests')} id="contestations">
      {contests.length === 0 && <p>{t('year.none')}</p>}
      {contests.map(one => (
        <ContestBox
          key={one.id}
          {...props}
          body={props.body.id}
          contest={one}
          keptBy={convention?.terms.lead ?? 0}
          settledBy={convention?.terms.settledBy ?? ''}
        />
      ))}
      {runs && statement && !closing && today > statement.contestUntil && <p>{t('year.contestLate')}</p>}
      {runs && statement && !closing && today <= statement.contestUntil && (
        <Disclosure summary={t('year.contest')} open={Object.keys(contestForm.errors).length > 0}>
          <form method="post" action={`${yearPath(agreement.id, year)}/contestation`} noValidate>
            <ErrorSummary form={contestForm} prefix="contestation" />
            <Field form={contestForm} name="line" label={t('year.contestLine')} hint={t('year.contestLineHint')} prefix="contestation" />
            <TextArea form={contestForm} name="reason" label={t('year.contestReason')} rows={3} prefix="contestation" />
            <Button kind="secondary">{t('year.contestSend')}</Button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}

const Lead = (props: YearProps) => {
  const { t, agreement, year, statement, today, convention, correction = emptyForm(CorrectionForm, { about: String(year - 1) }) } = props
  const path = yearPath(agreement.id, year)
  const members = convention?.terms.members ?? []
  return (
    <Section title={t('year.publish')} id="publier" lead={t('year.publishText')}>
      <form method="post" action={`${path}/publication`}>
        <Actions>
          {today <= `${year}-12-31` ? (
            <Button kind="secondary" name="kind" value="forecast">
              {t('year.publishForecast')}
            </Button>
          ) : (
            <Button name="kind" value="account">
              {t('year.publishAccount')}
            </Button>
          )}
        </Actions>
      </form>
      {statement && (
        <form method="post" action={`${path}/cloture`}>
          <p>{t('year.closeText')}</p>
          <Button kind="danger">{t('year.closeSend', { year: String(year) })}</Button>
        </form>
      )}
      <Disclosure summary={t('year.correct')} open={Object.keys(correction.errors).length > 0}>
        <p>{t('year.correctText', { year: String(year) })}</p>
        <form method="post" action={`${path}/corrections`} noValidate>
          <ErrorSummary form={correction} prefix="correction" />
          <Field form={correction} name="about" type="number" label={t('year.correctAbout')} prefix="correction" />
          {(['member', 'owner'] as const).map(name => (
            <Select
              key={name}
              form={correction}
              name={name}
              label={t(name === 'member' ? 'year.correctMember' : 'year.correctOwner')}
              prefix="correction"
              options={members.map(one => ({ value: String(one.body), label: one.name }))}
            />
          ))}
          <Field form={correction} name="amount" label={t('year.correctAmount')} width="short" unit="€" prefix="correction" />
          <TextArea form={correction} name="reason" label={t('year.correctReason')} rows={3} prefix="correction" />
          <Button kind="secondary">{t('year.correctSend')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}
