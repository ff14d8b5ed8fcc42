import { Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { ProposalOutcome } from '../rules/canDecideProposal.ts'

const tones = { published: 'leaf', refused: 'brick', withdrawn: 'plain' } as const

/** What became of a proposal, in a word. */
export const ProposalTag = ({ t, outcome }: { t: T; outcome: ProposalOutcome | null }) =>
  outcome === null ? <Tag tone="ochre">{t('state.waiting')}</Tag> : <Tag tone={tones[outcome]}>{t(`state.${outcome}`)}</Tag>
