import {
  Button,
  DownloadLinks,
  Empty,
  FeedLink,
  Listing,
  Page,
  Pagination,
  type RelatedList,
  SearchBox,
  Section,
  Select,
  Tabs,
} from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { MeasureLine, Wanted } from '../queries/readMeasures.ts'
import type { SectionLine } from '../queries/readSections.ts'
import { stages } from '../rules/stages.ts'
import { addressOf } from './addressOf.ts'
import { MeasureNote } from './MeasureNote.tsx'

interface Props {
  readonly t: T
  readonly measures: readonly MeasureLine[]
  readonly sections: readonly SectionLine[]
  readonly wanted: Wanted
  readonly pageNumber: number
  readonly hasMore: boolean
  readonly isAgent: boolean
  /** What other rooms say of the whole programme. */
  readonly related: readonly RelatedList[]
}

export const MeasuresPage = (props: Props) => {
  const { t, wanted, pageNumber, hasMore } = props
  const isFiltered = wanted.words !== '' || wanted.stage !== null || wanted.section !== null || wanted.isClosingSoon
  return (
    <Page title={t('measures.title')} lead={t('measures.lead')} feed="/mesures/flux.atom" aside={<Aside {...props} />}>
      <Filters {...props} />
      <Tabs
        label={t('measures.views')}
        tabs={[
          { href: '/mesures', label: t('measures.all'), current: !wanted.isClosingSoon },
          { href: '/mesures?tri=cloture', label: t('measures.closingSoon'), current: wanted.isClosingSoon },
        ]}
      />
      {props.measures.length > 0 ? (
        <Groups {...props} />
      ) : isFiltered || pageNumber > 1 ? (
        <Empty title={t('measures.none')} action={{ label: t('measures.seeAll'), href: '/mesures' }}>
          {t('measures.noneText')}
        </Empty>
      ) : (
        <Empty title={t('measures.empty')} drawing="meeting">
          {t('measures.emptyText')}
        </Empty>
      )}
      <Pagination page={pageNumber} more={hasMore} href={page => addressOf(wanted, page)} />
    </Page>
  )
}

const Filters = ({ t, wanted, sections }: Props) => {
  const form = { values: { etape: wanted.stage ?? '', theme: wanted.section ?? '' }, errors: { etape: undefined, theme: undefined } }
  return (
    <SearchBox action="/mesures" label={t('measures.search')} value={wanted.words} id="mots-mesures" button={t('measures.filter')}>
      {wanted.isClosingSoon && <input type="hidden" name="tri" value="cloture" />}
      <Select
        form={form}
        name="etape"
        label={t('measures.stage')}
        optional
        options={[{ value: '', label: t('measures.anyStage') }, ...stages.map(stage => ({ value: stage, label: t(`stage.${stage}`) }))]}
      />
      {sections.length > 0 && (
        <Select
          form={form}
          name="theme"
          label={t('measures.section')}
          optional
          options={[
            { value: '', label: t('measures.anySection') },
            ...sections.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}`.trim().slice(0, 90) })),
          ]}
        />
      )}
    </SearchBox>
  )
}

/** In the order of the programme, measures stand under their theme; found or sorted, in one list. */
const Groups = ({ t, measures, sections, wanted }: Props) => {
  if (wanted.words !== '' || wanted.isClosingSoon) {
    return (
      <Section title={wanted.isClosingSoon ? t('measures.closingSoon') : t('measures.found')}>
        <Lines t={t} measures={measures} />
      </Section>
    )
  }
  const groups: { section: string | null; measures: MeasureLine[] }[] = []
  for (const measure of measures) {
    const last = groups.at(-1)
    if (last && last.section === measure.sectionId) last.measures.push(measure)
    else groups.push({ section: measure.sectionId, measures: [measure] })
  }
  const named = new Map(sections.map(section => [section.id, section]))
  return (
    <>
      {groups.map(group => {
        const section = group.section === null ? undefined : named.get(group.section)
        return (
          <Section key={group.measures[0]!.id} title={section ? `${section.number} ${section.title}`.trim() : t('measures.apart')}>
            <Lines t={t} measures={group.measures} />
          </Section>
        )
      })}
    </>
  )
}

const Lines = ({ t, measures }: { t: T; measures: readonly MeasureLine[] }) => (
  <Listing
    items={measures.map(measure => ({
      href: `/mesures/${measure.id}`,
      title: `${measure.number} ${measure.title}`.trim(),
      text: measure.summary,
      note: <MeasureNote t={t} measure={measure} />,
    }))}
  />
)

const Aside = ({ t, isAgent, related }: Props) => (
  <>
    <p>
      <a href="/programme">{t('measures.programme')}</a>
    </p>
    {related
      .flatMap(group => group.links)
      .map(({ url, title }) => (
        <p key={url}>
          <a href={url}>{title}</a>
        </p>
      ))}
    <p>
      <a href="/mesures/propositions">{t('measures.proposals')}</a>
    </p>
    {isAgent && (
      <p>
        <Button kind="secondary" href="/programme/import">
          {t('measures.import')}
        </Button>
      </p>
    )}
    <p>
      <FeedLink href="/mesures/flux.atom" label={t('measures.feed')} />
    </p>
    <DownloadLinks links={[{ href: '/api/v1/mesures', label: t('measures.json') }]} />
  </>
)
