import { Actions, Button, By, Empty, Page, Thread } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { VersionLine } from '../queries/readVersions.ts'
import { Credits } from './Credits.tsx'
import { crumbs, type MeasureName } from './crumbs.ts'

/** Every version of a measure, the latest first. */
export const VersionsPage = ({
  t,
  measure,
  versions,
  older,
}: {
  t: T
  measure: MeasureName
  versions: readonly VersionLine[]
  older: number | null
}) => (
  <Page title={t('versions.title')} lead={t('versions.lead', { measure: measure.title })} breadcrumb={crumbs(t, measure)}>
    {versions.length === 0 && <Empty title={t('versions.none')} />}
    {versions.length > 1 && (
      <Actions>
        <Button kind="secondary" href={`/mesures/${measure.id}/comparer`}>
          {t('list.compare')}
        </Button>
      </Actions>
    )}
    {versions.length > 0 && (
      <Thread
        label={t('versions.title')}
        entries={versions.map(version => ({
          kind: 'version',
          at: version.at,
          title: t('version.title', { n: version.number }),
          href: `/mesures/${measure.id}/versions/${version.number}`,
          text: (
            <>
              {version.note && <p>{version.note}</p>}
              {version.credits.length > 0 && (
                <>
                  <p>{t('version.credits')}</p>
                  <Credits t={t} measure={measure} credits={version.credits} />
                </>
              )}
            </>
          ),
          by: version.author ? <By name={version.author} /> : undefined,
        }))}
      />
    )}
    {older !== null && (
      <p>
        <a href={`/mesures/${measure.id}/versions?avant=${older}`}>{t('versions.older')}</a>
      </p>
    )}
  </Page>
)
