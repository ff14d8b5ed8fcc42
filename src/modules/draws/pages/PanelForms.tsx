import { Actions, Button, ErrorSummary, Field, Section, TextArea } from '#kernel/ui'
import type { PanelPageProps } from './panelPageProps.ts'

/** Bringing volunteers in; then, once the day has passed, asking for the computation. */
export const ComputeForm = ({ t, panel, state, today }: PanelPageProps) =>
  state.mayChange ? (
    <Section title={t('agent.title')}>
      <Actions>
        <Button kind="secondary" href={`/tirages/panels/${panel.id}/import`}>
          {t('import.title')}
        </Button>
      </Actions>
      {today > panel.closesOn && !state.infeasible && (
        <form method="post" action={`/tirages/panels/${panel.id}/calcul`}>
          <p>{t('compute.lead')}</p>
          <Button>{t('compute.ask')}</Button>
        </form>
      )}
    </Section>
  ) : null

/** Ends a computation: what is proved by then is what is kept. */
export const StopForm = ({ t, panel, state }: PanelPageProps) =>
  state.isStopping ? (
    <p>{t('compute.stopping')}</p>
  ) : (
    <form method="post" action={`/tirages/panels/${panel.id}/arret`}>
      <p>{t('compute.stopLead')}</p>
      <Button kind="secondary">{t('compute.stop')}</Button>
    </form>
  )

export const RelaxForm = ({ t, panel, acceptance }: PanelPageProps) => (
  <>
    <ErrorSummary form={acceptance} />
    <form method="post" action={`/tirages/panels/${panel.id}/assouplissement`} noValidate>
      <TextArea form={acceptance} name="reason" label={t('relax.reason')} hint={t('relax.reasonHint')} rows={3} />
      <Button>{t('relax.accept')}</Button>
    </form>
  </>
)

export const AnnounceForm = ({ t, panel, state, announcement }: PanelPageProps) =>
  state.lottery && !state.lot ? (
    <Section title={t('announce.title')}>
      <p>{t('announce.lead')}</p>
      <ErrorSummary form={announcement} />
      <form method="post" action={`/tirages/panels/${panel.id}/tirage`} noValidate>
        <Field form={announcement} name="seedSource" label={t('lot.source')} hint={t('lot.sourceHint')} width="full" />
        <Field form={announcement} name="seedOn" type="date" label={t('lot.on')} />
        <Button>{t('announce.send')}</Button>
      </form>
    </Section>
  ) : null
