import { renderMarkdown } from '#engines/texts'
import { Actions, Button, By, DefinitionList, Notice, Page, Prose, Section, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { VersionText } from '../../queries/versions.ts'
import type { VersionLine } from '../queries/readVersions.ts'
import { Credits } from './Credits.tsx'
import { crumbs, type MeasureName } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly measure: MeasureName
  readonly version: VersionText
  readonly line: VersionLine
  readonly latest: number
}

/** What a measure said at one version, for ever. */
export const VersionPage = ({ t, measure, version, line, latest }: Props) => {
  const { number } = version
  const path = `/mesures/${measure.id}`
  return (
    <Page
      title={t('version.title', { n: number })}
      kicker={measure.title}
      breadcrumb={crumbs(t, measure, 'versions')}
      aside={
        <DefinitionList
          items={[
            { term: t('version.made'), value: <Time at={line.at} /> },
            { term: t('version.by'), value: line.author && <By name={line.author} /> },
          ]}
        />
      }
    >
      {number === latest ? (
        <p class="soft">{t('version.latest')}</p>
      ) : (
        <Notice title={t('version.notLatest', { n: latest })}>
          <p>
            <a href={`${path}/versions/${latest}`}>{t('version.readLatest')}</a>
          </p>
        </Notice>
      )}
      <div class="prose">
        {version.paragraphs.map(({ id, text }) => (
          <div key={id} id={id}>
            <Prose html={renderMarkdown(text, { under: 1 }).__html} />
          </div>
        ))}
      </div>
      {line.credits.length > 0 && (
        <Section title={t('version.credits')} id="credits">
          <Credits t={t} measure={measure} credits={line.credits} />
        </Section>
      )}
      {line.note !== '' && (
        <Section title={t('version.note')}>
          <Prose html={renderMarkdown(line.note).__html} />
        </Section>
      )}
      <Actions>
        {number > 1 && (
          <Button kind="secondary" href={`${path}/comparer?de=${number - 1}&a=${number}`}>
            {t('version.compare', { n: number - 1 })}
          </Button>
        )}
        {number > 1 && (
          <Button kind="secondary" href={`${path}/versions/${number - 1}`}>
            {t('version.previous')}
          </Button>
        )}
        {number < latest && (
          <Button kind="secondary" href={`${path}/versions/${number + 1}`}>
            {t('version.next')}
          </Button>
        )}
        <Button kind="secondary" href={`${path}/versions`}>
          {t('version.all')}
        </Button>
      </Actions>
    </Page>
  )
}
