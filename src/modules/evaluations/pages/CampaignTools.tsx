import { Actions, Button, Disclosure, ErrorSummary, Field, Section } from '#kernel/ui'
import type { CampaignProps } from './campaignProps.ts'

/** What the town hall does with a campaign: poster, paper, tablet, keying, closing. */
export const CampaignTools = (props: CampaignProps) => {
  const { t, campaign, state, power } = props
  const path = `/evaluations/${campaign.id}`
  return (
    <Section title={t('hall.title')} id="outils" lead={t('campaign.received', { n: props.received })}>
      <Actions>
        {state === 'open' && (
          <Button kind="secondary" href={`${path}/saisie`}>
            {t('tool.desk')}
          </Button>
        )}
        {power === 'hall' && state !== 'closed' && (
          <Button kind="secondary" href={`${path}/affiche`}>
            {t('tool.poster')}
          </Button>
        )}
      </Actions>
      {power === 'hall' && state !== 'closed' && (
        <>
          <Sheets {...props} />
          <Kiosks {...props} />
          <Close {...props} />
        </>
      )}
    </Section>
  )
}

const Sheets = ({ t, campaign, sheets }: CampaignProps) => (
  <Disclosure summary={t('tool.sheets')} open={Object.keys(sheets.errors).length > 0}>
    <ErrorSummary form={sheets} prefix="feuilles" />
    <form method="post" action={`/evaluations/${campaign.id}/feuilles`} noValidate>
      <Field form={sheets} name="count" label={t('tool.count')} hint={t('tool.countHint')} type="number" prefix="feuilles" />
      <Button kind="secondary">{t('tool.print')}</Button>
    </form>
  </Disclosure>
)

const Kiosks = ({ t, campaign, state, kiosks, kiosk }: CampaignProps) => (
  <Disclosure summary={t('tool.kiosk')} open={Object.keys(kiosk.errors).length > 0} id="bornes">
    <ErrorSummary form={kiosk} prefix="borne" />
    {state === 'open' && (
      <form method="post" action={`/evaluations/${campaign.id}/bornes`} noValidate>
        <p>{t('tool.kioskLead')}</p>
        <Field form={kiosk} name="place" label={t('tool.kioskPlace')} width="medium" prefix="borne" />
        <Button kind="secondary">{t('tool.kioskStart')}</Button>
      </form>
    )}
    <ul>
      {kiosks.map(({ id, place, answered, stoppedAt }) => (
        <li key={id}>
          {t('tool.kioskRuns', { place, n: answered })}{' '}
          {stoppedAt ? (
            t('tool.kioskStopped')
          ) : (
            <form method="post" action={`/evaluations/${campaign.id}/bornes/${id}/arret`}>
              <Button kind="danger" small label={t('tool.kioskStopLabel', { place })}>
                {t('tool.kioskStop')}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  </Disclosure>
)

const Close = ({ t, campaign, closing }: CampaignProps) => (
  <Disclosure summary={t('tool.close')} open={Object.keys(closing.errors).length > 0}>
    <ErrorSummary form={closing} prefix="cloture" />
    <form method="post" action={`/evaluations/${campaign.id}/cloture`} noValidate>
      <Field form={closing} name="reason" label={t('tool.closeReason')} prefix="cloture" />
      <Button kind="danger">{t('tool.closeSend')}</Button>
    </form>
  </Disclosure>
)
