import type { ExportProgress } from '#engines/surveys'
import { Actions, Button, Empty, Listing, Notice, Page, Progress, Section, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { crumbsOf } from './crumbsOf.ts'

/** Answers one by one, for an agent: prepared behind the scenes, however many there are. */
export const ExportsPage = ({ t, survey, exported }: { t: T; survey: Survey; exported: readonly ExportProgress[] }) => (
  <Page title={t('export.title')} lead={t('export.lead')} breadcrumb={crumbsOf(t, survey, 'manage')}>
    <Notice kind="warning" title={t('export.warning')}>
      {t('export.warningText')}
    </Notice>
    <Actions>
      <form method="post" action={`/enquetes/${survey.id}/exports`}>
        <Button>{t('export.prepare')}</Button>
      </form>
      <Button kind="secondary" href={`/enquetes/${survey.id}/dictionnaire`}>
        {t('export.codebook')}
      </Button>
    </Actions>
    {exported.length === 0 && <Empty title={t('export.empty')} />}
    {exported.some(one => one.finishedAt === null) && (
      <Section title={t('export.running')}>
        {exported
          .filter(one => one.finishedAt === null)
          .map(one => (
            <Progress key={one.id} value={one.done} of={one.total} label={t('export.done', { done: one.done, total: one.total })} />
          ))}
        <Actions>
          <Button kind="secondary" href={`/enquetes/${survey.id}/exports`}>
            {t('export.refresh')}
          </Button>
        </Actions>
      </Section>
    )}
    <Listing
      level={2}
      items={exported
        .filter(one => one.finishedAt !== null)
        .map(one => ({
          title: t('export.file', { n: one.done }),
          href: `/enquetes/${survey.id}/exports/${one.id}/fichier`,
          note: <Time at={one.askedAt} />,
        }))}
    />
  </Page>
)
