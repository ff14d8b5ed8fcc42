import { emptyForm } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import { Button, Disclosure, ErrorSummary, Field, Section, Select, Table, Tag } from '#kernel/ui'
import { DocumentDecision } from '../forms.ts'
import { wrong } from './parts.tsx'
import type { TraderProps } from './traderProps.ts'

/** Their papers: given, seen, refused, expired. */
export const Papers = (props: TraderProps) => {
  const { t, locale, trader, documents, asked, forms, runs, cardYears } = props
  return (
    <Section
      title={t('papers.title')}
      id="documents"
      lead={t('papers.lead', { papers: asked.map(kind => t(`sq.paper.${kind}`)).join(', ') })}
    >
      {documents.length > 0 && (
        <Table
          caption={t('papers.title')}
          hideCaption
          head={[t('papers.kind'), t('papers.until'), t('papers.state')]}
          rows={documents.map(one => [
            one.file === null ? t(`sq.paper.${one.kind}`) : <a href={`/marche/documents/${one.id}`}>{t(`sq.paper.${one.kind}`)}</a>,
            one.expiresOn === null ? t('papers.noEnd') : formatDate(one.expiresOn, locale),
            <div>
              {one.isRefused ? (
                <span>
                  <Tag tone="brick">{t('papers.refused')}</Tag> {one.refusedBecause}
                </span>
              ) : one.expiresOn !== null && one.expiresOn < props.today ? (
                <Tag tone="brick">{t('papers.expired')}</Tag>
              ) : one.seenOn === null ? (
                t('papers.given', { date: formatDate(one.givenOn, locale) })
              ) : (
                <Tag tone="leaf">{t('papers.seen', { date: formatDate(one.seenOn, locale) })}</Tag>
              )}
              {runs && one.seenOn === null && (
                <form method="post" action={`/marche/commercants/${trader.id}/documents/examen`}>
                  <input type="hidden" name="document" value={one.id} />
                  <input type="hidden" name="decision" value="seen" />
                  <Button small kind="secondary" label={t('papers.seeOne', { paper: t(`sq.paper.${one.kind}`) })}>
                    {t('papers.see')}
                  </Button>
                </form>
              )}
              {runs && !one.isRefused && (
                <Disclosure summary={t('papers.refuse')}>
                  <form method="post" action={`/marche/commercants/${trader.id}/documents/examen`}>
                    <input type="hidden" name="document" value={one.id} />
                    <input type="hidden" name="decision" value="refused" />
                    <Field form={emptyForm(DocumentDecision)} name="reason" prefix={`document-${one.id}`} label={t('papers.why')} />
                    <Button small kind="danger" label={t('papers.refuseOne', { paper: t(`sq.paper.${one.kind}`) })}>
                      {t('papers.refuse')}
                    </Button>
                  </form>
                </Disclosure>
              )}
            </div>,
          ])}
        />
      )}
      <Disclosure summary={t('papers.add')} open={wrong(forms.document)}>
        <form method="post" action={`/marche/commercants/${trader.id}/documents`} enctype="multipart/form-data" noValidate>
          <ErrorSummary form={forms.document} />
          <Select
            form={forms.document}
            name="kind"
            label={t('papers.kind')}
            options={(['card', 'insurance', 'registration', 'hygiene', 'organic'] as const).map(value => ({
              value,
              label: t(`sq.paper.${value}`),
            }))}
          />
          <Field
            form={forms.document}
            name="expiresOn"
            type="date"
            label={t('papers.until')}
            hint={t('papers.untilHint', { n: cardYears })}
            optional
          />
          <div class="control">
            <label class="control__label" for="document-fichier">
              {t('papers.file')}
            </label>
            <p class="control__hint">{t('papers.fileHint')}</p>
            <input class="input input--full" id="document-fichier" name="file" type="file" accept="image/*,.pdf" />
          </div>
          <Button>{t('papers.send')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}
