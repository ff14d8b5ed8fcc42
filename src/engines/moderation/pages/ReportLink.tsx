import type { Locale } from '#kernel/i18n'
import { words } from '../locales/index.ts'
import { reportPath } from './addresses.ts'

/** Leads to the report form for that content. */
export const ReportLink = ({ subject, locale }: { subject: string; locale: Locale }) => {
  const t = words(locale)
  return (
    <a href={reportPath(subject)} aria-label={t('report.label')} rel="nofollow">
      {t('report.link')}
    </a>
  )
}
