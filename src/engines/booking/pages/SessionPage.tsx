import { Page } from '#kernel/ui'
import { SessionPanel, type SessionPanelProps } from './SessionPanel.tsx'

/** The engine's own page for something that has places. */
export const SessionPage = (props: SessionPanelProps) => (
  <Page
    title={props.session.name}
    kicker={props.t('thing.kicker')}
    lead={props.session.description}
    breadcrumb={[{ label: props.t('mine.title'), href: '/reservations' }]}
  >
    <SessionPanel {...props} />
  </Page>
)
