import { isPaid } from '../rules/deeds.ts'
import { feeFor, numberOf, type Placing, type Receipt } from '../rules/square.ts'
import { means } from '../rules/terms.ts'
import { ActForm, type BoardProps, Line, nameOf, Pick, placeFacts, Press, Word } from './parts.tsx'
import { sayDay, sayEuros, sayMetres } from './say.ts'

/** Who stands where, and what they pay. */
export const Placed = (props: BoardProps) => {
  const { say, square } = props
  return (
    <section class="section" id="places">
      <h2>{say('sq.placed')}</h2>
      {square.placings.length === 0 && <p>{say('sq.nonePlaced')}</p>}
      <ul class="square__list">
        {square.placings
          .toSorted((a, b) => Number(a.alley) - Number(b.alley) || a.from - b.from)
          .map(placing => (
            <li key={placing.act} class="square__line">
              <div>
                <strong>{nameOf(square, placing.trader)}</strong> <State props={props} placing={placing} />
                <div class="soft">{placeFacts(props, placing)}</div>
              </div>
              <div>
                <Pay props={props} placing={placing} />
                {placing.how !== 'subscription' && !isPaid(square, placing.act) && (
                  <ActForm props={props} kind="unplace" fields={{ placing: placing.act }}>
                    <Press label={say('sq.removeOne', { name: nameOf(square, placing.trader) })}>{say('sq.remove')}</Press>
                  </ActForm>
                )}
              </div>
            </li>
          ))}
      </ul>
    </section>
  )
}
const State = ({ props: { say, square }, placing }: { props: BoardProps; placing: Placing }) =>
  placing.how === 'subscription' ? (
    <Word tone="plain">{say('sq.monthly')}</Word>
  ) : isPaid(square, placing.act) ? (
    <Word tone="leaf">{say('sq.paid')}</Word>
  ) : null

const Pay = ({ props, placing }: { props: BoardProps; placing: Placing }) => {
  const { say, locale, square } = props
  if (placing.how === 'subscription' || isPaid(square, placing.act)) return null
  const fee = feeFor(square, placing)
  if (!fee) return <p>{say('sq.noTariff')}</p>
  const amount = sayEuros(fee.cents, locale)
  const name = nameOf(square, placing.trader)
  return (
    <ActForm props={props} kind="pay" fields={{ placing: placing.act }}>
      <Pick
        id={`regle-${placing.act}`}
        name="means"
        label={say('sq.means', { name })}
        options={means.map(one => [one, say(`sq.means.${one}`)] as const)}
        isHidden
      />
      <Press kind="primary" label={say('sq.payOne', { name, amount })}>
        {say('sq.pay', { amount })}
      </Press>
    </ActForm>
  )
}

/** The books of the day: what was received, line after line; nothing is rubbed out. */
export const Receipts = (props: BoardProps) => {
  const { say, locale, square } = props
  const total = square.receipts.reduce((sum, one) => sum + one.cents, 0)
  const cash = square.receipts.filter(one => one.means === 'cash').reduce((sum, one) => sum + one.cents, 0)
  return (
    <section class="section" id="recus">
      <h2>{say('sq.receipts')}</h2>
      {square.receipts.length === 0 ? (
        <p>{say('sq.noReceipts')}</p>
      ) : (
        <p>{say('sq.receiptsTotal', { amount: sayEuros(total, locale), cash: sayEuros(cash, locale) })}</p>
      )}
      {square.receipts.map(one => (
        <Detail key={numberOf(one)} props={props} receipt={one} />
      ))}
    </section>
  )
}
/** What the law wants on a receipt: commune, date, name, length, price of the metre, total. */
const Detail = ({ props, receipt }: { props: BoardProps; receipt: Receipt }) => {
  const { say, locale, town, square } = props
  const number = numberOf(receipt)
  const tariff = square.tariffs[receipt.holding]
  const name = nameOf(square, receipt.trader)
  const isUndone = square.receipts.some(one => one.kind === 'cancel' && one.cancels === number)
  const heading =
    receipt.kind === 'cancel'
      ? say('sq.counter', { number: receipt.cancels ?? '' })
      : receipt.kind === 'void'
        ? say('sq.void')
        : say('sq.receipt', { number, name, amount: sayEuros(receipt.cents, locale) })
  const facts = [
    [say('sq.town'), town],
    [say('sq.day'), sayDay(square.on, locale)],
    [say('sq.length'), `${sayMetres(receipt.decimetres, locale)} m`],
    [say('sq.unit'), sayEuros(tariff?.metreCents ?? 0, locale)],
    [say('sq.total'), sayEuros(receipt.cents, locale)],
    [say('sq.meansHead'), say(`sq.means.${receipt.means}`)],
  ] as const
  return (
    <details class="disclosure">
      <summary>
        {receipt.kind === 'fee' ? heading : `${number} : ${heading}`} {isUndone && <Word tone="brick">{say('sq.cancelled')}</Word>}
      </summary>
      <div class="disclosure__inside">
        <p>
          <strong>{name}</strong>
        </p>
        <dl class="facts">
          {facts.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {receipt.cents !== receipt.dueCents && <p>{say('sq.differs', { amount: sayEuros(receipt.dueCents, locale) })}</p>}
        {receipt.kind === 'fee' && (
          <p>
            <a href={`/marche/jours/${square.id}/recus/${receipt.book}/${receipt.number}`}>{say('sq.print')}</a>
          </p>
        )}
        {receipt.kind === 'fee' && !isUndone && (
          <ActForm props={props} kind="cancel" fields={{ receipt: number }}>
            <Line id={`annuler-${number}`} name="reason" label={say('sq.cancelReason')} />
            <Press kind="danger" label={say('sq.cancelOne', { number })}>
              {say('sq.cancel')}
            </Press>
          </ActForm>
        )}
      </div>
    </details>
  )
}
