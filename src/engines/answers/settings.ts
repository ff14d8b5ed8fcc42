import { z } from 'zod'
import type { Setting } from '#kernel/world'
import { electedMembers } from './electedMembers.ts'

const days = (longest: number) => z.coerce.number().int().min(1).max(longest)

/** What the commune decides about the answers it owes. */
export const answerSettings = {
  'threshold.measure': {
    label: { fr: 'Soutiens à partir desquels une mesure reçoit une réponse', en: 'Supports from which a measure is owed an answer' },
    schema: z.coerce.number().int().min(1).max(1_000_000),
    default: 50,
  },
  'threshold.amendment': {
    label: { fr: 'Soutiens à partir desquels un amendement reçoit une réponse', en: 'Supports from which an amendment is owed an answer' },
    schema: z.coerce.number().int().min(1).max(1_000_000),
    default: 20,
  },
  'delay.first': {
    label: { fr: 'Jours pour répondre', en: 'Days to answer' },
    hint: {
      fr: 'Comptés à partir du lendemain de la demande ; le dernier jour est compris.',
      en: 'Counted from the day after the request; the last day is included.',
    },
    schema: days(365),
    default: 60,
  },
  'delay.appeal': { label: { fr: 'Jours pour répondre à un appel', en: 'Days to answer an appeal' }, schema: days(365), default: 30 },
  'delay.study': {
    label: {
      fr: 'Jours d’étude au plus, quand la réponse est « à étudier »',
      en: 'Longest study, in days, when the answer is "to be studied"',
    },
    schema: days(730),
    default: 180,
  },
  'appeal.window': {
    label: { fr: 'Jours pour faire appel d’une réponse', en: 'Days to appeal an answer' },
    schema: days(365),
    default: 60,
  },
  inCharge: {
    label: { fr: 'Élue ou élu prévenu des réponses en retard', en: 'Elected member told of late answers' },
    schema: z.union([z.uuid(), z.literal('')]),
    default: '',
    options: async world => [
      { value: '', label: { fr: 'Toutes les élues et tous les élus', en: 'Every elected member' } },
      ...(await electedMembers(world)).map(({ id, name }) => ({ value: id, label: { fr: name, en: name } })),
    ],
  },
} as const satisfies Readonly<Record<string, Setting>>
