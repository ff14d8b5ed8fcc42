import { said } from '#engines/surveys'
import type { Crumb } from '#kernel/ui'
import type { T } from '../locales/index.ts'

/** The way to a page of a survey; `manage` adds the agents' page, `questions` the list of questions after it. */
export const crumbsOf = (
  t: T,
  survey: { readonly id: string; readonly title: Readonly<Record<string, string>> },
  under?: 'manage' | 'questions' | 'sheets',
): readonly Crumb[] => [
  { label: t('surveys.title'), href: '/enquetes' },
  { label: said(survey.title, 'fr').text, href: `/enquetes/${survey.id}` },
  ...(under ? [{ label: t('manage.title'), href: `/enquetes/${survey.id}/gestion` }] : []),
  ...(under === 'questions' ? [{ label: t('edit.title'), href: `/enquetes/${survey.id}/questions` }] : []),
  ...(under === 'sheets' ? [{ label: t('sheets.title'), href: `/enquetes/${survey.id}/feuilles` }] : []),
]
