import { Button, DownloadLinks, Empty, Listing, Page, SearchBox } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { ServiceLine } from '../queries.ts'
import { faceOf } from '../rules/faces.ts'
import { hoursOn } from '../rules/hoursOn.ts'

interface Props {
  readonly t: T
  readonly today: string
  readonly services: readonly ServiceLine[]
  readonly words: string
  readonly isTownHall: boolean
}

export const ServicesPage = ({ t, today, services, words, isTownHall }: Props) => (
  <Page
    title={t('services.title')}
    lead={t('services.lead')}
    aside={<DownloadLinks links={[{ href: '/api/v1/services', label: t('services.json') }]} />}
  >
    <SearchBox action="/services" label={t('services.search')} value={words} id="mots-services" />
    {isTownHall && (
      <p>
        <Button kind="secondary" href="/services/nouveau">
          {t('services.add')}
        </Button>
      </p>
    )}
    {services.length === 0 &&
      (words === '' ? (
        <Empty title={t('services.empty')}>{t('services.emptyText')}</Empty>
      ) : (
        <Empty title={t('services.none')} action={{ label: t('services.all'), href: '/services' }}>
          {t('services.noneText')}
        </Empty>
      ))}
    <Listing
      level={2}
      items={services.map(service => ({
        href: `/services/${service.id}`,
        title: service.name,
        text: firstSentence(service.purpose),
        drawing: faceOf(service.face),
        note: [service.runByName || t(`runBy.${service.runBy}`), sharedOf(t, service), todayOf(t, service, today)]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  </Page>
)

const sharedOf = (t: T, { sharedWith }: ServiceLine) => sharedWith.length > 0 && t('service.sharedWith', { bodies: sharedWith.join(', ') })
const todayOf = (t: T, service: ServiceLine, today: string) => {
  if (service.openings.length === 0 && service.exceptions.length === 0) return service.place || t('service.noHours')
  const { hours } = hoursOn(service, today)
  return hours === '' ? t('services.closedToday') : t('services.today', { hours })
}
const firstSentence = (text: string) => /^.*?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text
