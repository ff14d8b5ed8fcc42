import { listNow, placingOf, presenceOf, proposedFor, type SquareTrader, waitingCasuals } from '../rules/square.ts'
import { callNumber } from '../rules/callOrder.ts'
import { spotsFor, spotText } from '../rules/deeds.ts'
import { families } from '../rules/terms.ts'
import { ActForm, type BoardProps, Line, Pick, placeFacts, Press, sayPlace } from './parts.tsx'
import { sayDay, sayMetres } from './say.ts'
import { sayPapers } from './sayPapers.ts'

/** Who comes without a fixed place. */
export const Call = (props: BoardProps) => {
  const { say, square } = props
  const away = square.traders.filter(one => !placingOf(square, one.key) && !one.fixed && presenceOf(square, one.key)?.state !== 'present')
  const free = away.filter(one => !one.isBlocked).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const blocked = away.filter(one => one.isBlocked)
  const typed = props.refused?.kind === 'newcomer' ? props.refused.typed : undefined
  return (
    <section class="section" id="appel">
      <h2>{say('sq.casuals')}</h2>
      {free.length > 0 && (
        <ActForm props={props} kind="presence" fields={{ state: 'present' }}>
          <Pick
            id="arrivee"
            name="trader"
            label={say('sq.arrived')}
            options={[['', say('sq.choose')], ...free.map(one => [one.key, one.name] as const)]}
          />
          <Press>{say('sq.arrive')}</Press>
        </ActForm>
      )}
      {blocked.map(one => (
        <p key={one.key}>
          <strong>{one.name}</strong> : {say('sq.blocked', { papers: sayPapers(say, one.missing) })}
        </p>
      ))}
      <details class="disclosure" open={props.refused?.kind === 'newcomer'}>
        <summary>{say('sq.newcomer')}</summary>
        <div class="disclosure__inside">
          <ActForm props={props} kind="newcomer">
            <Line id="nouveau-nom" name="name" label={say('sq.name')} typed={typed?.name} />
            <Pick
              id="nouveau-famille"
              name="family"
              label={say('sq.family')}
              typed={typed?.family}
              options={[['', say('sq.choose')], ...families.map(one => [one, say(`sq.family.${one}`)] as const)]}
            />
            <Line id="nouveau-metres" name="metres" label={say('sq.metres')} mode="decimal" typed={typed?.metres} />
            <div class="control">
              <div class="box">
                <input
                  class="box__input"
                  type="checkbox"
                  id="nouveau-courant"
                  name="hasPower"
                  value="oui"
                  defaultChecked={typed?.hasPower ?? false}
                />
                <label class="box__label" for="nouveau-courant">
                  {say('sq.power')}
                </label>
              </div>
            </div>
            <p class="soft">{say('sq.papersSeen')}</p>
            <Press>{say('sq.addNewcomer')}</Press>
          </ActForm>
        </div>
      </details>
    </section>
  )
}

/** The published order, and the place that the method gives; another choice says why. */
export const Queue = (props: BoardProps) => {
  const { say, square } = props
  const queue = waitingCasuals(square)
  const order = square.method === 'list' ? 'sq.orderList' : square.seed ? 'sq.orderDraw' : 'sq.orderUndrawn'
  return (
    <section class="section" id="a-placer">
      <h2>{say('sq.order')}</h2>
      <p>{say(order)}</p>
      {square.method === 'draw' && <Lot {...props} />}
      {queue.length === 0 ? (
        <p>{say('sq.nobody')}</p>
      ) : (
        <ol class="square__list square__list--ordered">
          {queue.map((one, at) => (
            <li key={one.key}>
              <Waiting props={props} trader={one} isNext={at === 0 && (square.method === 'list' || square.seed !== null)} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const Waiting = ({ props, trader, isNext }: { props: BoardProps; trader: SquareTrader; isNext: boolean }) => {
  const { say, locale, square, refused } = props
  const { name, key } = trader
  const spots = spotsFor(square, key)
  const typed = refused?.kind === 'place' && refused.trader === key ? refused.typed : undefined
  const proposed = proposedFor(square, trader)
  const number = square.method === 'draw' ? `, ${say('sq.drawNumber', { number: callNumber(trader) })}` : ''
  const facts = say('sq.facts', { metres: sayMetres(trader.length, locale), since: sayDay(trader.since, locale), n: trader.attended })
  return (
    <>
      <p>
        <strong>{name}</strong>{' '}
        <span class="soft">
          {trader.needsPower ? `${facts}, ${say('sq.factsPower')}` : facts}
          {number}
        </span>
      </p>
      {!proposed && <p>{say('sq.noSpot')}</p>}
      {isNext && proposed && (
        <ActForm props={props} kind="place" fields={{ trader: key, spot: spotText(proposed) }}>
          <Press kind="primary" label={`${say('sq.byMethod', { place: sayPlace(square, proposed) })}, ${name}`}>
            {say('sq.byMethod', { place: sayPlace(square, proposed) })}
          </Press>
        </ActForm>
      )}
      {spots.length > 0 && (
        <details class="disclosure" open={refused?.kind === 'place' && refused.trader === key}>
          <summary>{say('sq.elsewhere', { name })}</summary>
          <div class="disclosure__inside">
            <ActForm props={props} kind="place" fields={{ trader: key }}>
              <Pick
                id={`place-${key}`}
                name="spot"
                label={say('sq.spot', { name })}
                typed={typed?.spot}
                options={spots.map(one => [spotText(one), placeFacts(props, one)] as const)}
              />
              <Line id={`raison-${key}`} name="reason" label={say('sq.reason')} typed={typed?.reason} />
              <Press label={say('sq.placeOne', { name })}>{say('sq.place')}</Press>
            </ActForm>
          </div>
        </details>
      )}
    </>
  )
}

/** List, then digest, then chance: in that order, in front of everyone. */
const Lot = (props: BoardProps) => {
  const { say, square } = props
  const { list, seed } = square
  const typed = props.refused?.kind === 'seed' ? props.refused.typed : undefined
  if (!list)
    return (
      <ActForm props={props} kind="list">
        <p>{say('sq.lotText', { n: listNow(square).length })}</p>
        <Press>{say('sq.lotClose')}</Press>
      </ActForm>
    )
  return (
    <div>
      <p class="square__digest">{say('sq.commitment', { digest: list.commitment })}</p>
      {square.seedRule !== '' && <p>{say('sq.seedRule', { rule: square.seedRule })}</p>}
      {seed ? (
        <p>{say('sq.drawn', { seed: seed.seed, witnesses: seed.witnesses })}</p>
      ) : (
        <ActForm props={props} kind="seed">
          <Line id="hasard" name="seed" label={say('sq.seed')} typed={typed?.seed} />
          <Line id="temoins" name="witnesses" label={say('sq.witnesses')} typed={typed?.witnesses} />
          <Press kind="primary">{say('sq.draw')}</Press>
        </ActForm>
      )}
    </div>
  )
}
