import type { Channel } from '#engines/surveys'
import type { Publication as Tables } from '#engines/tabulation'
import type { KernelTables, World } from '#kernel/service'
import type { CampaignDates } from './rules/campaign.ts'
import type { IndicatorId, Indicators } from './rules/indicators.ts'
import type { LocalQuestion } from './rules/localQuestion.ts'
import type { Intention } from './rules/national.ts'

/** Digits of a bigint: never computed with. */
export type CampaignId = string
export type WordId = string
/** This room's own SQL names its tables; no builder sees them. */
export type Here = World<KernelTables>

export interface Campaign extends CampaignDates {
  readonly id: CampaignId
  readonly service: string
  readonly questions: readonly LocalQuestion[]
  readonly follows: CampaignId | null
  readonly openedAt: string
  readonly closedOn: string | null
  readonly closedAt: string | null
  readonly closedBecause: string
}
/** What this room calls a campaign, for the questionnaires and for those who follow. */
export const subjectOf = (id: CampaignId) => `campaign:${id}`

export interface Publication {
  readonly campaign: CampaignId
  readonly number: number
  readonly on: string
  readonly at: string
  readonly respondents: number
  readonly channels: Readonly<Record<Channel, number>>
  readonly indicators: Indicators
  readonly tables: Tables
}

export interface Word {
  readonly id: WordId
  readonly campaign: CampaignId
  readonly service: string
  /** As it was written; null once its time is over. */
  readonly original: string | null
  readonly proposed: string
  readonly masked: number
  readonly satisfaction: Intention | null
  readonly channel: Channel
  readonly receivedOn: string
  readonly verdict: 'published' | 'refused' | null
  readonly published: string | null
  readonly reason: string
  readonly readAt: string | null
  readonly reply: { readonly text: string; readonly name: string; readonly at: string } | null
}

export interface Change {
  readonly id: string
  readonly service: string
  readonly title: string
  readonly text: string
  readonly said: string
  readonly campaign: CampaignId | null
  readonly word: WordId | null
  readonly indicator: IndicatorId | null
  readonly on: string
  readonly at: string
}

export interface Kiosk {
  readonly id: string
  readonly campaign: CampaignId
  readonly place: string
  readonly startedAt: string
  readonly stoppedAt: string | null
  readonly answered: number
  readonly lastAnswerAt: string | null
}

export interface NationalFigure {
  readonly id: string
  readonly indicator: Exclude<IndicatorId, 'waiting'>
  readonly value: number
  readonly scope: string
  readonly source: string
  readonly url: string | null
  readonly on: string
  readonly isInvented: boolean
}
