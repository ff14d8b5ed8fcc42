import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, formatMoney } from '#kernel/i18n'
import {
  Actions,
  Button,
  Checkbox,
  Choice,
  DefinitionList,
  Disclosure,
  Empty,
  ErrorSummary,
  Field,
  Listing,
  Page,
  Section,
  Select,
  Table,
  Tag,
  Verdict,
} from '#kernel/ui'
import { type Decision, DocumentDecision, type NewDocument, type NewRequest, type NewSubscription, type TraderForm } from '../forms.ts'
import type { Invoice, KnownReceipt } from '../queries/accounts.ts'
import type { Request } from '../queries/life.ts'
import type { Alley, Market } from '../queries/markets.ts'
import type { Document, Subscription, Trader } from '../queries/traders.ts'
import { type DocumentKind, families } from '../rules/terms.ts'
import { callNumber } from '../rules/callOrder.ts'
import { crumbs, type Said, sayLength, sayWeekday, wrong } from './parts.tsx'

/** Asking for the market, or putting one's record right. */
export const TraderFormPage = ({ t, form, trader, atDesk }: Said & { form: Form<TraderForm>; trader: Trader | null; atDesk: boolean }) => (
  <Page
    title={trader ? t('trader.change') : t(atDesk ? 'trader.add' : 'apply.title')}
    lead={trader ? undefined : t('apply.lead')}
    breadcrumb={crumbs(t)}
  >
    <form method="post" action={trader ? `/marche/commercants/${trader.id}/modification` : '/marche/inscription'} noValidate>
      <ErrorSummary form={form} />
      {atDesk && !trader && <input type="hidden" name="atDesk" value="oui" />}
      <Field form={form} name="name" label={t('trader.name')} hint={t('trader.nameHint')} />
      <Select
        form={form}
        name="family"
        label={t('trader.family')}
        hint={t('trader.familyHint')}
        options={families.map(one => ({ value: one, label: t(`sq.family.${one}`) }))}
      />
      <Field form={form} name="products" label={t('trader.products')} />
      <Field form={form} name="length" label={t('trader.length')} inputmode="decimal" width="short" unit="m" />
      <Checkbox form={form} name="needsPower" label={t('trader.power')} />
      <Checkbox form={form} name="isProducer" label={t('trader.producer')} hint={t('trader.producerHint')} />
      <Checkbox form={form} name="isOrganic" label={t('trader.organic')} />
      <Field form={form} name="certifier" label={t('trader.certifier')} optional />
      <Field form={form} name="siret" label={t('trader.siret')} hint={t('trader.siretHint')} inputmode="numeric" optional />
      <Field form={form} name="email" type="email" label={t('trader.email')} hint={t('trader.emailHint')} optional />
      <Field form={form} name="phone" type="tel" label={t('trader.phone')} optional />
      <Checkbox form={form} name="showsName" label={t('trader.shows')} hint={t('trader.showsHint')} />
      <Button>{t(trader ? 'trader.save' : 'apply.send')}</Button>
    </form>
  </Page>
)

export interface TraderProps extends Said {
  readonly trader: Trader
  readonly documents: readonly Document[]
  readonly asked: readonly DocumentKind[]
  readonly missing: readonly DocumentKind[]
  readonly isBlocked: boolean
  readonly cardYears: number
  readonly subscriptions: readonly Subscription[]
  readonly requests: readonly Request[]
  readonly receipts: readonly KnownReceipt[]
  readonly invoices: readonly Invoice[]
  readonly markets: readonly Market[]
  readonly alleys: readonly Alley[]
  readonly runs: boolean
  readonly isMine: boolean
  readonly today: string
  readonly forms: {
    readonly document: Form<NewDocument>
    readonly decision: Form<Decision>
    readonly subscription: Form<NewSubscription>
    readonly request: Form<NewRequest>
  }
}
/** One trader: record, papers, place, receipts. Theirs to read, the market's to keep. */
export const TraderPage = (props: TraderProps) => {
  const { t, locale, trader, runs, isMine } = props
  const path = `/marche/commercants/${trader.id}`
  return (
    <Page
      title={trader.name}
      kicker={t(('sq.family.' + trader.family) as 'sq.family.meat')}
      breadcrumb={crumbs(t, ...(runs ? [{ label: t('traders.title'), href: '/marche/commercants' }] : []))}
    >
      <Standing {...props} />
      <DefinitionList
        items={[
          { term: t('trader.products'), value: trader.products },
          { term: t('trader.length'), value: sayLength(trader.length, props) },
          { term: t('trader.power'), value: t(trader.needsPower ? 'yes' : 'no') },
          {
            term: t('trader.kind'),
            value: [trader.isProducer && t('stands.producer'), trader.isOrganic && t('trader.organicBy', { certifier: trader.certifier })]
              .filter(Boolean)
              .join(', '),
          },
          { term: 'SIRET', value: trader.siret ?? '' },
          { term: t('trader.email'), value: trader.email },
          { term: t('trader.phone'), value: trader.phone },
          { term: t('trader.since'), value: trader.acceptedOn === null ? '' : formatDate(trader.since, locale) },
          { term: t('trader.attended'), value: String(trader.attended) },
          { term: t('trader.drawNumber'), value: callNumber(trader) },
          { term: t('trader.shown'), value: t(trader.showsName ? 'yes' : 'no') },
        ]}
      />
      <Actions>
        <Button kind="secondary" href={`${path}/modification`}>
          {t('trader.change')}
        </Button>
      </Actions>
      {runs && trader.acceptedOn === null && <DecisionForm {...props} />}
      <Papers {...props} />
      <Places {...props} />
      <Section title={t('sq.receipts')} id="recus">
        {props.receipts.length === 0 ? (
          <p>{t('trader.noReceipts')}</p>
        ) : (
          <Table
            caption={t('sq.receipts')}
            hideCaption
            head={[t('sq.day'), t('account.number'), t('pitch.length'), t('sq.total'), t('sq.meansHead')]}
            numeric={[2, 3]}
            rows={props.receipts
              .slice(0, 40)
              .map(one => [
                <a href={`/marche/jours/${one.day}/recus/${one.book}/${one.number}`}>{formatDate(one.on, locale)}</a>,
                `${one.book}-${one.number}`,
                sayLength(one.decimetres, props),
                formatMoney(one.cents, locale),
                one.cancelledBy === null ? t(`sq.means.${one.means}`) : t('sq.cancelled'),
              ])}
          />
        )}
      </Section>
      {props.invoices.length > 0 && (
        <Section title={t('office.invoices')} id="factures">
          <Listing
            items={props.invoices.map(one => ({
              title: t('invoice.one', { month: one.month, amount: formatMoney(one.cents, locale) }),
              href: `/marche/factures/${one.id}`,
              text: one.paidOn === null ? t('invoice.due') : t('invoice.paidOn', { date: formatDate(one.paidOn, locale) }),
            }))}
          />
        </Section>
      )}
      {isMine && <p class="soft">{t('trader.rights')}</p>}
    </Page>
  )
}

const Standing = ({ t, locale, trader, missing, isBlocked }: TraderProps) => {
  if (trader.refusedOn !== null)
    return (
      <Verdict is="refused" title={t('standing.refused', { date: formatDate(trader.refusedOn, locale) })}>
        {trader.refusedBecause}
      </Verdict>
    )
  if (trader.acceptedOn === null)
    return (
      <Verdict is="missing" title={t('standing.asked', { date: formatDate(trader.appliedOn, locale) })}>
        {t('standing.askedText')}
      </Verdict>
    )
  const papers = missing.map(kind => t(`sq.paper.${kind}`)).join(', ')
  if (missing.length === 0) return <Verdict is="allowed" title={t('standing.ok')} />
  return (
    <Verdict is={isBlocked ? 'refused' : 'missing'} title={t(isBlocked ? 'standing.blocked' : 'standing.warned')}>
      {t('standing.missing', { papers })}
    </Verdict>
  )
}

const DecisionForm = ({ t, trader, forms }: TraderProps) => (
  <Section title={t('decision.title')} id="decision">
    <form method="post" action={`/marche/commercants/${trader.id}/decision`} noValidate>
      <ErrorSummary form={forms.decision} />
      <Choice
        form={forms.decision}
        name="decision"
        label={t('decision.what')}
        options={(['accepted', 'refused'] as const).map(value => ({ value, label: t(`decision.${value}`) }))}
      />
      <Field form={forms.decision} name="since" type="date" label={t('decision.since')} hint={t('decision.sinceHint')} optional />
      <Field form={forms.decision} name="reason" prefix="decision" label={t('decision.reason')} optional />
      <Button>{t('decision.send')}</Button>
    </form>
  </Section>
)

const Papers = (props: TraderProps) => {
  const { t, locale, trader, documents, asked, forms, runs, cardYears } = props
  return (
    <Section
      title={t('papers.title')}
      id="documents"
      lead={t('papers.lead', { papers: asked.map(kind => t(`sq.paper.${kind}`)).join(', ') })}
    >
      {documents.length > 0 && (
        <Table
          caption={t('papers.title')}
          hideCaption
          head={[t('papers.kind'), t('papers.until'), t('papers.state')]}
          rows={documents.map(one => [
            one.file === null ? t(`sq.paper.${one.kind}`) : <a href={`/marche/documents/${one.id}`}>{t(`sq.paper.${one.kind}`)}</a>,
            one.expiresOn === null ? t('papers.noEnd') : formatDate(one.expiresOn, locale),
            <div>
              {one.isRefused ? (
                <span>
                  <Tag tone="brick">{t('papers.refused')}</Tag> {one.refusedBecause}
                </span>
              ) : one.expiresOn !== null && one.expiresOn < props.today ? (
                <Tag tone="brick">{t('papers.expired')}</Tag>
              ) : one.seenOn === null ? (
                t('papers.given', { date: formatDate(one.givenOn, locale) })
              ) : (
                <Tag tone="leaf">{t('papers.seen', { date: formatDate(one.seenOn, locale) })}</Tag>
              )}
              {runs && one.seenOn === null && (
                <form method="post" action={`/marche/commercants/${trader.id}/documents/examen`}>
                  <input type="hidden" name="document" value={one.id} />
                  <input type="hidden" name="decision" value="seen" />
                  <Button small kind="secondary" label={t('papers.seeOne', { paper: t(`sq.paper.${one.kind}`) })}>
                    {t('papers.see')}
                  </Button>
                </form>
              )}
              {runs && !one.isRefused && (
                <Disclosure summary={t('papers.refuse')}>
                  <form method="post" action={`/marche/commercants/${trader.id}/documents/examen`}>
                    <input type="hidden" name="document" value={one.id} />
                    <input type="hidden" name="decision" value="refused" />
                    <Field form={emptyForm(DocumentDecision)} name="reason" prefix={`document-${one.id}`} label={t('papers.why')} />
                    <Button small kind="danger" label={t('papers.refuseOne', { paper: t(`sq.paper.${one.kind}`) })}>
                      {t('papers.refuse')}
                    </Button>
                  </form>
                </Disclosure>
              )}
            </div>,
          ])}
        />
      )}
      <Disclosure summary={t('papers.add')} open={wrong(forms.document)}>
        <form method="post" action={`/marche/commercants/${trader.id}/documents`} enctype="multipart/form-data" noValidate>
          <ErrorSummary form={forms.document} />
          <Select
            form={forms.document}
            name="kind"
            label={t('papers.kind')}
            options={(['card', 'insurance', 'registration', 'hygiene', 'organic'] as const).map(value => ({
              value,
              label: t(`sq.paper.${value}`),
            }))}
          />
          <Field
            form={forms.document}
            name="expiresOn"
            type="date"
            label={t('papers.until')}
            hint={t('papers.untilHint', { n: cardYears })}
            optional
          />
          <div class="control">
            <label class="control__label" for="document-fichier">
              {t('papers.file')}
            </label>
            <p class="control__hint">{t('papers.fileHint')}</p>
            <input class="input input--full" id="document-fichier" name="file" type="file" accept="image/*,.pdf" />
          </div>
          <Button>{t('papers.send')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}

const Places = (props: TraderProps) => {
  const { t, locale, trader, subscriptions, requests, markets, alleys, forms, runs } = props
  return (
    <Section title={t('places.title')} id="places">
      {subscriptions.length === 0 ? (
        <p>{t('places.none')}</p>
      ) : (
        <Listing
          items={subscriptions.map(one => ({
            title: t('places.one', {
              weekday: sayWeekday(one.weekday, t),
              alley: one.alleyName,
              metres: sayLength(one.to - one.from, props),
            }),
            href: `/marche/abonnements/${one.id}`,
            text:
              one.endedOn === null
                ? t('places.since', { date: formatDate(one.since, locale) })
                : t('places.ended', { date: formatDate(one.endedOn, locale), because: t(`ended.${one.endedBecause as 'left'}`) }),
          }))}
        />
      )}
      {requests.map(one => (
        <p key={one.id}>
          {t('places.asked', {
            weekday: sayWeekday(one.weekday, t),
            date: formatDate(one.askedOn, locale),
            kind: t(`request.${one.kind}`),
          })}
        </p>
      ))}
      {trader.acceptedOn !== null &&
        markets.map(market => (
          <Disclosure key={market.id} summary={t('request.add', { market: market.name })} open={wrong(forms.request)}>
            <form method="post" action={`/marche/commercants/${trader.id}/demandes/${market.id}`} noValidate>
              <ErrorSummary form={forms.request} />
              <Select
                form={forms.request}
                name="weekday"
                prefix={`demande-${market.id}`}
                label={t('waiting.weekday')}
                options={market.weekdays.map(one => ({ value: String(one), label: sayWeekday(one, t) }))}
              />
              <Field
                form={forms.request}
                name="length"
                prefix={`demande-${market.id}`}
                label={t('trader.length')}
                inputmode="decimal"
                width="short"
                unit="m"
              />
              <Button kind="secondary">{t('request.send')}</Button>
            </form>
          </Disclosure>
        ))}
      {runs &&
        trader.acceptedOn !== null &&
        markets.map(market => (
          <Disclosure key={market.id} summary={t('subscribe.title', { market: market.name })} open={wrong(forms.subscription)}>
            <form method="post" action={`/marche/commercants/${trader.id}/abonnements/${market.id}`} noValidate>
              <ErrorSummary form={forms.subscription} />
              <Select
                form={forms.subscription}
                name="weekday"
                prefix={`abonnement-${market.id}`}
                label={t('waiting.weekday')}
                options={market.weekdays.map(one => ({ value: String(one), label: sayWeekday(one, t) }))}
              />
              <Select
                form={forms.subscription}
                name="alley"
                prefix={`abonnement-${market.id}`}
                label={t('pitch.alley')}
                options={alleys.map(one => ({ value: one.id, label: one.name }))}
              />
              <Field
                form={forms.subscription}
                name="from"
                prefix={`abonnement-${market.id}`}
                label={t('pitch.from')}
                hint={t('pitch.fromHint')}
                inputmode="decimal"
                width="short"
                unit="m"
              />
              <Field
                form={forms.subscription}
                name="length"
                prefix={`abonnement-${market.id}`}
                label={t('pitch.length')}
                inputmode="decimal"
                width="short"
                unit="m"
              />
              <Checkbox form={forms.subscription} name="hasPower" label={t('subscribe.power')} />
              <Field form={forms.subscription} name="since" prefix={`abonnement-${market.id}`} type="date" label={t('subscribe.since')} />
              <Field
                form={forms.subscription}
                name="reason"
                prefix={`abonnement-${market.id}`}
                label={t('subscribe.reason')}
                hint={t('subscribe.reasonHint')}
                optional
              />
              <Button>{t('subscribe.send')}</Button>
            </form>
          </Disclosure>
        ))}
    </Section>
  )
}

/** Everyone on the market, and who asks. */
export const TradersPage = (props: Said & { traders: readonly (Trader & { missing: readonly DocumentKind[]; isBlocked: boolean })[] }) => {
  const { t, locale, traders } = props
  return (
    <Page
      title={t('traders.title')}
      lead={t('traders.lead')}
      breadcrumb={crumbs(t, { label: t('desk.title'), href: '/marche/tenue' })}
      width="wide"
    >
      <Actions>
        <Button href="/marche/inscription?guichet=oui">{t('trader.add')}</Button>
      </Actions>
      {traders.length === 0 ? (
        <Empty title={t('traders.none')} />
      ) : (
        <Table
          caption={t('traders.title')}
          hideCaption
          head={[t('account.trader'), t('trader.family'), t('trader.since'), t('trader.attended'), t('papers.state')]}
          numeric={[3]}
          rows={traders.map(one => [
            <a href={`/marche/commercants/${one.id}`}>{one.name}</a>,
            t(`sq.family.${one.family}`),
            one.acceptedOn === null ? t(one.refusedOn === null ? 'traders.asks' : 'traders.refused') : formatDate(one.since, locale),
            String(one.attended),
            one.missing.length === 0 ? (
              t('standing.ok')
            ) : (
              <span>
                <Tag tone={one.isBlocked ? 'brick' : 'ochre'}>{t(one.isBlocked ? 'traders.blocked' : 'traders.warned')}</Tag>{' '}
                {t('standing.missing', { papers: one.missing.map(kind => t(`sq.paper.${kind}`)).join(', ') })}
              </span>
            ),
          ])}
        />
      )}
    </Page>
  )
}
