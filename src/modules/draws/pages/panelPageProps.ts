import type { Form } from '#kernel/forms'
import type { Acceptance, Announcement } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Panel, Volunteer } from '../panel.ts'
import type { PanelState } from '../panelState.ts'

export interface PanelPageProps {
  readonly t: T
  readonly panel: Panel
  readonly state: PanelState
  /** Names that may be shown, by number; '' when nobody may know. */
  readonly names: ReadonlyMap<number, string>
  readonly own: Volunteer | null
  readonly acceptance: Form<Acceptance>
  readonly announcement: Form<Announcement>
  readonly named: boolean
  readonly today: string
  readonly isAgent: boolean
  readonly isSignedIn: boolean
}
