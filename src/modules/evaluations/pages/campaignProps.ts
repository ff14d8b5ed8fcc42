import type { Questionnaire } from '#engines/surveys'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import type { Closing, NewKiosk, NewSheets } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { CampaignState } from '../rules/campaign.ts'
import type { Campaign, Kiosk, Publication } from '../schema.ts'

/** What the page of a campaign is drawn from. */
export interface CampaignProps {
  readonly t: T
  readonly locale: Locale
  readonly campaign: Campaign
  readonly state: CampaignState
  readonly serviceName: string
  readonly questionnaire: Questionnaire
  readonly publication: Publication | null
  readonly threshold: number
  /** Shown to the town hall and its helpers only. */
  readonly received: number
  readonly kiosks: readonly Kiosk[]
  readonly power: 'none' | 'desk' | 'hall'
  readonly closing: Form<Closing>
  readonly kiosk: Form<NewKiosk>
  readonly sheets: Form<NewSheets>
}
