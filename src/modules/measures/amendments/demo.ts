import { interested } from '#engines/following'
import { registerContent } from '#engines/moderation'
import { addDays } from '#kernel/clock'
import { type CastName, member } from '#kernel/demonstration'
import { actorFrom } from '#kernel/people'
import { readVersion } from '../queries/versions.ts'
import { type Invented, inventedAmendments } from './invented.ts'
import { closeAmendment, takeUp } from './queries/decideAmendments.ts'
import { fileAmendment, improveAmendment, prefixOf } from './queries/fileAmendment.ts'
import { readAmendment } from './queries/readAmendment.ts'
import { supportAmendment } from './queries/supports.ts'
import { readProposal } from './rules/readProposal.ts'
import { settle } from './rules/settle.ts'
import type { Here } from './schema.ts'

/** Invented amendments: some under examination (two of them on the same words), one accepted, one merged, one refused, one withdrawn. */
export const inventAmendments = async (world: Here) => {
  for (const [number, amendments] of Object.entries(inventedAmendments)) {
    const measure = await world.db
      .selectFrom('measures.measure')
      .select('id')
      .where('body_id', '=', world.body.id)
      .where('number', '=', number)
      .orderBy('id')
      .executeTakeFirst()
    if (!measure) continue
    for (const amendment of amendments) await invent(world, measure.id, amendment)
  }
}

const invent = async (
  world: Here,
  measure: string,
  { by, daysAgo, gesture, paragraph, edit, reason, better, supporters, fate }: Invented,
) => {
  const read = await readVersion(world.db, world.body.id, measure)
  const chosen = read?.paragraphs[paragraph]
  if (!read || !chosen) return
  const then = when(world, daysAgo, by)
  const proposal = { gesture, paragraphs: [chosen.id], text: edit(chosen.text) }
  const wording = { ...proposal, baseVersion: read.number, base: read.paragraphs, reason }
  const operationsFor = (text: string, prefix: string) => {
    const proposed = readProposal(read.paragraphs, { ...proposal, text }, prefix)
    return proposed.ok ? proposed.operations : []
  }
  if (operationsFor(proposal.text, 'new').length === 0) return
  const id = await fileAmendment(then, measure, { personId: member(by).id, college: then.actor.college ?? 'users' }, wording, prefix =>
    operationsFor(proposal.text, prefix),
  )
  await registerContent(then, {
    subject: `amendment:${id}`,
    authorId: member(by).id,
    text: `${proposal.text}\n\n${reason}`,
    url: `/mesures/${measure}/amendements/${id}`,
  })
  await interested(then, `amendment:${id}`, member(by).id, 'author')
  if (better) {
    const text = better.edit(chosen.text)
    await improveAmendment(when(world, better.daysAgo, by), measure, id, 2, {
      ...wording,
      text,
      reason: better.reason,
      operations: operationsFor(text, prefixOf(id)),
    })
  }
  for (const [rank, name] of supporters.entries())
    await supportAmendment(when(world, Math.max(1, daysAgo - 1 - rank), name), measure, id, member(name).id)
  if (fate) await decide(when(world, fate.daysAgo, fate.by), measure, id, fate)
}

const decide = async (then: Here, measure: string, id: string, { is, reason }: NonNullable<Invented['fate']>) => {
  const amendment = await readAmendment(then.db, then.body.id, measure, id, null)
  const current = await readVersion(then.db, then.body.id, measure)
  if (!amendment || !current) return
  if (is !== 'taken-up') return closeAmendment(then, measure, amendment, is, reason)
  const settled = settle(current.paragraphs, [{ amendment: id, base: amendment.base, operations: amendment.operations }])
  if (settled.ok) await takeUp(then, measure, current, [amendment], settled.settlement, reason)
}

/** The same world some days ago, in the hands of someone of the cast. */
const when = (world: Here, daysAgo: number, name: CastName): Here => {
  const { id, name: fullName, role, verified } = member(name)
  const today = addDays(world.today, -daysAgo)
  const now = `${today}T${String(8 + ((daysAgo * 5) % 11)).padStart(2, '0')}:${String((daysAgo * 17) % 60).padStart(2, '0')}:00.000Z`
  return {
    ...world,
    today,
    now,
    actor: actorFrom({ personId: id, name: fullName, roles: [...(role ? [role] : []), ...(verified ? ['verified'] : [])], services: [] }),
  }
}
