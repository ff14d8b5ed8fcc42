import { type Act, type Clash, orphans, placingOf, presenceOf } from '../rules/square.ts'
import { numberOf } from '../rules/square.ts'
import { ActForm, type BoardProps, Line, nameOf, Press, sayPlace } from './parts.tsx'
import { sayEuros } from './say.ts'

/** Both versions, and a choice. */
export const Clashes = (props: BoardProps) => {
  const { say, square } = props
  if (square.clashes.length === 0) return null
  return (
    <section class="section square__clashes" id="a-trancher">
      <h2>{say('sq.clashes')}</h2>
      <p>{say('sq.clashesLead')}</p>
      <ul class="square__list">
        {square.clashes.map(clash => {
          const [first, second] = versions(props, clash)
          return (
            <li key={clash.act.uid}>
              <p>{sentence(props, clash)}</p>
              <ActForm props={props} kind="settle" fields={{ clash: clash.act.uid }}>
                <Press name="keep" value="first">
                  {first}
                </Press>
                {second && (
                  <Press name="keep" value="second">
                    {second}
                  </Press>
                )}
              </ActForm>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
const traderIn = (act: Act): string => ('trader' in act ? act.trader : '')
const firstName = ({ square, say }: BoardProps, { against }: Clash): string => {
  const standing = square.placings.find(one => one.act === against)?.trader ?? square.presences.find(one => one.act === against)?.trader
  const key = standing ?? square.traders.find(one => one.key === against)?.key
  return key ? nameOf(square, key) : say('sq.awaited')
}
const sentence = (props: BoardProps, clash: Clash): string => {
  const { say, square } = props
  const { act } = clash
  const second = nameOf(square, traderIn(act))
  const placing = placingOf(square, traderIn(act))
  if (act.kind === 'presence')
    return say('sq.clash.presence', {
      second,
      state: say(`sq.${presenceOf(square, act.trader)?.state ?? 'noNews'}`),
      other: say(`sq.${act.state}`),
    })
  if (act.kind !== 'place') return say('sq.clash.list')
  if (clash.kind === 'trader')
    return say('sq.clash.trader', { second, place: placing ? sayPlace(square, placing) : '—', other: sayPlace(square, act) })
  return say('sq.clash.metres', { first: firstName(props, clash), second, place: sayPlace(square, act) })
}
const versions = (props: BoardProps, clash: Clash): readonly [string, string | null] => {
  const { say, square } = props
  const { act } = clash
  const second = nameOf(square, traderIn(act))
  if (act.kind === 'presence') {
    const state = presenceOf(square, act.trader)?.state ?? 'noNews'
    return [say('sq.keepFirst', { what: `« ${say(`sq.${state}`)} »` }), say('sq.keepSecond', { what: `« ${say(`sq.${act.state}`)} »` })]
  }
  if (act.kind !== 'place') return [say('sq.keepList'), null]
  if (clash.kind === 'trader') {
    const placing = placingOf(square, act.trader)
    return [say('sq.keepFirst', { what: placing ? sayPlace(square, placing) : '—' }), say('sq.keepSecond', { what: sayPlace(square, act) })]
  }
  return [say('sq.keepFirst', { what: firstName(props, clash) }), say('sq.keepSecond', { what: second })]
}

/** Money received for a place that changed: a human gives it back, or keeps the receipt. */
export const Orphans = (props: BoardProps) => {
  const { say, locale, square } = props
  const found = orphans(square)
  if (found.length === 0) return null
  return (
    <section class="section" id="recus-sans-place">
      <h2>{say('sq.orphans')}</h2>
      <p>{say('sq.orphansLead')}</p>
      <ul class="square__list">
        {found.map(one => {
          const number = numberOf(one)
          return (
            <li key={number}>
              <p>{say('sq.receipt', { number, name: nameOf(square, one.trader), amount: sayEuros(one.cents, locale) })}</p>
              <ActForm props={props} kind="cancel" fields={{ receipt: number }}>
                <Line id={`orphelin-${number}`} name="reason" label={say('sq.cancelReason')} />
                <Press kind="danger" label={say('sq.cancelOne', { number })}>
                  {say('sq.cancel')}
                </Press>
              </ActForm>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
