import { Actions, Button, FormPaper, Page } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { MeasureDetail } from '../queries/readMeasure.ts'

/** On paper, a form to fill in by hand; on the screen, the same act as a button. */
export const SupportPaperPage = ({
  t,
  measure,
  code,
  isSignedIn,
}: {
  t: T
  measure: Pick<MeasureDetail, 'id' | 'title' | 'summary' | 'hasSupported'>
  code: string
  isSignedIn: boolean
}) => (
  <Page
    title={t('paper.title', { title: measure.title })}
    lead={t('paper.lead')}
    breadcrumb={[
      { label: t('measures.title'), href: '/mesures' },
      { label: measure.title, href: `/mesures/${measure.id}` },
    ]}
    code={code}
  >
    <FormPaper code={code}>
      {measure.summary && <p>{measure.summary}</p>}
      <p>
        <strong>{t('paper.statement', { title: measure.title })}</strong>
      </p>
    </FormPaper>
    <p class="soft">{t('paper.print')}</p>
    {isSignedIn && !measure.hasSupported ? (
      <form method="post" action={`/mesures/${measure.id}/soutien`}>
        <Button>{t('measure.support')}</Button>
      </form>
    ) : (
      <Actions>
        <Button kind="secondary" href={`/mesures/${measure.id}#soutenir`}>
          {t('paper.screen')}
        </Button>
      </Actions>
    )}
  </Page>
)
