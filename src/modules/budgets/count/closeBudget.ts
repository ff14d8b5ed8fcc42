import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { forgetGroups, separateBallots } from '../queries/ballots.ts'
import { type Budget, holdBudget, readBudget } from '../queries/budgets.ts'
import { addCount } from '../queries/counts.ts'
import { tell } from '../queries/ideas.ts'
import { computeCount } from './computeCount.ts'
import { type CountContent, winnersOf } from './content.ts'
import { budgetPath, budgetSubject, ideaPath, ideaSubject } from '../rules/sitePath.ts'

/** Once the vote is over: ballots lose their name, they are counted, and everyone concerned is told. Twice changes nothing. */
export const closeBudget = async (world: AnyWorld, id: string): Promise<void> => {
  await holdBudget(world, id)
  const budget = await readBudget(world, id)
  if (!budget || budget.isCounted || (budget.phase !== 'counting' && budget.archive === null)) return
  await separateBallots(world, id)
  const content = await computeCount(world, budget)
  await keep(world, budget, content)
  if (budget.archive !== null || content.ties.length > 0) return
  await forgetGroups(world, id)
  await tellEveryone(world, content)
}

/** After the numbers of a public lot: counted again, ties settled by them. */
export const countAgain = async (world: AnyWorld, budget: Budget): Promise<void> => {
  const content = await computeCount(world, budget)
  await keep(world, budget, content)
  await forgetGroups(world, budget.id)
  await tellEveryone(world, content)
}

const keep = async (world: AnyWorld, { id, title }: Budget, content: CountContent) => {
  const number = await addCount(world, id, content)
  await record(world, 'budget.counted', {
    subject: budgetSubject(id),
    content: {
      budget: id,
      count: number,
      inputDigest: content.inputDigest,
      notify: {
        subject: budgetSubject(id),
        title,
        url: `${budgetPath(id)}/resultats`,
        what: { fr: 'Les résultats sont publiés.', en: 'The results are published.' },
      },
    },
  })
}

const tellEveryone = async (world: AnyWorld, content: CountContent) => {
  const winners = new Set(winnersOf(content))
  for (const { id, idea, title } of content.projects) {
    const outcome = winners.has(id) ? 'won' : 'lost'
    await record(world, `budget.idea-${outcome}`, {
      subject: ideaSubject(idea),
      content: { idea, notify: tell({ id: idea, title }, ideaPath(idea), outcome) },
    })
  }
}
