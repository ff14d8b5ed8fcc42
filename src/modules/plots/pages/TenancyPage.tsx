import { sayStep } from '#engines/booking'
import { formatDate, formatMoney } from '#kernel/i18n'
import { Button, DefinitionList, Disclosure, Expected, Notice, Page, Section, Table } from '#kernel/ui'
import type { Entry, Tenancy } from '../queries/tenancies.ts'
import { accountOf } from '../rules/account.ts'
import { crumbs, Letters, type Said } from './parts.tsx'
import { LeaveForms, PaymentForm, RenewalForm, SignForm, StepForm, VisitForm } from './TenancyForms.tsx'
import { Procedure } from './Procedure.tsx'
import type { TenancyProps } from './tenancyProps.ts'

/** The file of one plot: read by its holder and by those who run the garden, by nobody else. */
export const TenancyPage = (props: TenancyProps) => {
  const { t, locale, tenancy, isHolder, runs } = props
  const date = (day: string | null) => (day === null ? null : formatDate(day, locale))
  return (
    <Page
      title={t('plot.of', { number: tenancy.plotNumber, garden: tenancy.gardenName })}
      kicker={t(isHolder ? 'tenancy.yours' : 'tenancy.file')}
      breadcrumb={crumbs(t, { label: tenancy.gardenName, href: `/jardins/lieux/${tenancy.garden}` })}
      expected={<Awaits {...props} />}
    >
      {tenancy.endedBecause !== null && (
        <Notice kind="warning">{t(`ended.${tenancy.endedBecause}`, { date: date(tenancy.endedOn) ?? '' })}</Notice>
      )}
      <DefinitionList
        items={[
          {
            term: t('tenancy.holder'),
            value: runs ? [tenancy.personName ?? t('tenancy.gone'), tenancy.holderName].filter(Boolean).join(', ') : tenancy.holderName,
          },
          { term: t('round.season'), value: t('round.seasonValue', { from: date(tenancy.since) ?? '', to: date(tenancy.until) ?? '' }) },
          { term: t('tenancy.offered'), value: date(tenancy.offeredOn) },
          { term: t('tenancy.answerBy'), value: tenancy.signedAt === null ? date(tenancy.answerBy) : null },
          {
            term: t('tenancy.signed'),
            value:
              tenancy.signedAt === null ? null : `${date(tenancy.signedAt)} (${t('tenancy.editionShort', { n: tenancy.edition ?? 1 })})`,
          },
          { term: t('tenancy.leaving'), value: date(tenancy.leavingOn) },
          {
            term: t('tenancy.returned'),
            value: tenancy.returnedOn === null ? null : `${date(tenancy.returnedOn)} : ${tenancy.returnedNote}`,
          },
        ]}
      />
      {tenancy.signedAt === null ? (
        tenancy.endedOn === null && isHolder && <SignForm {...props} />
      ) : (
        <>
          <Procedure {...props} />
          <Visits {...props} />
          <Account {...props} />
        </>
      )}
      {isHolder && tenancy.signedAt !== null && tenancy.endedOn === null && (
        <>
          <RenewalForm {...props} />
          <LeaveForms {...props} />
        </>
      )}
      {runs && !isHolder && tenancy.signedAt !== null && tenancy.returnedOn === null && <LeaveForms {...props} />}
      {props.letters.length > 0 && (
        <Section title={t(isHolder ? 'application.told' : 'tenancy.told')} id="courriers">
          <Letters {...props} />
        </Section>
      )}
    </Page>
  )
}

const Awaits = ({ t, locale, tenancy, steps, isHolder }: TenancyProps) => {
  if (!isHolder || tenancy.endedOn !== null) return null
  if (tenancy.signedAt === null)
    return (
      <Expected action={{ label: t('mine.answer'), href: '#signer' }}>
        {t('tenancy.awaitsSignature', { date: formatDate(tenancy.answerBy, locale) })}
      </Expected>
    )
  const step = steps.findLast(one => one.endedOn === null)
  return step ? (
    <Expected action={{ label: t('procedure.title'), href: '#suivi' }}>
      {t(`procedure.awaits.${step.kind}`, { date: formatDate(step.dueOn, locale) })}
    </Expected>
  ) : null
}

const Visits = (props: TenancyProps) => {
  const { t, locale, visits, runs, tenancy, names } = props
  return (
    <Section title={t('visits.title')} id="visites">
      {visits.length === 0 && <p>{t('visits.none')}</p>}
      {visits.map(visit => (
        <article key={visit.id}>
          <h3>{t('visits.one', { date: formatDate(visit.on, locale), state: t(`visit.${visit.state}`) })}</h3>
          {visit.note && <p>{visit.note}</p>}
          {visit.by !== null && <p class="soft">{names.get(visit.by) ?? t('tenancy.gone')}</p>}
          {visit.photos.map(photo => (
            <figure key={photo.id}>
              <img src={`/jardins/photos/${photo.id}`} alt={photo.caption} width="320" loading="lazy" />
              <figcaption class="soft">{photo.caption}</figcaption>
            </figure>
          ))}
        </article>
      ))}
      {runs && tenancy.endedOn === null && <VisitForm {...props} />}
      {runs && tenancy.endedOn === null && <StepForm {...props} />}
    </Section>
  )
}

const Account = (props: TenancyProps) => {
  const { t, locale, entries, runs } = props
  const account = accountOf(entries)
  const isPaid = (entry: Entry) => entry.kind !== 'fee' && entry.kind !== 'deposit'
  return (
    <Section title={t('account.title')} id="compte">
      <Table
        caption={t('account.title')}
        hideCaption
        head={[t('account.what'), t('account.on'), t('account.amount'), t('account.receipt')]}
        numeric={[2]}
        rows={entries.map(entry => [
          <>
            {t(`entry.${entry.kind}`, { season: entry.season })}
            {entry.note && ` (${entry.note})`}
            {entry.steps && entry.steps.length > 0 && (
              <Disclosure summary={t('account.how')}>
                <ul>
                  {entry.steps.map((step, at) => (
                    <li key={at}>{sayStep(step, locale)}</li>
                  ))}
                </ul>
              </Disclosure>
            )}
          </>,
          formatDate(entry.on, locale),
          formatMoney(entry.cents, locale),
          isPaid(entry) ? <a href={`/jardins/recus/${entry.id}`}>{t('account.receiptOf', { n: entry.id })}</a> : '',
        ])}
      />
      <DefinitionList
        items={[
          { term: t('account.feeOwed'), value: formatMoney(account.feeOwed, locale) },
          { term: t('account.depositOwed'), value: account.depositOwed === 0 ? null : formatMoney(account.depositOwed, locale) },
          { term: t('account.depositHeld'), value: formatMoney(account.depositHeld, locale) },
        ]}
      />
      {runs && (account.feeOwed > 0 || account.depositOwed > 0) && <PaymentForm {...props} />}
    </Section>
  )
}

/** What was paid or given back, to keep or to print. */
export const ReceiptPage = ({ t, locale, town, entry, tenancy }: Said & { town: string; entry: Entry; tenancy: Tenancy }) => (
  <Page
    title={t('receipt.title', { n: entry.id })}
    breadcrumb={crumbs(t, {
      label: t('plot.of', { number: tenancy.plotNumber, garden: tenancy.gardenName }),
      href: `/jardins/attributions/${tenancy.id}`,
    })}
  >
    <DefinitionList
      items={[
        { term: t('receipt.from'), value: town },
        { term: t('tenancy.holder'), value: [tenancy.personName, tenancy.holderName].filter(Boolean).join(', ') },
        { term: t('account.what'), value: t(`entry.${entry.kind}`, { season: entry.season }) },
        { term: t('account.amount'), value: formatMoney(entry.cents, locale) },
        { term: t('account.on'), value: formatDate(entry.on, locale) },
        { term: t('account.note'), value: entry.note },
      ]}
    />
    <p class="soft">{t('receipt.keep')}</p>
    <p class="no-print">
      <Button kind="secondary" href={`/jardins/attributions/${tenancy.id}`}>
        {t('mine.see')}
      </Button>
    </p>
  </Page>
)
