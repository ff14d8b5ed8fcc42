import type { Locale } from '#kernel/i18n'
import { DownloadLinks, Empty, Listing, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { ServiceCounts } from '../queries/readLines.ts'
import type { Round } from '../queries/rounds.ts'
import { type Named, roundNote, statementPath } from './parts.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly services: readonly (Named & { readonly counts: ServiceCounts | undefined })[]
  readonly rounds: readonly (Round & { readonly serviceName: string })[]
}

/** Every service, with how much was said of it; what is asked at the moment comes first. */
export const NeedsPage = ({ t, locale, today, services, rounds }: Props) => (
  <Page
    title={t('needs.title')}
    lead={t('needs.lead')}
    aside={<DownloadLinks links={[{ href: '/api/v1/besoins', label: t('needs.json') }]} />}
  >
    {rounds.length > 0 && (
      <Section title={t('needs.rounds')} id="en-ce-moment">
        <Listing
          items={rounds.map(round => ({
            href: `/besoins/etats/${round.id}`,
            title: round.title,
            text: round.serviceName,
            note: roundNote(t, locale, today, round),
          }))}
        />
      </Section>
    )}
    <Section title={t('needs.services')} id="services">
      {services.length === 0 && (
        <Empty title={t('needs.noServices')} drawing="meeting">
          {t('needs.noServicesText')}
        </Empty>
      )}
      <Listing
        items={services.map(({ id, name, counts }) => ({
          href: statementPath(id),
          title: name,
          note: counts ? t('needs.counts', { ...counts, service: null }) : t('needs.none'),
        }))}
      />
    </Section>
  </Page>
)
