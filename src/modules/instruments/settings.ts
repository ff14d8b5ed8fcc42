import { wholeNumber } from '#kernel/forms'
import type { Setting } from '#kernel/world'

/** Choices of the commune where the law gives no figure. */
export const instrumentsSettings = {
  'petition.days': {
    label: { fr: 'Durée proposée pour signer une pétition, en jours', en: 'Time proposed to sign a petition, in days' },
    schema: wholeNumber(7, 365),
    default: 90,
  },
  'petition.answer-days': {
    label: {
      fr: 'Délai que la commune se donne pour répondre à une pétition remise, en jours',
      en: 'Time the commune gives itself to answer a petition handed over, in days',
    },
    schema: wholeNumber(1, 365),
    default: 60,
  },
} satisfies Readonly<Record<string, Setting>>
