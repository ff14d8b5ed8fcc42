import { Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Standing } from '../rules/standing.ts'

const tones = { 'in-time': 'river', 'at-risk': 'ochre', kept: 'leaf', missed: 'brick', withdrawn: 'plain' } as const

/** Where a commitment stands, in a word. */
export const StandingTag = ({ t, standing }: { t: T; standing: Standing }) => <Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag>
