import { formatDateTime, type Locale } from '#kernel/i18n'
import { Empty, Page, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Ranked } from '../rules/waitingOrder.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly thing: { readonly name: string; readonly path: string }
  readonly waiting: readonly Ranked[]
  readonly offerHours: number | null
  /** This person's own line. */
  readonly own: string | null
}

/** Who waits, in the public order, with the reason of each rank; nobody's name. */
export const WaitingPage = ({ t, locale, thing, waiting, offerHours, own }: Props) => (
  <Page title={t('waiting.title', { thing: thing.name })} lead={t('waiting.lead')} breadcrumb={[{ label: thing.name, href: thing.path }]}>
    {waiting.length === 0 ? <Empty title={t('waiting.none')} /> : <WaitingTable t={t} locale={locale} waiting={waiting} own={own} />}
    {offerHours !== null && <p>{t('waiting.rule', { hours: offerHours })}</p>}
  </Page>
)

export const WaitingTable = ({ t, locale, waiting, own }: Pick<Props, 't' | 'locale' | 'waiting' | 'own'>) => (
  <Table
    caption={t('waiting.who')}
    hideCaption
    head={[t('waiting.rank'), t('waiting.who'), t('waiting.since'), t('waiting.why'), t('waiting.places')]}
    rows={waiting.map(one => [
      String(one.rank),
      one.id === own ? (
        <strong>
          {one.pseudonym} ({t('waiting.you')})
        </strong>
      ) : (
        one.pseudonym
      ),
      formatDateTime(one.askedAt, locale),
      t(`waiting.${one.because}`),
      String(one.places),
    ])}
    numeric={[4]}
  />
)
