import { isFollowing } from '#engines/following'
import { isListedFor, moderationOf } from '#engines/moderation'
import { emptyForm } from '#kernel/forms'
import { agent, page } from '#kernel/http'
import { measuresOfService } from '#modules/catalogue'
import { measuresById, openStages } from '#modules/measures'
import { GroupingForm, NewPrecision, StepForm, WithdrawalForm } from './forms.ts'
import { words } from './locales/index.ts'
import { LinePage } from './pages/LinePage.tsx'
import type { LineProps } from './pages/lineProps.ts'
import { readLines } from './queries/readLines.ts'
import { readRound } from './queries/rounds.ts'
import { lineSubject, precisionSubject } from './queries/stateLine.ts'
import type { lineOf, Request } from './reads.ts'

type Found = NonNullable<Awaited<ReturnType<typeof lineOf>>>

/** May this reader know that the line exists? */
export const isReadable = async (c: Request, id: string) =>
  isListedFor((await moderationOf(c.var.db, c.var.body.id, [lineSubject(id)])).get(lineSubject(id)), c.var.actor)

/** Draws a line, with what this reader may do with it. */
export const drawLine = async (c: Request, { line, service }: Found, forms: Partial<LineProps['forms']> = {}, status: 200 | 422 = 200) => {
  const { db, body, actor, locale, today } = c.var
  const isAgent = agent.allows(actor)
  const round = line.round === null ? null : await readRound(c.var, line.round)
  const isAuthor = actor.personId !== null && actor.personId === line.authorId
  const props: LineProps = {
    t: words(locale),
    locale,
    today,
    reader: actor,
    service,
    line,
    round: round && { id: round.id, name: round.title },
    moderated: await moderationOf(db, body.id, [lineSubject(line.id), ...line.precisions.map(({ id }) => precisionSubject(id))]),
    isAgent,
    mayWithdraw: isAuthor && !['adapted', 'done', 'checked', 'closed'].includes(line.state),
    isFollowing: actor.personId !== null && (await isFollowing(c.var, lineSubject(line.id), actor.personId)),
    measures: await amendable(c, service.id),
    others: isAgent ? await groupable(c, line) : [],
    forms: {
      precision: emptyForm(NewPrecision),
      step: emptyForm(StepForm),
      grouping: emptyForm(GroupingForm),
      withdrawal: emptyForm(WithdrawalForm),
      ...forms,
    },
  }
  return page(c, <LinePage {...props} />, status)
}

/** The measures about that service which can still be amended. */
const amendable = async (c: Request, service: string) => {
  const known = await measuresById(c.var.db, c.var.body.id, await measuresOfService(c.var, service))
  return known.filter(({ stage, closesOn }) => openStages.includes(stage) && (closesOn === null || closesOn >= c.var.today))
}

const groupable = async (c: Request, line: Found['line']) =>
  (await readLines(c.var, { service: line.service, kind: line.kind }, { size: 200, start: 0 })).filter(
    other => other.id !== line.id && other.state !== 'closed',
  )
