import type { Locale } from '#kernel/i18n'
import { said } from '#engines/surveys'
import { Actions, Button, Empty, Listing, Page, Pagination, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { StandingTag } from './StandingTag.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly surveys: readonly Survey[]
  readonly isTownHall: boolean
  readonly pageNumber: number
  readonly hasMore: boolean
}

export const SurveysPage = ({ t, locale, surveys, isTownHall, pageNumber, hasMore }: Props) => (
  <Page title={t('surveys.title')} lead={t('surveys.lead')}>
    {isTownHall && (
      <Actions>
        <Button href="/enquetes/nouvelle">{t('surveys.new')}</Button>
      </Actions>
    )}
    {surveys.length === 0 && <Empty title={t('surveys.empty')}>{t('surveys.emptyText')}</Empty>}
    <Listing
      level={2}
      items={surveys.map(survey => ({
        title: said(survey.title, locale).text,
        href: survey.standing === 'preparing' ? `/enquetes/${survey.id}/gestion` : `/enquetes/${survey.id}`,
        text: short(said(survey.purpose, locale).text),
        note: (
          <>
            <StandingTag t={t} survey={survey} />{' '}
            {survey.standing === 'open' && survey.closesOn && (
              <>
                {t('survey.until')} <Time at={survey.closesOn} />
              </>
            )}
          </>
        ),
      }))}
    />
    <Pagination page={pageNumber} more={hasMore} href={page => `/enquetes?page=${page}`} />
  </Page>
)

const short = (text: string) => (text.length > 200 ? `${text.slice(0, 200).toWellFormed()}…` : text)
