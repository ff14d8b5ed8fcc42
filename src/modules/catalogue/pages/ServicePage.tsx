import { dayInParis } from '#kernel/clock'
import { formatDate, type Locale } from '#kernel/i18n'
import type { RelatedGroup } from '#kernel/service'
import {
  Actions,
  Address,
  Button,
  DefinitionList,
  DownloadLinks,
  Drawing,
  Listing,
  Notice,
  Page,
  Related,
  Section,
  Table,
} from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { ServiceDetail } from '../queries.ts'
import { faceOf } from '../rules/faces.ts'
import { hoursOn } from '../rules/hoursOn.ts'
import { sayHours } from '../rules/readHours.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly service: ServiceDetail
  readonly measures: readonly { readonly id: string; readonly title: string; readonly summary: string }[]
  /** What other rooms say about it: surveys, committee, needs. */
  readonly related: readonly RelatedGroup[]
  readonly isTownHall: boolean
}

export const ServicePage = (props: Props) => {
  const { t, locale, service, measures, related, isTownHall } = props
  const path = `/services/${service.id}`
  return (
    <Page
      title={service.name}
      kicker={t('service.kicker')}
      lead={service.purpose}
      drawing={<Drawing name={faceOf(service.face)} size="large" />}
      breadcrumb={[{ label: t('services.title'), href: '/services' }]}
      aside={<Aside {...props} />}
    >
      {service.archivedAt && (
        <Notice kind="warning">
          {t('service.archivedOn', { date: formatDate(dayInParis(service.archivedAt), locale), reason: service.archivedBecause ?? '' })}
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: t('service.audience'), value: service.audience },
          { term: t('service.runBy'), value: runBy(t, service) },
          {
            term: t('service.shared'),
            value: service.sharedWith.length > 0 ? t('service.sharedWith', { bodies: service.sharedWith.join(', ') }) : '',
          },
          { term: t('service.heldBy'), value: service.isOwn ? '' : service.heldBy },
        ]}
      />
      <Section title={t('service.when')} id="horaires">
        <When {...props} />
      </Section>
      {(service.place || service.address || service.access) && (
        <Section title={t('service.where')} id="lieu">
          <Address name={service.place || undefined} lines={service.address.split('\n').filter(line => line !== '')} />
          <DefinitionList items={[{ term: t('service.access'), value: service.access }]} />
        </Section>
      )}
      <Section title={t('service.question')} id="questionner" lead={service.question || t('service.questionLead')}>
        <p>
          <Button kind="secondary" href={`/questions/nouvelle?service=${service.id}`}>
            {t('service.ask')}
          </Button>
        </p>
      </Section>
      {service.isOwn && (
        <Section title={t('service.measures')} id="mesures">
          {measures.length === 0 ? (
            <p>{t('service.noMeasures')}</p>
          ) : (
            <Listing items={measures.map(({ id, title, summary }) => ({ href: `/mesures/${id}`, title, text: summary }))} />
          )}
        </Section>
      )}
      {related.length > 0 && (
        <Section title={t('service.elsewhere')} id="autour" lead={t('service.elsewhereLead')}>
          <Related groups={related} />
        </Section>
      )}
      <p class="soft">
        <a href={`${path}/editions`}>
          {t('service.changed', { date: formatDate(dayInParis(service.changedAt), locale), n: service.edition })}
        </a>
      </p>
      {isTownHall && (
        <Actions>
          <Button kind="secondary" href={`${path}/correction`}>
            {t('service.edit')}
          </Button>
          <Button kind="secondary" href={`${path}/archivage`}>
            {t(service.archivedAt ? 'service.restore' : 'service.archive')}
          </Button>
        </Actions>
      )}
    </Page>
  )
}

export const runBy = (t: T, { runBy: runner, runByName }: ServiceDetail) =>
  runByName ? `${runByName} (${t(`runBy.${runner}`).toLowerCase()})` : t(`runBy.${runner}`)

const When = ({ t, locale, today, service }: Props) => {
  if (service.openings.length === 0 && service.exceptions.length === 0) return <p>{service.hoursNote || t('service.noHours')}</p>
  const now = hoursOn(service, today)
  const coming = service.exceptions.filter(exception => exception.lastDay >= today)
  return (
    <>
      <p>
        <strong>{now.hours === '' ? t('services.closedToday') : t('services.today', { hours: now.hours })}</strong>
        {now.because && ` (${now.because})`}
      </p>
      <Table
        caption={t('service.week')}
        head={[t('service.day'), t('service.hours')]}
        rows={([1, 2, 3, 4, 5, 6, 7] as const).map(weekday => [
          t(`weekday.${weekday}`),
          sayHours(
            service.openings.filter(slot => slot.weekday === weekday),
            t('service.to'),
          ) || t('service.closed'),
        ])}
      />
      {service.hoursNote && <p>{service.hoursNote}</p>}
      {coming.length > 0 && (
        <DefinitionList
          items={coming.map(({ firstDay, lastDay, hours, reason }) => ({
            term:
              firstDay === lastDay
                ? formatDate(firstDay, locale)
                : t('service.fromTo', { first: formatDate(firstDay, locale), last: formatDate(lastDay, locale) }),
            value: `${hours || t('service.closed')}${reason ? ` (${reason})` : ''}`,
          }))}
        />
      )}
    </>
  )
}

const Aside = ({ t, service }: Props) => (
  <>
    {(service.phone || service.email || service.website) && (
      <>
        <h2>{t('service.contact')}</h2>
        <Address lines={[]} phone={service.phone || undefined} email={service.email || undefined} />
        {service.website && (
          <p>
            <a href={service.website}>{t('service.website')}</a>
          </p>
        )}
      </>
    )}
    <DownloadLinks links={[{ href: `/api/v1/services/${service.id}`, label: t('service.json') }]} />
  </>
)
