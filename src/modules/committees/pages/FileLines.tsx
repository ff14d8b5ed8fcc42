import { formatDate } from '#kernel/i18n'
import { Section, Table, Tag } from '#kernel/ui'
import { committeeUrl } from '../committee.ts'
import type { FileItem } from '../queries/yearlyFile.ts'
import { type FileKind, lineState } from '../rules/yearlyFile.ts'
import type { FileView } from './views.ts'

const tones = { missing: 'brick', received: 'ochre', examined: 'leaf' } as const

/** The pieces of one kind, with where each stands; agents complete them underneath. */
export const FileLines = (view: FileView & { title: string; lead?: string; kinds: readonly FileKind[] }) => {
  const { t, locale, file, kinds } = view
  const items = file.items.filter(item => kinds.includes(item.kind))
  const said = (item: FileItem) => (item.id === '' ? t('file.delegateReport', { service: item.title }) : item.title)
  return (
    <Section title={view.title} lead={view.lead}>
      {items.length === 0 ? (
        <p>{t('file.noLine')}</p>
      ) : (
        <Table
          caption={view.title}
          hideCaption
          head={[t('file.what'), t('file.kind'), t('file.received'), t('file.examinedAt'), t('file.opinion'), t('file.status')]}
          rows={items.map(item => [
            item.documentUrl ? <a href={item.documentUrl}>{said(item)}</a> : said(item),
            t(`kind.${item.kind}`),
            item.receivedOn ? formatDate(item.receivedOn, locale) : '–',
            item.meetingId ? (
              <a href={committeeUrl(file.committee.id, `/reunions/${item.meetingId}`)}>
                {file.sittings.find(one => one.id === item.meetingId)?.title ?? t('file.sitting')}
              </a>
            ) : (
              '–'
            ),
            <>
              {t(`opinion.${item.opinion}`)}
              {item.note && (
                <>
                  <br />
                  {item.note}
                </>
              )}
            </>,
            <Tag tone={tones[lineState(item)]}>{t(`line.${lineState(item)}`)}</Tag>,
          ])}
        />
      )}
    </Section>
  )
}
