import type { Locale } from '#kernel/i18n'
import { Button, DownloadLinks, Empty, FeedLink, Page, Pagination, Select, Tabs } from '#kernel/ui'
import type { NamedOutcome } from '../gather.ts'
import type { T } from '../locales/index.ts'
import { type Standing, standings } from '../rules/standing.ts'
import { OutcomeThread } from './OutcomeThread.tsx'

interface Named {
  readonly id: string
  readonly name: string
}
interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly about: { readonly service: Named | null; readonly measure: Named | null }
  readonly threads: readonly NamedOutcome[]
  readonly counts: Readonly<Record<Standing, number>>
  readonly wanted: Standing | null
  readonly services: readonly Named[]
  readonly pageNumber: number
  readonly pages: number
  /** How many threads are looked at, when there may be more. */
  readonly most: number | null
}
type About = Props['about']

export const placeOf = ({ service, measure }: About) =>
  service ? `/vous-avez-dit/services/${service.id}` : measure ? `/vous-avez-dit/mesures/${measure.id}` : '/vous-avez-dit'

/** Every thread of a service, of a measure or of the commune, one under the other. */
export const OutcomesPage = (props: Props) => {
  const { t, locale, today, about, threads, wanted, pageNumber, pages } = props
  const isEmpty = Object.values(props.counts).every(n => n === 0)
  return (
    <Page
      title={titleOf(t, about)}
      lead={t('did.lead')}
      feed={about.service === null && about.measure === null ? '/vous-avez-dit/flux.atom' : undefined}
      breadcrumb={about.service || about.measure ? [{ label: t('did.title'), href: '/vous-avez-dit' }] : undefined}
      aside={<Aside {...props} />}
    >
      {about.service === null && about.measure === null && props.services.length > 0 && <ChooseService {...props} />}
      {!isEmpty && <Filters {...props} />}
      {isEmpty && (
        <Empty title={t('did.none')} drawing="bridge">
          {t('did.noneText')}
        </Empty>
      )}
      {!isEmpty && threads.length === 0 && <Empty title={t('did.noneHere')} action={{ label: t('did.seeAll'), href: placeOf(about) }} />}
      {threads.map(thread => (
        <OutcomeThread
          key={thread.id}
          t={t}
          locale={locale}
          today={today}
          thread={thread}
          isKnown={{ service: about.service !== null, measure: about.measure !== null }}
        />
      ))}
      <Pagination page={pageNumber} of={pages} href={page => addressOf(about, wanted, page)} />
      {props.most !== null && <p class="soft">{t('did.most', { n: props.most })}</p>}
    </Page>
  )
}

const titleOf = (t: T, { service, measure }: About) =>
  service ? t('did.ofService', { service: service.name }) : measure ? t('did.ofMeasure', { measure: measure.name }) : t('did.title')

const addressOf = (about: About, standing: Standing | null, page = 1) => {
  const query = new URLSearchParams({ ...(standing ? { etat: standing } : {}), ...(page > 1 ? { page: String(page) } : {}) })
  return `${placeOf(about)}${query.size > 0 ? `?${query}` : ''}`
}

const Filters = ({ t, about, counts, wanted }: Props) => (
  <Tabs
    label={t('did.views')}
    tabs={[
      {
        href: addressOf(about, null),
        label: t('did.all'),
        current: wanted === null,
        count: Object.values(counts).reduce((sum, n) => sum + n, 0),
      },
      ...standings
        .filter(standing => counts[standing] > 0 || standing === wanted)
        .map(standing => ({
          href: addressOf(about, standing),
          label: t(`standing.${standing}`),
          current: wanted === standing,
          count: counts[standing],
        })),
    ]}
  />
)

const ChooseService = ({ t, services }: Props) => (
  <form method="get" action="/vous-avez-dit">
    <Select
      form={{ values: { service: '' }, errors: { service: undefined } }}
      name="service"
      label={t('did.service')}
      optional
      options={[{ value: '', label: t('did.anyService') }, ...services.map(({ id, name }) => ({ value: id, label: name }))]}
    />
    <Button kind="secondary">{t('did.filter')}</Button>
  </form>
)

const Aside = ({ t, about: { service, measure } }: Props) => {
  const query = service ? `?service=${service.id}` : measure ? `?mesure=${measure.id}` : ''
  return (
    <>
      {(service || measure) && (
        <ul>
          {service && (
            <>
              <li>
                <a href={`/services/${service.id}`}>{t('did.theService')}</a>
              </li>
              <li>
                <a href={`/besoins/services/${service.id}`}>{t('did.theNeeds')}</a>
              </li>
            </>
          )}
          {measure && (
            <li>
              <a href={`/mesures/${measure.id}`}>{t('did.theMeasure')}</a>
            </li>
          )}
          <li>
            <a href="/vous-avez-dit">{t('did.commune')}</a>
          </li>
        </ul>
      )}
      <section>
        <h2>{t('did.speak')}</h2>
        <ul>
          <li>
            <a href={`/questions/nouvelle${service ? `?service=${service.id}` : ''}`}>{t('did.speakQuestion')}</a>
          </li>
          <li>
            <a href="/mesures/propositions/nouvelle">{t('did.speakMeasure')}</a>
          </li>
          <li>
            <a href={service ? `/besoins/services/${service.id}` : '/besoins'}>{t('did.speakNeed')}</a>
          </li>
        </ul>
      </section>
      {!service && !measure && (
        <p>
          <FeedLink href="/vous-avez-dit/flux.atom" label={t('did.feed')} />
        </p>
      )}
      <DownloadLinks
        links={[
          { href: `/api/v1/vous-avez-dit${query}`, label: t('did.json') },
          { href: '/donnees-ouvertes/vous-avez-dit.csv', label: t('did.csv') },
        ]}
      />
    </>
  )
}
