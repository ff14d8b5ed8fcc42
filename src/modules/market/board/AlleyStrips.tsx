import { reserved } from '../rules/square.ts'
import { freeOf, groundOf } from '../rules/stretches.ts'
import type { BoardProps } from './parts.tsx'
import { sayMetres } from './say.ts'

/** Each alley as a strip to scale, with what is left of it in words. */
export const AlleyStrips = ({ say, locale, square }: BoardProps) => {
  const kept = reserved(square)
  const free = freeOf(square.pitches, [...square.placings, ...kept])
  const longest = Math.max(1, ...square.alleys.map(one => one.length))
  return (
    <section class="section" id="allees">
      <h2>{say('sq.plan')}</h2>
      {square.alleys.map(alley => {
        const here = free.filter(one => one.alley === alley.id)
        const metres = sayMetres(
          here.reduce((sum, one) => sum + one.to - one.from, 0),
          locale,
        )
        return (
          <div key={alley.id} class="square__alley">
            <p>
              <strong>{alley.name}</strong> {say('sq.free', { metres })}
            </p>
            <svg viewBox={`0 -4 ${longest} 34`} class="square__strip" aria-hidden="true" focusable="false">
              <defs>
                <pattern id={`pris-${alley.id}`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <path d="M0 0V8" stroke="currentColor" stroke-width="3" />
                </pattern>
                <pattern id={`garde-${alley.id}`} width="8" height="8" patternUnits="userSpaceOnUse">
                  <circle cx="4" cy="4" r="1.5" fill="currentColor" />
                </pattern>
              </defs>
              {groundOf(square.pitches.filter(one => one.alley === alley.id)).map(piece => (
                <rect key={piece.from} x={piece.from} y="0" width={piece.to - piece.from} height="24" fill="none" stroke="currentColor" />
              ))}
              {kept
                .filter(one => one.alley === alley.id)
                .map(one => (
                  <rect
                    key={one.from}
                    x={one.from}
                    y="0"
                    width={one.to - one.from}
                    height="24"
                    fill={`url(#garde-${alley.id})`}
                    stroke="currentColor"
                  />
                ))}
              {square.placings
                .filter(one => one.alley === alley.id)
                .map(one => (
                  <rect
                    key={one.act}
                    x={one.from}
                    y="0"
                    width={one.to - one.from}
                    height="24"
                    fill={`url(#pris-${alley.id})`}
                    stroke="currentColor"
                    stroke-width="2"
                  />
                ))}
              {square.pitches
                .filter(one => one.alley === alley.id && one.hasPower)
                .map(one => (
                  <path key={one.id} d={`M${one.from} 27H${one.to}`} stroke="currentColor" stroke-width="4" />
                ))}
            </svg>
          </div>
        )
      })}
      <p class="soft">{say('sq.planText')}</p>
    </section>
  )
}
