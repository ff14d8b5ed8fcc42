import { said } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import { Actions, Button, Notice, Page, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'

/** What was said is kept; with this code it goes on elsewhere. */
export const LaterPage = ({
  t,
  locale,
  survey,
  code,
  isOwn,
}: {
  t: T
  locale: Locale
  survey: Survey
  code: string | null
  isOwn: boolean
}) => (
  <Page
    title={t('later.title')}
    breadcrumb={[
      { label: t('surveys.title'), href: '/enquetes' },
      { label: said(survey.title, locale).text, href: `/enquetes/${survey.id}` },
    ]}
  >
    {code === null ? (
      <Notice title={t('later.nothing')} />
    ) : (
      <>
        <Notice kind="success" title={t('later.kept')}>
          {isOwn ? (
            <p>{t('later.account')}</p>
          ) : (
            <p>
              {t('later.code')} <strong class="whole">{code}</strong>
            </p>
          )}
        </Notice>
        <p>{t(isOwn ? 'later.howAccount' : 'later.how')}</p>
      </>
    )}
    {survey.closesOn && (
      <p>
        {t('survey.until')} <Time at={survey.closesOn} />
      </p>
    )}
    <Actions>
      <Button kind="secondary" href={`/enquetes/${survey.id}`}>
        {t('later.back')}
      </Button>
    </Actions>
  </Page>
)
