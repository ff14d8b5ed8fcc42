import { answers } from '#engines/answers'
import { booking } from '#engines/booking'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation as moderationEngine } from '#engines/moderation'
import { paper } from '#engines/paper'
import { surveys as surveysEngine } from '#engines/surveys'
import type { Engine, Service } from '#kernel/service'
import { accounts } from '#modules/accounts'
import { administration } from '#modules/administration'
import { ballots } from '#modules/ballots'
import { budgets } from '#modules/budgets'
import { catalogue } from '#modules/catalogue'
import { committees } from '#modules/committees'
import { commitments } from '#modules/commitments'
import { consultations } from '#modules/consultations'
import { council } from '#modules/council'
import { desk } from '#modules/desk'
import { digitalSpace } from '#modules/digitalSpace'
import { draws } from '#modules/draws'
import { evaluations } from '#modules/evaluations'
import { fablab } from '#modules/fablab'
import { instruments } from '#modules/instruments'
import { mailbox } from '#modules/mailbox'
import { market } from '#modules/market'
import { measures } from '#modules/measures'
import { moderation } from '#modules/moderation'
import { needs } from '#modules/needs'
import { notifications } from '#modules/notifications'
import { outcomes } from '#modules/outcomes'
import { plots } from '#modules/plots'
import { population } from '#modules/population'
import { portal } from '#modules/portal'
import { questions } from '#modules/questions'
import { reservations } from '#modules/reservations'
import { roll } from '#modules/roll'
import { sharedEquipment } from '#modules/sharedEquipment'
import { surveys } from '#modules/surveys'

/** Mechanisms that modules share, in the order in which their tables are built. */
export const engines: readonly Engine[] = [paper, moderationEngine, debate, following, answers, meetings, surveysEngine, booking]

/** The public services, in the order in which their tables are built and their demonstration is written. */
export const services: readonly Service[] = [
  accounts,
  population,
  roll,
  measures,
  catalogue,
  committees,
  commitments,
  council,
  evaluations,
  questions,
  needs,
  outcomes,
  surveys,
  consultations,
  draws,
  ballots,
  instruments,
  budgets,
  plots,
  market,
  fablab,
  reservations,
  digitalSpace,
  sharedEquipment,
  moderation,
  notifications,
  mailbox,
  portal,
  desk,
  administration,
]
