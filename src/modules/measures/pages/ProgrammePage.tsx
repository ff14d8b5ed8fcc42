import { renderMarkdown } from '#engines/texts'
import { dayInParis } from '#kernel/clock'
import { formatDate, type Locale } from '#kernel/i18n'
import { Empty, Page, Prose, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { ProgrammeMeasure } from '../queries/readProgrammeTree.ts'
import type { ProgrammeLine } from '../queries/programmes.ts'
import type { SectionLine } from '../queries/readSections.ts'

export interface PublishedProgramme extends ProgrammeLine {
  readonly sections: readonly SectionLine[]
  readonly measures: readonly ProgrammeMeasure[]
}
interface Props {
  readonly t: T
  readonly locale: Locale
  readonly programmes: readonly PublishedProgramme[]
}

export const ProgrammePage = ({ t, locale, programmes }: Props) => (
  <Page
    title={programmes.length === 1 ? programmes[0]!.title : t('programme.title')}
    lead={t('programme.lead')}
    breadcrumb={[{ label: t('measures.title'), href: '/mesures' }]}
  >
    {programmes.length === 0 && (
      <Empty title={t('programme.none')} drawing="paper">
        {t('programme.noneText')}
      </Empty>
    )}
    {programmes.map(programme => (
      <div key={programme.id}>
        {programmes.length > 1 && <h2>{programme.title}</h2>}
        {programme.introduction && <Prose html={renderMarkdown(programme.introduction).__html} />}
        <Tree t={t} programme={programme} />
        {programme.publishedAt && (
          <p class="soft">{t('programme.publishedOn', { date: formatDate(dayInParis(programme.publishedAt), locale) })}</p>
        )}
      </div>
    ))}
  </Page>
)

const Tree = ({ t, programme }: { t: T; programme: PublishedProgramme }) => {
  const tops = programme.sections.filter(section => section.parentId === null)
  const apart = programme.measures.filter(measure => measure.sectionId === null)
  return (
    <>
      {tops.map(section => (
        <Section key={section.id} id={`theme-${section.id}`} title={`${section.number} ${section.title}`.trim()}>
          <Branch t={t} programme={programme} section={section} />
        </Section>
      ))}
      {apart.length > 0 && (
        <Section title={t('measures.apart')}>
          <Measures t={t} measures={apart} />
        </Section>
      )}
    </>
  )
}

const Branch = ({ t, programme, section }: { t: T; programme: PublishedProgramme; section: SectionLine }) => {
  const children = programme.sections.filter(child => child.parentId === section.id)
  const measures = programme.measures.filter(measure => measure.sectionId === section.id)
  return (
    <>
      {section.text && <Prose html={renderMarkdown(section.text).__html} />}
      {measures.length > 0 && <Measures t={t} measures={measures} />}
      {children.length > 0 && (
        <ul>
          {children.map(child => (
            <li key={child.id} id={`theme-${child.id}`}>
              {`${child.number} ${child.title}`.trim()}
              <Branch t={t} programme={programme} section={child} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const Measures = ({ t, measures }: { t: T; measures: readonly ProgrammeMeasure[] }) => (
  <ul>
    {measures.map(measure => (
      <li key={measure.id}>
        <a href={`/mesures/${measure.id}`}>{`${measure.number} ${measure.title}`.trim()}</a>{' '}
        <span class="soft">{t(`stage.${measure.stage}`)}</span>
      </li>
    ))}
  </ul>
)
