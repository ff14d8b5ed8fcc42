import { defineEngine } from '#kernel/service'
import { keepBookings } from './keepBookings.ts'
import { tellBooker, tellSuspended } from './letters.ts'
import { personalData } from './personalData.ts'
import { retention } from './retention.ts'
import { samples } from './samples.ts'

/** Things shared: a time on a resource that nobody else can have, places in a session that are never exceeded, and the rules around them. */
export const booking = defineEngine({
  id: 'booking',
  title: { fr: 'Réservations', en: 'Bookings' },
  migrations: new URL('./migrations/', import.meta.url),
  events: {
    'booking.asked': tellBooker('asked'),
    'booking.confirmed': tellBooker('confirmed'),
    'booking.offered': tellBooker('offered'),
    'booking.refused': tellBooker('refused'),
    'booking.cancelled': tellBooker('cancelled'),
    'booking.missed': tellBooker('missed'),
    'booking.ended': tellBooker('ended'),
    'booking.suspended': tellSuspended,
  },
  jobs: { 'booking.keep': { every: '*/5 * * * *', run: system => system.forEachBody(keepBookings) } },
  personalData,
  retention,
  samples,
})

// Setting up
export { addPolicy, changePolicy, policiesOf, policyNamed, policyOn, policyVersions, type PolicyVersion } from './queries/policies.ts'
export {
  addCalendar,
  addException,
  addOpening,
  calendarById,
  calendarFacts,
  calendarsOf,
  endOpening,
  openIn,
  removeException,
  type Calendar,
  type CalendarFacts,
  type NewOpening,
} from './queries/calendars.ts'
export { accountsOfHolders, addHolder, endHolder, holdersOf, type CalendarHolder } from './queries/holders.ts'
export {
  addResource,
  archiveResource,
  changeResource,
  resourceById,
  resourcesOf,
  type NewResource,
  type Resource,
} from './queries/resources.ts'
export { addSession, changeSession, sessionById, sessionsOf, type NewSession, type Session } from './queries/sessions.ts'
export { endSteward, mayRun, nameSteward, stewardedBy, stewardsOf, type Steward } from './acts/stewards.ts'
export { grantPermit, permitHolders, permitsOf, withdrawPermit, type Permit } from './acts/permits.ts'
export { signaturesOf, signDocument } from './acts/documents.ts'

// Booking
export { bookPlace, bookTime, nextFree, verdictFor, type Asked, type Outcome } from './acts/book.ts'
export { cancelBooking, decideBooking, notePresence, type ChangeRefusal } from './acts/changeBooking.ts'
export { endEarly, mayEndEarly, type EarlyEndRefusal } from './acts/endEarly.ts'
export { acceptOffer, endOffer, offerPlaces } from './acts/offers.ts'
export { closeTime } from './acts/exceptions.ts'
export { cancelSession } from './acts/cancelSession.ts'
export { blockResource, liftBlock } from './acts/blocks.ts'
export { incidentOutcomes } from './incidentOutcomes.ts'
export { bindBlock, closeIncident, incidentsOf, reportIncident, type Incident } from './acts/incidents.ts'
export { addEntry } from './acts/account.ts'
export { answerSuspension, liftSuspension, suspensionsIn, suspensionsOf, type Suspension } from './acts/suspensions.ts'
export {
  allocationById,
  allocationsOf,
  applicantsOf,
  drawAllocation,
  publishAllocation,
  type Allocation,
  type Applicant,
} from './acts/allocations.ts'
export { keepBookings } from './keepBookings.ts'

// Pages and routes
export { reservationRoutes } from './reservationRoutes.ts'
export { sessionPanel, thingPanel } from './panels.ts'
export { ThingPanel, type ThingPanelProps } from './pages/ThingPanel.tsx'
export { SessionPanel, type SessionPanelProps } from './pages/SessionPanel.tsx'
export { WeekAvailability } from './pages/WeekAvailability.tsx'
export { WaitingTable } from './pages/WaitingPage.tsx'
export { PriceFigure, RulesBox, StandingBox } from './pages/parts.tsx'
export { weekView, type DayView } from './rules/weekView.ts'
export { words as bookingWords } from './locales/index.ts'

// Reading
export { availabilityOf, blocksIn, takenIn, type Availability, type Block } from './queries/availability.ts'
export {
  bookingById,
  bookingsIn,
  bookingsOf,
  bookingsOfSession,
  bookingsOn,
  earlyEndOf,
  entriesOf,
  pastBookingsOf,
  stepsOf,
  waitingFor,
  type Booking,
  type BookingStep,
  type EarlyEnd,
  type Entry,
} from './queries/bookings.ts'

// Rules
export { rulesFrom, type PriceRule, type Rules, type RulesGiven } from './rules/policy.ts'
export { standingFor, standingOfPerson, type Known, type Missing, type Standing } from './rules/standingFor.ts'
export { quoteOf, type Priced, type Quote, type QuoteStep } from './rules/quoteOf.ts'
export { allocate, applicationLine, readApplication, type Allocated, type Application, type Offer } from './rules/allocate.ts'
export { type Counted, countedOf, requoted } from './rules/earlyEnd.ts'
export { accountOf, entryKinds, type EntryKind } from './rules/accountOf.ts'
export { largestRemainders, shareAccounts, type Holder, type HolderAccount } from './rules/shares.ts'
export { common, contains, minutesAfter, minutesOf, overlap, slotsIn, type Span, united, without } from './rules/spans.ts'
export { waitingOrder, type Ranked, type Waiting } from './rules/waitingOrder.ts'
export { takesTime, type State } from './rules/states.ts'
export { pseudonymFrom } from './rules/pseudonyms.ts'
export { sayOpening } from './calendar/sayOpening.ts'
export { isRule, daysOfRule } from './calendar/recurrence.ts'
export { openingSpans, spanOn, type Exception, type Opening, type OpenSpan } from './calendar/openingSpans.ts'

// Words
export { refusalSentence, sayEarlyEnd, sayLength, sayMissing, sayRules, sayState, sayStep, sayWhen } from './say.ts'
export { amount, BookedPlace, BookedTime, hour } from './forms.ts'
export { calendarFeed } from './calendarFeed.ts'
export { bookingDb, bookingWorld } from './where.ts'
export type { BookingTables } from './tables.ts'
