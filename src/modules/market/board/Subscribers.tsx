import { presenceOf } from '../rules/square.ts'
import { waiting } from '../rules/deeds.ts'
import { ActForm, type BoardProps, placeFacts, Press, Word } from './parts.tsx'
import { sayHour } from './say.ts'
import { sayPapers } from './sayPapers.ts'

/** Who has a fixed place today, and whether they came. */
export const Subscribers = (props: BoardProps) => {
  const { say, locale, square } = props
  const fixed = square.traders.flatMap(one => (one.fixed ? [{ ...one, fixed: one.fixed }] : [])).toSorted(byPlace)
  const silent = waiting(square)
  return (
    <section class="section" id="abonnes">
      <h2>{say('sq.subscribers')}</h2>
      {fixed.length === 0 && <p>{say('sq.noSubscribers')}</p>}
      <ul class="square__list">
        {fixed.map(one => {
          const state = presenceOf(square, one.key)?.state
          return (
            <li key={one.key} class="square__line">
              <div>
                <strong>{one.name}</strong>{' '}
                <Word tone={state === 'present' ? 'leaf' : state === 'absent' ? 'brick' : 'plain'}>{say(`sq.${state ?? 'noNews'}`)}</Word>
                <div class="soft">{placeFacts(props, one.fixed)}</div>
                {one.isAway && state === undefined && <div>{say('sq.away')}</div>}
                {one.missing.length > 0 && (
                  <div>{say(one.isBlocked ? 'sq.blocked' : 'sq.warned', { papers: sayPapers(say, one.missing) })}</div>
                )}
              </div>
              <ActForm props={props} kind="presence" fields={{ trader: one.key }}>
                {state !== 'present' && (
                  <Press name="state" value="present" label={say('sq.markOne', { state: say('sq.markPresent'), name: one.name })}>
                    {say('sq.markPresent')}
                  </Press>
                )}
                {state !== 'absent' && (
                  <Press name="state" value="absent" label={say('sq.markOne', { state: say('sq.markAbsent'), name: one.name })}>
                    {say('sq.markAbsent')}
                  </Press>
                )}
              </ActForm>
            </li>
          )
        })}
      </ul>
      {silent.length > 0 && (
        <ActForm props={props} kind="release">
          <p>{say('sq.releaseText', { call: sayHour(square.callAt, locale) })}</p>
          <Press>{say('sq.release', { n: silent.length })}</Press>
        </ActForm>
      )}
    </section>
  )
}
const byPlace = (a: { fixed: { alley: string; from: number } }, b: { fixed: { alley: string; from: number } }) =>
  Number(a.fixed.alley) - Number(b.fixed.alley) || a.fixed.from - b.fixed.from
