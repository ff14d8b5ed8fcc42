import type { Locale } from '#kernel/i18n'
import { Actions, Button, Empty, Listing, Notice, Page, Pagination, Section, Select, Tabs } from '#kernel/ui'
import type { Line } from '../queries/readLines.ts'
import type { Round } from '../queries/rounds.ts'
import { type Kind, kinds, type State, states } from '../rules/life.ts'
import { crumbs, lineItem, type Named, roundNote, type ShownLines, statementPath } from './parts.tsx'

interface Props extends ShownLines {
  readonly locale: Locale
  readonly today: string
  readonly service: Named
  readonly lines: readonly Line[]
  readonly rounds: readonly Round[]
  readonly wanted: { readonly kind: Kind | null; readonly state: State | null }
  readonly pageNumber: number
  readonly hasMore: boolean
  readonly isTownHall: boolean
}

/** How a kind is written in an address. */
export const kindWords: Readonly<Record<Kind, string>> = { fails: 'manque', works: 'marche' }

/** The shared statement of one service. */
export const StatementPage = (props: Props) => {
  const { t, service, lines, wanted } = props
  const path = statementPath(service.id)
  const isFiltered = wanted.kind !== null || wanted.state !== null
  return (
    <Page
      title={t('statement.title', { service: service.name })}
      lead={t('statement.lead')}
      breadcrumb={crumbs(t)}
      aside={<Aside {...props} />}
    >
      <OpenRound {...props} />
      <Actions>
        <Button href={`${path}/nouvelle`}>{t('statement.add')}</Button>
      </Actions>
      {(lines.length > 0 || isFiltered) && <Filters {...props} />}
      {lines.length === 0 &&
        (isFiltered ? (
          <Empty title={t('statement.emptyFilter')} action={{ label: t('statement.seeAll'), href: path }} />
        ) : (
          <Empty title={t('statement.empty')} drawing="meeting" action={{ label: t('statement.add'), href: `${path}/nouvelle` }}>
            {t('statement.emptyText')}
          </Empty>
        ))}
      {kinds.map(kind => {
        const ofKind = lines.filter(line => line.kind === kind)
        return (
          ofKind.length > 0 && (
            <Section key={kind} title={t(`kind.${kind}`)} id={kindWords[kind]}>
              <Listing items={ofKind.map(line => lineItem(props, line))} />
            </Section>
          )
        )
      })}
      <Pagination page={props.pageNumber} more={props.hasMore} href={page => addressOf(service.id, wanted, page)} />
    </Page>
  )
}

const addressOf = (service: string, wanted: Props['wanted'], page = 1) => {
  const query = new URLSearchParams({
    ...(wanted.kind ? { sur: kindWords[wanted.kind] } : {}),
    ...(wanted.state ? { etat: wanted.state } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return `${statementPath(service)}${query.size > 0 ? `?${query}` : ''}`
}

const OpenRound = ({ t, locale, today, rounds }: Props) => {
  const round = rounds.find(({ closedAt }) => closedAt === null)
  return round ? (
    <Notice title={round.title}>
      <p>
        <a href={`/besoins/etats/${round.id}`}>{roundNote(t, locale, today, round)}</a>
      </p>
    </Notice>
  ) : null
}

const Filters = ({ t, service, wanted }: Props) => {
  const form = { values: { etat: wanted.state ?? '' }, errors: { etat: undefined } }
  return (
    <>
      <Tabs
        label={t('statement.views')}
        tabs={[
          { href: addressOf(service.id, { ...wanted, kind: null }), label: t('statement.all'), current: wanted.kind === null },
          ...kinds.map(kind => ({
            href: addressOf(service.id, { ...wanted, kind }),
            label: t(`kind.${kind}`),
            current: wanted.kind === kind,
          })),
        ]}
      />
      <form method="get" action={statementPath(service.id)}>
        {wanted.kind && <input type="hidden" name="sur" value={kindWords[wanted.kind]} />}
        <Select
          form={form}
          name="etat"
          label={t('statement.state')}
          optional
          options={[{ value: '', label: t('statement.anyState') }, ...states.map(state => ({ value: state, label: t(`state.${state}`) }))]}
        />
        <Button kind="secondary">{t('statement.filter')}</Button>
      </form>
    </>
  )
}

const Aside = ({ t, locale, today, service, rounds, isTownHall }: Props) => (
  <>
    <ul>
      <li>
        <a href={`/services/${service.id}`}>{t('statement.service')}</a>
      </li>
      <li>
        <a href={`${statementPath(service.id)}/synthese`}>{t('statement.synthesis')}</a>
      </li>
      <li>
        <a href={`/vous-avez-dit/services/${service.id}`}>{t('statement.did')}</a>
      </li>
      <li>
        <a href="/comites">{t('statement.committee')}</a>
      </li>
    </ul>
    {rounds.length > 0 && (
      <section>
        <h2>{t('statement.rounds')}</h2>
        <ul>
          {rounds.slice(0, 5).map(round => (
            <li key={round.id}>
              <a href={`/besoins/etats/${round.id}`}>{round.title}</a>
              <br />
              <span class="soft">{roundNote(t, locale, today, round)}</span>
            </li>
          ))}
        </ul>
      </section>
    )}
    {isTownHall && (
      <p>
        <Button kind="secondary" href={`${statementPath(service.id)}/etats/nouveau`}>
          {t('statement.openRound')}
        </Button>
      </p>
    )}
  </>
)
