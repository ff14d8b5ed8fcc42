import { Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'

const tones = { preparing: 'plain', open: 'leaf', over: 'ochre', counted: 'river' } as const

/** Where a survey stands, in one word; published results come before the rest. */
export const StandingTag = ({ t, survey }: { readonly t: T; readonly survey: Pick<Survey, 'standing' | 'published'> }) => (
  <Tag tone={tones[survey.standing]}>{survey.published === null ? t(`standing.${survey.standing}`) : t('standing.published')}</Tag>
)
