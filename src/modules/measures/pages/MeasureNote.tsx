import { Stage, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { MeasureLine } from '../queries/readMeasures.ts'
import { isOpen } from '../rules/stages.ts'
import { stepOf } from './stepOf.ts'

/** Small words under a measure in a list: where it stands, until when, how many support it. */
export const MeasureNote = ({ t, measure }: { t: T; measure: Pick<MeasureLine, 'stage' | 'closesOn' | 'supports'> }) => (
  <>
    <Stage label={t(`stage.${measure.stage}`)} {...stepOf(measure.stage)} />
    <p>
      {t('measures.supports', { n: measure.supports })}
      {measure.closesOn && isOpen(measure.stage) && (
        <>
          {' '}
          · {t('measures.closes')} <Time at={measure.closesOn} />
        </>
      )}
    </p>
  </>
)
