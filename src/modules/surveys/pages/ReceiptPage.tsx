import { said } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import { Actions, Button, Notice, Page } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly survey: Survey
  readonly receipt: string | null
  readonly mode: 'real' | 'counter' | 'trial'
  readonly query: string
}

/** The survey was answered. Anyone who is shown a receipt can check it here; it leads to no answer. */
export const ReceiptPage = ({ t, locale, survey, receipt, mode, query }: Props) => (
  <Page
    title={mode === 'trial' ? t('receipt.trial') : t('receipt.title')}
    breadcrumb={[
      { label: t('surveys.title'), href: '/enquetes' },
      { label: said(survey.title, locale).text, href: `/enquetes/${survey.id}${query}` },
    ]}
  >
    {mode === 'trial' && <Notice title={t('trial.title')}>{t('trial.text')}</Notice>}
    {mode !== 'trial' && receipt && (
      <>
        <Notice kind="success" title={t('receipt.kept')}>
          <p>
            {t('receipt.number')} <strong>{receipt}</strong>
          </p>
        </Notice>
        <p>{t('receipt.proves')}</p>
        <p>{t('receipt.next')}</p>
      </>
    )}
    {mode !== 'trial' && !receipt && <Notice kind="warning" title={t('receipt.unknown')} />}
    <Actions>
      {mode === 'counter' ? (
        <Button href={`/enquetes/${survey.id}${query}`}>{t('receipt.nextPerson')}</Button>
      ) : (
        <Button kind="secondary" href={mode === 'trial' ? `/enquetes/${survey.id}/gestion` : '/enquetes'}>
          {mode === 'trial' ? t('survey.manage') : t('receipt.others')}
        </Button>
      )}
    </Actions>
  </Page>
)
