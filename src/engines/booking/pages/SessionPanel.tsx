import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, Checkbox, DefinitionList, ErrorSummary, Field, Notice, Section } from '#kernel/ui'
import type { BookedPlace } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Booking } from '../queries/bookings.ts'
import type { PolicyVersion } from '../queries/policies.ts'
import type { Session } from '../queries/sessions.ts'
import type { Quote } from '../rules/quoteOf.ts'
import type { Standing } from '../rules/standingFor.ts'
import { sayState, sayWhen } from '../say.ts'
import { PriceFigure, RulesBox, StandingBox } from './parts.tsx'
import { asksQuotient } from './ThingPanel.tsx'

export interface SessionPanelProps {
  readonly t: T
  readonly locale: Locale
  readonly session: Session
  readonly policy: PolicyVersion
  readonly standing: Standing
  readonly quote: Quote
  readonly waiting: number
  /** This person's own booking, if any. */
  readonly own: Booking | null
  readonly form: Form<BookedPlace>
}

/** Everything to take a place: when, how many are left, who waits, the verdict, the rules, the price and the form. */
export const SessionPanel = ({ t, locale, session, policy, standing, quote, waiting, own, form }: SessionPanelProps) => {
  const left = session.capacity - session.placesTaken
  const mustWait = policy.rules.waiting !== null && (left === 0 || waiting > 0)
  const isFull = left === 0 && policy.rules.waiting === null
  return (
    <>
      {session.cancelledAt !== null && <Notice kind="warning">{t('refused.cancelled', { reason: session.cancelledBecause })}</Notice>}
      <DefinitionList
        items={[
          { term: t('session.when'), value: sayWhen(session, locale) },
          { term: t('thing.where'), value: session.place },
          {
            term: t('session.places'),
            value: (
              <>
                {t('session.placesLeft', { left, capacity: session.capacity })}
                {policy.rules.waiting !== null && (
                  <>
                    {' '}
                    · <a href={`/reservations/seances/${session.id}/attente`}>{t('session.waiting', { n: waiting })}</a>
                  </>
                )}
              </>
            ),
          },
          { term: t('price.title'), value: <PriceFigure t={t} locale={locale} quote={quote} source={policy.source} /> },
        ]}
      />
      {own && (
        <Notice kind="success" title={t('session.yours', { state: sayState(own.state, own.stateUntil, locale) })}>
          <p>
            <a href={`/reservations/${own.id}`}>{t('session.see')}</a>
          </p>
        </Notice>
      )}
      {isFull && <ErrorSummary form={form} />}
      {!own && session.cancelledAt === null && !isFull && (
        <Section title={t('book.title')} id="reserver">
          <StandingBox t={t} locale={locale} standing={standing} />
          {(standing.ok || Object.values(form.errors).some(Boolean)) && (
            <form method="post" action={`/reservations/seances/${session.id}`} noValidate>
              <ErrorSummary form={form} />
              {session.capacity > 1 && <Field form={form} name="places" label={t('book.places')} type="number" inputmode="numeric" />}
              {asksQuotient(policy) && (
                <Field
                  form={form}
                  name="quotient"
                  label={t('book.quotient')}
                  hint={t('book.quotientHint')}
                  type="number"
                  inputmode="numeric"
                  unit="€"
                  optional
                />
              )}
              {mustWait ? (
                <input type="hidden" name="waits" value="oui" />
              ) : (
                policy.rules.waiting !== null && <Checkbox form={form} name="waits" label={t('book.waits')} />
              )}
              <Button>{t(mustWait ? 'book.wait' : 'book.join')}</Button>
            </form>
          )}
        </Section>
      )}
      <RulesBox t={t} locale={locale} rules={policy.rules} source={policy.source} policy={policy.policy} isSession />
    </>
  )
}
