import { isListedFor, ModeratedContent, type Moderated } from '#engines/moderation'
import type { Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import { Actions, Button, By, Empty, Listing, Page, Pagination, Section, Tabs } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { AmendmentLine } from '../queries/listAmendments.ts'
import { type State, states } from '../rules/terms.ts'
import { crumbs, type MeasureName } from './crumbs.ts'
import { Excerpt } from './Excerpt.tsx'
import { shortened } from './shortened.ts'
import { StateTag } from './StateTag.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly reader: Actor
  readonly measure: MeasureName
  readonly isOpen: boolean
  readonly state: State | null
  readonly counts: ReadonlyMap<State, number>
  readonly lines: readonly AmendmentLine[]
  readonly moderated: { get(subject: string): Moderated }
  /** Rank of each paragraph in the present text, from 1. */
  readonly ranks: ReadonlyMap<string, number>
  readonly page: number
  readonly hasMore: boolean
}

/** Amendments of a measure, by paragraph, in the order of its text. */
export const AmendmentsPage = (props: Props) => {
  const { t, measure, state, counts, lines, page, hasMore, isOpen } = props
  const path = `/mesures/${measure.id}/amendements`
  const address = (of: State | null, number = 1) =>
    `${path}?${new URLSearchParams({ etat: of ?? 'tous', ...(number > 1 ? { page: String(number) } : {}) })}`
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  return (
    <Page title={t('list.title')} lead={t('list.lead', { measure: measure.title })} breadcrumb={crumbs(t, measure)}>
      <Actions>
        {isOpen && <Button href={`${path}/nouveau`}>{t('list.new')}</Button>}
        <Button kind="secondary" href={`/mesures/${measure.id}/versions`}>
          {t('list.versions')}
        </Button>
      </Actions>
      <Tabs
        label={t('list.views')}
        tabs={[
          ...states
            .filter(one => one === 'open' || (counts.get(one) ?? 0) > 0)
            .map(one => ({ href: address(one), label: t(`state.${one}`), current: one === state, count: counts.get(one) ?? 0 })),
          { href: address(null), label: t('list.all'), current: state === null, count: total },
        ]}
      />
      {lines.length === 0 ? (
        <Empty title={t('list.none')} action={isOpen ? { label: t('list.new'), href: `${path}/nouveau` } : undefined}>
          {t('list.noneText')}
        </Empty>
      ) : (
        groupsOf(props).map(group => <Group key={group.title} {...props} {...group} />)
      )}
      <Pagination page={page} more={hasMore} href={number => address(state, number)} />
    </Page>
  )
}

const Group = ({ t, locale, reader, measure, moderated, title, lines }: Props & { title: string; lines: readonly AmendmentLine[] }) => (
  <Section title={title}>
    <Listing
      items={lines.map(line => ({
        title: `${t('amendment.title', { id: line.id })} · ${t(`gesture.done.${line.gesture}`)}`,
        href: `/mesures/${measure.id}/amendements/${line.id}`,
        text: (
          <ModeratedContent
            moderated={moderated.get(`amendment:${line.id}`)}
            reader={reader}
            locale={locale}
            subject={`amendment:${line.id}`}
          >
            <Excerpt line={line} />
            <p class="soft">{shortened(line.reason)}</p>
          </ModeratedContent>
        ),
        note: (
          <>
            <StateTag t={t} state={line.state} /> {t('list.supports', { n: line.supports })}{' '}
            <By name={line.author} college={line.college} at={line.filedAt} />
          </>
        ),
      }))}
    />
  </Section>
)

/** Neighbours that touch the same place, under one title. */
const groupsOf = ({ t, lines, ranks, moderated, reader }: Props) => {
  const groups: { title: string; lines: AmendmentLine[] }[] = []
  for (const line of lines.filter(one => isListedFor(moderated.get(`amendment:${one.id}`), reader))) {
    const rank = line.place === null ? null : ranks.get(line.place)
    const title = rank === null ? t('list.placeStart') : rank === undefined ? t('list.placeGone') : t('list.place', { n: rank })
    const last = groups.at(-1)
    if (last?.title === title) last.lines.push(line)
    else groups.push({ title, lines: [line] })
  }
  return groups
}
