import type { Say } from '../board/say.ts'

export interface State {
  readonly kind: 'ready' | 'sending' | 'offline' | 'sign-in' | 'stuck'
}
/** Where what was keyed stands: said honestly, and aloud when it changes. */
export const Status = ({ say, state, waiting, send }: { say: Say; state: State; waiting: number; send: () => void }) => (
  <div class="square__status" data-state={state.kind} data-waiting={waiting}>
    <p role="status">
      <strong>{waiting === 0 && state.kind === 'ready' ? say('sq.upToDate') : say('sq.toSend', { n: waiting })}</strong>{' '}
      {state.kind === 'offline' && say('sq.offline')}
      {state.kind === 'sending' && say('sq.sending')}
      {state.kind === 'sign-in' && say('sq.signIn')}
      {state.kind === 'stuck' && say('sq.stuck')}
    </p>
    {waiting > 0 && state.kind !== 'sign-in' && (
      <button class="button button--secondary button--small" type="button" onClick={send}>
        {say('sq.send')}
      </button>
    )}
    {state.kind === 'sign-in' && <a href="/connexion">{say('sq.signIn')}</a>}
  </div>
)
