import type { z } from 'zod'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import type { Committee } from '../committee.ts'
import type { GivenSeat, NewSeats } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Candidacy } from '../queries/candidacies.ts'
import type { Known } from '../queries/people.ts'
import type { Mandate, Seat } from '../queries/seats.ts'
import type { YearlyFile } from '../queries/yearlyFile.ts'

/** What the screen of seats and mandates shows. */
export interface SeatsView {
  readonly committee: Committee
  readonly seats: readonly Seat[]
  readonly mandates: readonly Mandate[]
  readonly roles: ReadonlyMap<string, 'chair' | 'secretary' | 'member'>
  readonly candidacies: readonly Candidacy[]
  readonly elected: readonly Known[]
  readonly agents: readonly Known[]
  readonly today: string
  /** A form of one seat that came back wrong. */
  readonly wrong?: { readonly seat: string; readonly form: Form<z.output<typeof GivenSeat>> }
  readonly wrongSeats?: Form<z.output<typeof NewSeats>>
}

/** What the file of a year is drawn from. */
export interface FileView {
  readonly t: T
  readonly locale: Locale
  readonly file: YearlyFile
  /** Day before which the council hears of it. */
  readonly dueOn: string
  readonly manages: boolean
}
