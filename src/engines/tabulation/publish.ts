import { compile } from './compile.ts'
import { differences, publishedBefore } from './disclosure/earlier.ts'
import { figuresOf, smallAnswers } from './disclosure/figuresOf.ts'
import type { Known, Target } from './disclosure/attack.ts'
import type { Counted } from './disclosure/model.ts'
import { protect } from './disclosure/protect.ts'
import { grouping, questionsOf, regrouped, unpublished } from './disclosure/smallGroups.ts'
import { loadSolver } from './disclosure/solver.ts'
import { counter, keyOf, type TableOfFigures, wantedTables } from './figures.ts'
import { fill, toPercent } from './fill.ts'
import { mayPublishAgain } from './rules/mayPublishAgain.ts'
import { designEffectOfRows, presentRows } from './tabulate.ts'
import type { Audit, Earlier, Microdata, Plan, Publication, Withheld } from './types.ts'

/** See `publish`; `protection` is weakened only by tests, to see that their attacker can win. */
export const publishWith = async (
  microdata: Microdata,
  plan: Plan,
  earlier: readonly Earlier[],
  protection: 'small' | 'full',
): Promise<{ readonly publication: Publication; readonly audit: Audit }> => {
  const started = performance.now()
  const open = await loadSolver()
  const compiled = compile(microdata)
  const present = presentRows(microdata)
  const count = counter(compiled, microdata.weights, present)
  const { threshold } = plan
  const weighted = microdata.weights !== undefined
  const now: Counted = { rows: present ?? Array<boolean>(compiled.size).fill(true), weights: microdata.weights ?? null, count }

  const wanted = wantedTables(compiled, plan)
  const withheld = new Map<string, Withheld>()
  const groupings = new Map(questionsOf(wanted, compiled).map(question => [question.column.id, grouping(question, count, threshold)]))
  const tables: TableOfFigures[] = []
  for (const table of wanted) {
    const verdict = regrouped(table, groupings)
    if (verdict.ok) tables.push(verdict.table)
    else withheld.set(table.id, verdict.because)
  }

  const figures = figuresOf(tables, compiled, count, threshold)
  const hidden = new Set(figures.filter(({ shown, sensitive }) => shown && sensitive).map(({ id }) => id))
  const unweighted = new Set<string>()
  const knowns = (): readonly Known[] =>
    figures
      .filter(({ id, shown }) => shown && !hidden.has(id))
      .map(({ id, table, on, base }) => {
        const mass = weighted && base && !unweighted.has(id) ? count(base).mass : 0
        return { id, table, on, base, counted: now, weighted: mass > 0 ? toPercent(count(on).mass / mass) : null, hideable: true }
      })
  const silent = figuresOf(unpublished(wanted, tables, groupings, compiled), compiled, count, threshold)
  const worthProtecting = [...[...figures, ...silent].filter(({ sensitive }) => sensitive), ...smallAnswers(compiled, count, threshold)]
  const targets: readonly Target[] = worthProtecting.map(({ id, on }) => ({ id, on, counted: now }))
  const still = new Set(microdata.weightedBy ?? [])
  const exposed = protection === 'full' ? targets : []
  const alone = await protect({ knowns: knowns(), targets: exposed, counted: [now], still, threshold, by: 'figure' }, compiled, open)
  alone.hidden.forEach(id => hidden.add(id))
  alone.unweighted.forEach(id => unweighted.add(id))
  const unproven = new Set(alone.unproven.map(({ id }) => id))
  const unsafe = new Set(figures.filter(({ id }) => unproven.has(id)).map(({ table }) => table))
  let programs = alone.programs

  const draw = (): Publication => ({
    respondents: count([]).count,
    threshold,
    weighted,
    designEffect: designEffectOfRows(microdata),
    tables: tables
      .filter(({ id }) => !withheld.has(id))
      .map(table =>
        fill(
          table,
          on => {
            const id = keyOf(table.id, on)
            return hidden.has(id) ? null : { count: count(on).count, mass: unweighted.has(id) ? null : count(on).mass }
          },
          compiled,
          { plan, designEffect: designEffectOfRows(microdata), weighted },
        ),
      ),
    withheld: wanted.flatMap(({ id, question, by }) => {
      const because = withheld.get(id)
      return because ? [{ id, question, by, because }] : []
    }),
  })
  const hold = (ids: Iterable<string>, because: Withheld) => {
    for (const id of ids) {
      withheld.set(id, because)
      for (const figure of figures) if (figure.table === id) hidden.add(figure.id)
    }
  }
  const nothingLeft = () =>
    tables.filter(
      ({ id }) => !withheld.has(id) && figures.every(({ table, shown, id: name }) => table !== id || !shown || hidden.has(name)),
    )
  hold([...unsafe, ...nothingLeft().map(({ id }) => id)], 'unsafe')

  if (earlier.length > 0 && protection === 'full') {
    for (const { publication } of earlier) hold(mayPublishAgain(publication, draw()).held, 'held')
    const past = earlier.map(each => publishedBefore(each, compiled))
    const since = past.flatMap(({ counted, targets: then }, at) =>
      [...then, ...differences(counted, now, tables, compiled, threshold)].map(target => ({ ...target, id: `${target.id} since ${at}` })),
    )
    const together = await protect(
      {
        knowns: [...knowns(), ...past.flatMap(before => before.knowns)],
        targets: [...targets, ...since],
        counted: [now, ...past.map(({ counted }) => counted)],
        still,
        threshold,
        by: 'table',
      },
      compiled,
      open,
    )
    programs += together.programs
    const caught = [
      ...figures.filter(({ id }) => together.hidden.has(id) || together.unweighted.has(id)).map(({ table }) => table),
      ...tables.map(({ id }) => id).filter(id => together.unproven.some(target => target.id.startsWith(`${id} `))),
    ]
    hold(new Set(caught), 'held')
  }

  return {
    publication: draw(),
    audit: {
      sensitive: targets.length,
      hidden: figures.filter(({ id, shown }) => shown && hidden.has(id)).length,
      unproven: unproven.size,
      linearPrograms: programs,
      milliseconds: performance.now() - started,
    },
  }
}

/**
 * The tables of the plan as they may be published: small answers put together, figures hidden so that no subtraction brings any
 * of them back, within a table, between tables, or with what was published `earlier` (the oldest first). Tables that only time
 * can make safe are held: show them as they were published. It computes for seconds on a large survey: call it from a job.
 */
export const publish = (
  microdata: Microdata,
  plan: Plan,
  earlier: readonly Earlier[] = [],
): Promise<{ readonly publication: Publication; readonly audit: Audit }> => publishWith(microdata, plan, earlier, 'full')
