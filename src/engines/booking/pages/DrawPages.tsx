import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, DefinitionList, DownloadLinks, Empty, ErrorSummary, Field, Listing, Page, Section, Table } from '#kernel/ui'
import type { Allocation } from '../acts/allocations.ts'
import { DrawnSeed } from '../forms.ts'
import type { T } from '../locales/index.ts'

/** Every allocation by lot, the latest first. */
export const DrawsPage = ({ t, locale, allocations }: { t: T; locale: Locale; allocations: readonly Allocation[] }) => (
  <Page title={t('draws.title')} lead={t('draws.lead')}>
    {allocations.length === 0 ? (
      <Empty title={t('draws.none')} />
    ) : (
      <Listing
        level={2}
        items={allocations.map(one => ({
          href: `/reservations/tirages/${one.id}`,
          title: one.title,
          text: one.method,
          note: one.seed ? t('draw.result') : t('draw.seedWaits', { source: one.seedSource, day: formatDate(one.seedOn, locale) }),
        }))}
      />
    )}
  </Page>
)

export interface DrawProps {
  readonly t: T
  readonly locale: Locale
  readonly allocation: Allocation
  readonly own: string | null
  readonly mayDraw: boolean
  readonly form?: Form<DrawnSeed>
}

const linesShown = 200

/** One allocation: the rule, the list and its digest, chance, the result, and how to do it again. */
export const DrawPage = ({ t, locale, allocation, own, mayDraw, form = emptyForm(DrawnSeed) }: DrawProps) => {
  const { id, offers, inputs, seed, seedSource, seedOn, result } = allocation
  const day = formatDate(seedOn, locale)
  const nameOf = (offer: string) => offers.find(one => one.id === offer)?.name ?? offer
  return (
    <Page title={allocation.title} kicker={t('draw.kicker')} breadcrumb={[{ label: t('draws.title'), href: '/reservations/tirages' }]}>
      <DefinitionList
        items={[
          { term: t('draw.method'), value: allocation.method },
          {
            term: t('draw.seed'),
            value: seed
              ? t('draw.seedKnown', { seed: seed.text, source: seedSource, day })
              : t('draw.seedWaits', { source: seedSource, day }),
          },
          { term: t('draw.witnessesField'), value: seed?.witnesses ?? '' },
          { term: t('draw.commitment'), value: <code>{allocation.commitment.match(/.{1,16}/g)?.join(' ')}</code> },
        ]}
      />
      {own && <p>{t('draw.yours', { pseudonym: own })}</p>}
      {result && (
        <Section title={t('draw.result')} id="resultat">
          <Table
            caption={t('draw.result')}
            hideCaption
            head={[t('draw.rank'), t('waiting.who'), t('draw.tier'), t('draw.given')]}
            rows={result
              .slice(0, linesShown)
              .map(one => [
                String(one.rank),
                one.pseudonym === own ? <strong>{one.pseudonym}</strong> : one.pseudonym,
                String(one.tier),
                one.offer === null ? t('draw.waits') : [nameOf(one.offer), t('draw.wish', { n: one.wish ?? 0 })].filter(Boolean).join(', '),
              ])}
          />
        </Section>
      )}
      <Section title={t('draw.offers')}>
        <ul>
          {offers.map(one => (
            <li key={one.id}>
              {one.name} ({t('draw.capacity', { n: one.capacity })})
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('draw.list')} lead={t('draw.listLead', { n: inputs.length })}>
        <ul>
          {inputs.slice(0, linesShown).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <DownloadLinks links={[{ href: `/reservations/tirages/${id}/demandes.txt`, label: t('draw.file') }]} />
      </Section>
      {seed && (
        <Section title={t('draw.again')}>
          <p>{t('draw.againText', { seed: seed.text })}</p>
        </Section>
      )}
      {!seed && mayDraw && (
        <Section title={t('draw.enter')} id="hasard">
          <form method="post" action={`/reservations/tirages/${id}`} noValidate>
            <ErrorSummary form={form} />
            <Field form={form} name="seed" label={t('draw.seedField')} />
            <Field form={form} name="witnesses" label={t('draw.witnessesField')} optional />
            <Button>{t('draw.enter')}</Button>
          </form>
        </Section>
      )}
    </Page>
  )
}
