import { z } from 'zod'
import { settingsOf } from '#kernel/settings'
import type { AnyWorld } from '#kernel/world'

const count = (fr: string, en: string, value: number, most: number, hint?: { fr: string; en: string }) => ({
  label: { fr, en },
  ...(hint ? { hint } : {}),
  schema: z.coerce.number().int().min(0).max(most),
  default: value,
})

/** What a commune decides about holding and pace; the rules page shows the values in force. */
export const moderationSettings = {
  firstPosts: count('Premières publications relues avant parution', 'First posts read before they appear', 1, 20, {
    fr: 'Pour une personne dont le domicile n’est pas vérifié. 0 : aucune.',
    en: 'For a person whose residence is not verified. 0: none.',
  }),
  links: count('Liens admis sans relecture', 'Links accepted without reading', 2, 50, {
    fr: 'Pour une personne dont le domicile n’est pas vérifié.',
    en: 'For a person whose residence is not verified.',
  }),
  repeats: count('Copies d’un même texte admises en sept jours', 'Copies of one text accepted in seven days', 2, 50, {
    fr: 'Au-delà, la publication attend une relecture. 0 : sans limite.',
    en: 'Beyond, the post waits to be read. 0: no limit.',
  }),
  writingsPerHour: count('Textes publiés par personne et par heure', 'Texts published per person and hour', 20, 1000),
  gesturesPerHour: count('Appuis et signalements par personne et par heure', 'Marks and reports per person and hour', 200, 10_000),
  writingsPerHourForAll: count('Textes publiés dans la commune par heure', 'Texts published in the commune per hour', 1000, 1_000_000),
  gesturesPerHourForAll: count(
    'Appuis et signalements dans la commune par heure',
    'Marks and reports in the commune per hour',
    20_000,
    10_000_000,
  ),
  writingsPerHourWithoutAccount: count(
    'Textes envoyés sans compte dans la commune par heure',
    'Texts sent without an account in the commune per hour',
    300,
    100_000,
  ),
  gesturesPerHourWithoutAccount: count(
    'Réponses commencées ou données sans compte dans la commune par heure',
    'Answers begun or given without an account in the commune per hour',
    5000,
    1_000_000,
  ),
}

/** The values in force in this commune. */
export const moderationSettingsOf = (world: AnyWorld) => settingsOf(world, 'moderation', moderationSettings)
