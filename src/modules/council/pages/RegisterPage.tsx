import { Fragment } from 'preact'
import { dayInParis } from '#kernel/clock'
import { formatDate, type Locale } from '#kernel/i18n'
import { DownloadLinks, Empty, Notice, Page, Pagination, Table } from '#kernel/ui'
import { deliberationUrl } from '../council.ts'
import type { T } from '../locales/index.ts'
import type { DeliberationLine } from '../queries/deliberations.ts'
import { addressOf, type Wanted } from './DeliberationsPage.tsx'
import { enforceable, home } from './shared.tsx'

export interface RegisterView {
  readonly deliberations: readonly DeliberationLine[]
  readonly hasMore: boolean
  readonly wanted: Wanted
  readonly page: number
  readonly years: readonly string[]
  /** For those who keep the register: the SCDL file is empty until the commune says its number. */
  readonly isSiretMissing: boolean
}

/** The register of publication: each act with its days and the digest of its file. */
export const RegisterPage = ({ t, locale, view }: { t: T; locale: Locale; view: RegisterView }) => (
  <Page title={t('register.title')} lead={t('register.lead')} breadcrumb={[home(t)]} width="wide">
    {view.isSiretMissing && (
      <Notice kind="warning">
        {t('register.noSiret')} <a href="/administration/reglages/council">{t('register.settings')}</a>
      </Notice>
    )}
    {view.years.length > 1 && (
      <p>
        {view.years.map(year => (
          <Fragment key={year}>
            <a href={`/conseil/registre?annee=${year}`}>{year}</a>{' '}
          </Fragment>
        ))}
      </p>
    )}
    {view.deliberations.length > 0 ? (
      <Table
        caption={t('register.caption')}
        hideCaption
        head={[
          t('register.number'),
          t('register.object'),
          t('register.published'),
          t('register.received'),
          t('register.enforceable'),
          t('register.digest'),
        ]}
        rows={view.deliberations.map(one => [
          <a key={one.id} class="whole" href={deliberationUrl(one.id)}>
            {one.label}
          </a>,
          one.title,
          one.publishedAt ? formatDate(dayInParis(one.publishedAt), locale) : '–',
          one.isTransmissible ? (one.receivedOn ? formatDate(one.receivedOn, locale) : t('register.awaited')) : t('register.notSent'),
          one.outcome === 'rejected' ? '–' : sayEnforceable(t, locale, enforceable(one)),
          <code key="digest">{one.digest?.slice(0, 16)}…</code>,
        ])}
      />
    ) : (
      <Empty title={t('deliberations.none')} drawing="paper">
        {t('deliberations.noneText')}
      </Empty>
    )}
    <Pagination page={view.page} more={view.hasMore} href={n => addressOf('/conseil/registre', view.wanted, n)} />
    <DownloadLinks
      links={[
        { href: '/donnees-ouvertes/conseil-registre.csv', label: t('register.file'), note: 'CSV' },
        { href: '/donnees-ouvertes/deliberations-scdl.csv', label: t('council.scdl'), note: 'CSV' },
      ]}
    />
  </Page>
)

export const sayEnforceable = (t: T, locale: Locale, on: string | null) => (on ? formatDate(on, locale) : t('register.notYet'))
