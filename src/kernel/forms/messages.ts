import type { z } from 'zod'
import { defineWords, type Locale } from '#kernel/i18n'

const words = defineWords({
  fr: {
    required: 'Remplissez ce champ.',
    choose: 'Choisissez une des réponses proposées.',
    short: 'Écrivez au moins {n, plural, one {# caractère} other {# caractères}}.',
    long: 'Raccourcissez ce texte : {n, plural, one {# caractère} other {# caractères}} au plus.',
    few: 'Choisissez au moins {n, plural, one {# réponse} other {# réponses}}.',
    many: 'Choisissez au plus {n, plural, one {# réponse} other {# réponses}}.',
    small: 'Indiquez un nombre d’au moins {n}.',
    big: 'Indiquez un nombre d’au plus {n}.',
    number: 'Indiquez un nombre, en chiffres.',
    email: 'Écrivez une adresse électronique complète, comme nom@exemple.fr.',
    date: 'Indiquez une date qui existe, comme 03/03/2027.',
    url: 'Écrivez une adresse complète, comme https://exemple.fr.',
    invalid: 'Vérifiez ce que vous avez écrit ici.',
  },
  en: {
    required: 'Fill in this field.',
    choose: 'Choose one of the answers offered.',
    short: 'Write at least {n, plural, one {# character} other {# characters}}.',
    long: 'Shorten this text: at most {n, plural, one {# character} other {# characters}}.',
    few: 'Choose at least {n, plural, one {# answer} other {# answers}}.',
    many: 'Choose at most {n, plural, one {# answer} other {# answers}}.',
    small: 'Give a number of at least {n}.',
    big: 'Give a number of at most {n}.',
    number: 'Give a number, in digits.',
    email: 'Write a full e-mail address, such as name@example.org.',
    date: 'Give a date that exists, such as 03/03/2027.',
    url: 'Write a full address, such as https://example.org.',
    invalid: 'Check what you wrote here.',
  },
})

/** One plain sentence that says what to do, for each way a field can miss its schema. */
export const friendlyMessage = (issue: z.core.$ZodRawIssue, locale: Locale): string => {
  const t = words(locale)
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === '') return t('required')
      return issue.expected === 'number' || issue.expected === 'int' ? t('number') : t('invalid')
    case 'too_small':
      if (issue.origin === 'string')
        return issue.input === '' || Number(issue.minimum) <= 1 ? t('required') : t('short', { n: Number(issue.minimum) })
      return issue.origin === 'array' ? t('few', { n: Number(issue.minimum) }) : t('small', { n: Number(issue.minimum) })
    case 'too_big':
      if (issue.origin === 'string') return t('long', { n: Number(issue.maximum) })
      return issue.origin === 'array' ? t('many', { n: Number(issue.maximum) }) : t('big', { n: Number(issue.maximum) })
    case 'invalid_format':
      if (issue.input === '') return t('required')
      return issue.format === 'email' ? t('email') : issue.format === 'date' ? t('date') : issue.format === 'url' ? t('url') : t('invalid')
    case 'invalid_value':
      return issue.input === undefined || issue.input === '' ? t('required') : t('choose')
    default:
      return t('invalid')
  }
}
