import type { Crumb } from '#kernel/ui'
import type { T } from '../locales/index.ts'

/** The way to a page of a consultation. */
export const crumbs = (t: T, consultation: { readonly id: string; readonly title: string }): Crumb[] => [
  { label: t('consultations.title'), href: '/consultations' },
  { label: consultation.title, href: `/consultations/${consultation.id}` },
]
