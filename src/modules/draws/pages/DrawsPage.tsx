import { Actions, Button, Empty, Listing, Page, Pagination, Section, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Lot } from '../lot.ts'

interface Props {
  readonly t: T
  readonly lots: readonly Lot[]
  readonly panels: readonly {
    readonly id: string
    readonly title: string
    readonly purpose: string
    readonly closesOn: string
    readonly lotId: string | null
  }[]
  readonly today: string
  readonly hasMore: boolean
  readonly pageNumber: number
  readonly isAgent: boolean
}

export const DrawsPage = ({ t, lots, panels, today, hasMore, pageNumber, isAgent }: Props) => (
  <Page title={t('draws.title')} lead={t('draws.lead')}>
    {isAgent && (
      <Actions>
        <Button href="/tirages/panels/nouveau">{t('panel.new')}</Button>
        <Button kind="secondary" href="/tirages/nouveau">
          {t('lot.new')}
        </Button>
      </Actions>
    )}
    {panels.length > 0 && (
      <Section title={t('panels.title')}>
        <Listing
          items={panels.map(({ id, title, purpose, closesOn, lotId }) => ({
            title,
            href: `/tirages/panels/${id}`,
            text: purpose.slice(0, 200).toWellFormed(),
            note:
              lotId !== null ? (
                t('panel.isDrawn')
              ) : today <= closesOn ? (
                <>
                  {t('panel.openUntil')} <Time at={closesOn} />
                </>
              ) : (
                t('panel.isClosed')
              ),
          }))}
        />
      </Section>
    )}
    <Section title={t('lots.title')}>
      {lots.length === 0 && <Empty title={t('lots.empty')} />}
      <Listing
        items={lots.map(lot => ({
          title: lot.title,
          href: `/tirages/${lot.id}`,
          text: lot.purpose.slice(0, 200).toWellFormed(),
          note: lot.seed ? (
            t('lot.isDrawn')
          ) : (
            <>
              {t('lot.waits')} <Time at={lot.seedOn} />
            </>
          ),
        }))}
      />
    </Section>
    <Pagination page={pageNumber} more={hasMore} href={at => `/tirages?page=${at}`} />
  </Page>
)
