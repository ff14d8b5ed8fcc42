import { defineWords } from '#kernel/i18n'

export const words = defineWords({
  fr: { nameless: 'Personne sans nom public' },
  en: { nameless: 'Person without a public name' },
})
