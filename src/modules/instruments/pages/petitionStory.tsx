import { formatNumber } from '#kernel/i18n'
import { By, type ThreadEntry } from '#kernel/ui'
import type { Step } from '../petition.ts'
import type { PetitionProps } from './petitionProps.ts'

/** What became of a petition, the latest first. */
export const petitionStory = ({
  t,
  locale,
  shown: { petition },
  names,
}: Pick<PetitionProps, 't' | 'locale' | 'shown' | 'names'>): readonly ThreadEntry[] => {
  const by = (id: string | null) => (id ? <By name={names.get(id) ?? null} /> : undefined)
  const figures = ({ kind, signatures, threshold, valid }: Step) => {
    if (kind === 'submitted')
      return t('story.figures', { n: formatNumber(signatures ?? 0, locale), threshold: formatNumber(threshold ?? 0, locale) })
    return kind === 'checked' ? t('story.valid', { n: formatNumber(valid ?? 0, locale) }) : ''
  }
  const entries = petition.steps.map((step): ThreadEntry => ({
    kind: step.kind === 'answered' ? 'decision' : 'act',
    at: step.at,
    title: t(step.kind === 'answered' ? `story.answered.${step.outcome ?? 'refused'}` : `story.${step.kind}`),
    text: [figures(step), step.note].filter(Boolean).join(' '),
    by: by(step.by),
    ...(step.url ? { href: step.url } : {}),
  }))
  return [...entries.toReversed(), { kind: 'act', at: petition.proposedAt, title: t('story.opened'), by: by(petition.proposedBy) }]
}
