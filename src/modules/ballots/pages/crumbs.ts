import type { T } from '../locales/index.ts'

export const crumbs = (t: T, ballot: { readonly id: string; readonly title: string }) => [
  { label: t('ballots.title'), href: '/votes' },
  { label: ballot.title, href: `/votes/${ballot.id}` },
]
