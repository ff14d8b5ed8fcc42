import { GroundPlan } from '#kernel/ui'
import type { Alley, KnownPitch, Market } from '../queries/markets.ts'
import type { Said } from './parts.tsx'

/** Metres that a row of pitches is deep on the plan. */
const depth = 3

/** The plan to scale; the table beside it says the same. */
export const MarketPlan = ({
  t,
  market,
  alleys,
  pitches,
  isTaken,
}: Said & {
  market: Market
  alleys: readonly Alley[]
  pitches: readonly KnownPitch[]
  isTaken: (pitch: KnownPitch) => boolean
}) => (
  <GroundPlan
    title={t('plan.title')}
    description={t('plan.text')}
    width={market.width}
    height={market.height}
    areas={pitches.flatMap(pitch => {
      const alley = alleys.find(one => one.id === pitch.alley)
      if (!alley) return []
      const [start, length] = [pitch.from / 10, (pitch.to - pitch.from) / 10]
      return [
        {
          label: pitch.number,
          title: `${alley.name} ${pitch.number}`,
          tone: pitch.withdrawnOn !== null ? ('out' as const) : isTaken(pitch) ? ('taken' as const) : ('free' as const),
          isDouble: pitch.hasPower,
          x: alley.isVertical ? alley.x : alley.x + start,
          y: alley.isVertical ? alley.y + start : alley.y,
          width: alley.isVertical ? depth : length,
          height: alley.isVertical ? length : depth,
        },
      ]
    })}
  />
)
