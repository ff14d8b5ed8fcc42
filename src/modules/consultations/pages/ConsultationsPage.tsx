import { Actions, Button, Empty, Listing, Page, Pagination, Section, Tag, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { ConsultationLine } from '../queries/consultations.ts'

interface Props {
  readonly t: T
  readonly today: string
  readonly consultations: readonly ConsultationLine[]
  readonly isTownHall: boolean
  readonly pageNumber: number
  readonly hasMore: boolean
}

export const ConsultationsPage = ({ t, today, consultations, isTownHall, pageNumber, hasMore }: Props) => {
  const isOpen = (one: ConsultationLine) => one.state === 'open' && one.closesOn >= today && one.opensOn <= today
  const parts = [
    { title: t('list.drafts'), lines: consultations.filter(one => one.state === 'draft') },
    { title: t('list.open'), lines: consultations.filter(isOpen) },
    { title: t('list.over'), lines: consultations.filter(one => one.state !== 'draft' && !isOpen(one)) },
  ].filter(part => part.lines.length > 0)
  return (
    <Page title={t('consultations.title')} lead={t('consultations.lead')}>
      {isTownHall && (
        <Actions>
          <Button href="/consultations/nouvelle">{t('list.new')}</Button>
          <Button kind="secondary" href="/consultations/import">
            {t('list.import')}
          </Button>
        </Actions>
      )}
      {parts.length === 0 && (
        <Empty title={t('list.empty')} drawing="meeting">
          {t('list.emptyText')}
        </Empty>
      )}
      {parts.map(part => (
        <Section key={part.title} title={part.title}>
          <Listing
            items={part.lines.map(one => ({
              title: one.title,
              href: `/consultations/${one.id}`,
              text: one.introduction.length > 200 ? `${one.introduction.slice(0, 200).toWellFormed()}…` : one.introduction,
              note: <Note t={t} one={one} />,
            }))}
          />
        </Section>
      ))}
      <Pagination page={pageNumber} more={hasMore} href={page => `/consultations?page=${page}`} />
    </Page>
  )
}

const Note = ({ t, one }: { t: T; one: ConsultationLine }) => (
  <>
    <Tag tone={one.state === 'open' ? 'leaf' : one.state === 'draft' ? 'ochre' : 'plain'}>
      {t(one.isImported ? 'list.imported' : `state.${one.state}`)}
    </Tag>{' '}
    {t('list.participants', { n: one.participants })} · {t('list.until')} <Time at={one.closesOn} />
  </>
)
