import { isFollowing, peopleInterested } from '#engines/following'
import { emptyForm } from '#kernel/forms'
import { type C, page, townHall } from '#kernel/http'
import { personNames } from '#kernel/people'
import type { KernelTables } from '#kernel/service'
import { serviceNamed } from '#modules/catalogue'
import { measuresById } from '#modules/measures'
import { type Commitment, subjectOf } from './commitment.ts'
import { ClauseCall, NewClause, NewMilestone, NewMilestoneStep, NewMoney, NewReading, NewStep } from './forms.ts'
import { words } from './locales/index.ts'
import { CommitmentPage } from './pages/CommitmentPage.tsx'
import type { CommitmentForms } from './pages/props.ts'
import { commitmentById, commitmentsOf } from './queries.ts'
import type { CommitmentsTables } from './schema.ts'
import { ledTo } from './tell.ts'

type Request = C<CommitmentsTables & KernelTables>

export const found = (c: Request) => commitmentById(c.var, c.req.param('commitment') ?? '0')

/** The page of a promise, with the form that must be corrected, if one must. */
export const onePage = async (c: Request, commitment: Commitment, forms: Partial<CommitmentForms> = {}, status: 200 | 422 = 200) => {
  const { db, body, actor, locale, today } = c.var
  const subject = subjectOf(commitment.id)
  const [measure] = await measuresById(db, body.id, commitment.measure ? [commitment.measure] : [])
  const others = await commitmentsOf(c.var, { decision: commitment.decision }, { size: 20, start: 0 })
  return page(
    c,
    <CommitmentPage
      t={words(locale)}
      locale={locale}
      today={today}
      commitment={commitment}
      serviceName={commitment.service && (await serviceNamed(c.var, commitment.service))}
      measureTitle={measure?.title ?? null}
      others={others.filter(other => other.id !== commitment.id)}
      names={await personNames(db, peopleOf(commitment))}
      told={await peopleInterested(c.var, [subject, ...ledTo(commitment)])}
      isTownHall={townHall.allows(actor)}
      isFollowing={actor.personId === null ? null : await isFollowing(c.var, subject, actor.personId)}
      reading={emptyForm(NewReading, { on: today })}
      step={emptyForm(NewStep, { kind: 'progress' })}
      milestone={emptyForm(NewMilestone)}
      milestoneStep={emptyForm(NewMilestoneStep, { kind: 'done' })}
      money={emptyForm(NewMoney, { kind: 'spent', on: today })}
      clause={emptyForm(NewClause, { kind: 'day', agenda: commitment.committee ? 'committee' : 'council' })}
      call={emptyForm(ClauseCall)}
      {...forms}
    />,
    status,
  )
}

const peopleOf = ({ madeBy, readings, steps, milestones, money, clauses }: Commitment): readonly string[] =>
  [
    madeBy,
    ...[...readings, ...steps, ...money].map(({ by }) => by),
    ...milestones.flatMap(({ addedBy, steps: told }) => [addedBy, ...told.map(({ by }) => by)]),
    ...clauses.flatMap(({ setBy, called }) => [setBy, called?.by ?? null]),
  ].filter(id => id !== null)
