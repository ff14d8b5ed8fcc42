import { Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { State } from '../rules/terms.ts'

const tones = { open: 'river', accepted: 'leaf', merged: 'leaf', refused: 'brick', withdrawn: 'plain' } as const

/** Where an amendment stands, in a word. */
export const StateTag = ({ t, state }: { t: T; state: State }) => <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
