import { DefinitionList, Page } from '#kernel/ui'
import { ThingPanel, type ThingPanelProps } from './ThingPanel.tsx'

/** The engine's own page for something that can be booked. */
export const ThingPage = (props: ThingPanelProps) => {
  const { t, resource } = props
  return (
    <Page
      title={resource.name}
      kicker={t('thing.kicker')}
      lead={resource.description}
      breadcrumb={[{ label: t('mine.title'), href: '/reservations' }]}
      width="wide"
    >
      <DefinitionList items={[{ term: t('thing.where'), value: resource.place }]} />
      <ThingPanel {...props} />
    </Page>
  )
}
