import { ModeratedContent, ReportLink } from '#engines/moderation'
import { Button, By, ErrorSummary, Section, TextArea } from '#kernel/ui'
import { longestPrecision } from '../forms.ts'
import { linePath } from '../rules/sitePath.ts'
import type { LineProps } from './lineProps.ts'

/** Facts that others add; short, and not a debate. */
export const Precisions = ({ t, locale, reader, line, moderated, forms }: LineProps) => {
  const shown = line.precisions.filter(({ id }) => {
    const own = moderated.get(`need-precision:${id}`)
    return own.state !== 'held' || reader.personId === own.authorId || reader.roles.has('agent') || reader.roles.has('elected')
  })
  return (
    <Section title={t('line.precisions')} id="precisions" lead={t('line.precisionsLead')}>
      {shown.length === 0 && <p class="soft">{t('line.noPrecision')}</p>}
      {shown.length > 0 && (
        <ul class="listing">
          {shown.map(precision => (
            <li key={precision.id} class="listing__item" id={`precision-${precision.id}`}>
              <div class="listing__body">
                <ModeratedContent
                  moderated={moderated.get(`need-precision:${precision.id}`)}
                  reader={reader}
                  locale={locale}
                  subject={`need-precision:${precision.id}`}
                >
                  <p>{precision.text}</p>
                  <By name={precision.author} college={precision.college} at={precision.at} keyedBy={precision.keyedBy} />
                  <p class="soft">
                    <ReportLink subject={`need-precision:${precision.id}`} locale={locale} />
                  </p>
                </ModeratedContent>
              </div>
            </li>
          ))}
        </ul>
      )}
      {reader.personId !== null && line.into === null && line.state !== 'closed' && (
        <form method="post" action={`${linePath(line.id)}/precisions`} noValidate>
          <ErrorSummary form={forms.precision} prefix="precision" />
          <TextArea
            form={forms.precision}
            name="text"
            label={t('line.precision')}
            rows={2}
            maxlength={longestPrecision}
            prefix="precision"
          />
          <Button kind="secondary">{t('line.precisionSend')}</Button>
        </form>
      )}
    </Section>
  )
}
