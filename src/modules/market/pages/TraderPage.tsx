import { formatDate, formatMoney } from '#kernel/i18n'
import { Actions, Button, Choice, DefinitionList, ErrorSummary, Field, Listing, Page, Section, Table, Verdict } from '#kernel/ui'
import { callNumber } from '../rules/callOrder.ts'
import type { TraderProps } from './traderProps.ts'
import { crumbs, sayLength } from './parts.tsx'
import { Papers } from './TraderPapers.tsx'
import { Places } from './TraderPlaces.tsx'

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
