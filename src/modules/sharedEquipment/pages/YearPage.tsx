import type { YearProps } from './yearProps.ts'
import { formatDate, formatMoney } from '#kernel/i18n'
import { Bars, DownloadLinks, Notice, OpenFigure, Page, Section, Table } from '#kernel/ui'
import type { Statement } from '../queries/accounts.ts'
import { aloneOf, instalmentsOf } from '../rules/accountOf.ts'
import type { Published } from '../rules/published.ts'
import { agreementPath, home, yearPath } from '../where.ts'
import { crumbs, sayBalance } from './parts.tsx'
import { Payments } from './Payments.tsx'
import { Approvals, Contests, Lead } from './YearActs.tsx'
import { YearItems } from './YearItems.tsx'

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
      {props.runs && props.convention?.terms.lead === props.body.id && !props.closing && (
        <div class="only-screen">
          <Lead {...props} />
        </div>
      )}
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
            ...(['share', 'spent', 'damages', 'corrections'] as const).map(column =>
              money(published.results.members.reduce((sum, one) => sum + one[column], 0)),
            ),
            '',
          ],
        ]}
      />
    </Section>
  )
}

const Transfers = (props: Shown) => {
  const { t, locale, published, payments, convention } = props
  const { transfers, left } = published.results
  const pairs = [...new Set([...transfers, ...published.called, ...left].map(one => `${one.from}>${one.to}`))].toSorted()
  // What one received from the other, less what went the other way.
  const slugOf = (body: number) => convention?.terms.members.find(one => one.body === body)?.slug ?? ''
  const received = (pair: string) =>
    payments.reduce((sum, one) => {
      const way = `${slugOf(one.payer)}>${slugOf(one.receiver)}`
      return way === pair ? sum + one.cents : way === pair.split('>').toReversed().join('>') ? sum - one.cents : sum
    }, 0)
  const cents = (lines: Published['called'], pair: string) => lines.find(one => `${one.from}>${one.to}` === pair)?.cents ?? 0
  return (
    <Section title={t('year.transfers')} id="versements">
      {pairs.length === 0 ? (
        <p>{t('year.none')}</p>
      ) : (
        <Table
          caption={t('year.transfers')}
          hideCaption
          head={[t('year.transfers'), t('year.due'), t('year.called'), t('year.left'), t('year.received')]}
          numeric={[1, 2, 3, 4]}
          rows={pairs.map(pair => {
            const [from = '', to = ''] = pair.split('>')
            return [
              t('year.transfer', { from: nameIn(published, from), to: nameIn(published, to) }),
              ...[transfers, published.called, left].map(lines => formatMoney(cents(lines, pair), locale)),
              formatMoney(received(pair), locale),
            ]
          })}
        />
      )}
      <Payments {...props} />
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
