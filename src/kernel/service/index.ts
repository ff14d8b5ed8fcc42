export { allowed, refused, type Verdict } from '#kernel/rules'
export { relatedTo, type RelatedGroup } from './relatedTo.ts'
export { defineEngine, defineService, type Engine, type Service, type Room, type SectionId } from './service.ts'
export type {
  Body,
  CalendarEntry,
  HomeCard,
  KernelTables,
  OpenDataSet,
  Outcome,
  OutcomesAsked,
  OutcomeStep,
  PersonalData,
  PublicChange,
  ScheduledJob,
  SearchSource,
  Setting,
  System,
  World,
} from '#kernel/world'
