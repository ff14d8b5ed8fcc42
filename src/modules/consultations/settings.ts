import { z } from 'zod'
import { settingsOf } from '#kernel/settings'
import type { AnyWorld } from '#kernel/world'

const count = (fr: string, en: string, value: number, least: number, most: number, hint?: { fr: string; en: string }) => ({
  label: { fr, en },
  ...(hint ? { hint } : {}),
  schema: z.coerce.number().int().min(least).max(most),
  default: value,
})

/** What a commune decides about what is said of few people. */
export const consultationSettings = {
  leastParticipants: count('Participants à partir desquels une carte est dessinée', 'Participants from which a map is drawn', 10, 2, 1000, {
    fr: 'En dessous, seuls les nombres sont donnés.',
    en: 'Below, only counts are given.',
  }),
  leastGroup: count('Membres à partir desquels un groupe est décrit', 'Members from which a group is described', 5, 2, 1000, {
    fr: 'Un groupe plus petit est compté, mais rien n’est dit de ses réponses.',
    en: 'A smaller group is counted, but nothing is said of its answers.',
  }),
}

/** The values in force in this commune. */
export const consultationSettingsOf = (world: AnyWorld) => settingsOf(world, 'consultations', consultationSettings)
