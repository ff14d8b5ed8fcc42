import { encode } from 'uqr'
import { said } from '#engines/surveys'
import { Notice, Page, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { crumbsOf } from './crumbsOf.ts'

/** A poster for the counter, the school gate or the baker's: what is asked, until when, and how to answer, on paper too. */
export const PosterPage = ({ t, survey, address }: { t: T; survey: Survey; address: string }) => (
  <Page title={said(survey.title, 'fr').text} kicker={t('survey.kicker')} breadcrumb={crumbsOf(t, survey, 'manage')}>
    <Notice title={t('poster.title')}>{t('poster.how')}</Notice>
    <p class="lead">{said(survey.purpose, 'fr').text}</p>
    {survey.closesOn && (
      <p>
        <strong>
          {t('survey.until')} <Time at={survey.closesOn} />
        </strong>
      </p>
    )}
    <p>{t('poster.scan')}</p>
    <QrCode text={address} label={t('poster.code', { address })} />
    <p>
      <strong>{address}</strong>
    </p>
    <p>{t('poster.paper')}</p>
    <p class="soft">{t(survey.audience === 'anyone' ? 'about.anonymous' : 'about.oncePerPerson')}</p>
  </Page>
)

/** An address as a square to photograph; in one colour, so that it prints as it is. */
const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { data, size } = encode(text, { border: 2 })
  const cells = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width="240" height="240" role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={cells.join('')} fill="#000" />
    </svg>
  )
}
