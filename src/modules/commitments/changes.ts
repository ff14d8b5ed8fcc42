import type { AnyWorld, PublicChange } from '#kernel/world'
import type { Commitment, Step } from './commitment.ts'
import { words } from './locales/index.ts'
import { latestCommitments } from './queries.ts'
import { sayFigure, sayPromise } from './saying.ts'

/** Promises made, put off, kept, missed, withdrawn lately. */
export const changes = async (world: AnyWorld, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const ofStep = (commitment: Commitment, step: Step, at: number): PublicChange[] => {
    if (step.kind === 'progress' || step.kind === 'endangered') return []
    const measured = step.measured === null ? t('page.nothing') : sayFigure(step.measured, commitment.unit, world.locale)
    const target = sayFigure(commitment.target, commitment.unit, world.locale)
    return [
      {
        id: `commitment:${commitment.id}.${at + 1}`,
        title: t(`change.${step.kind}`, { title: commitment.title }),
        url: `/engagements/${commitment.id}`,
        at: step.at,
        text: step.note || t('change.measured', { target, measured }),
      },
    ]
  }
  const found = await latestCommitments(world, {}, limit)
  return found
    .flatMap(commitment => [
      {
        id: `commitment:${commitment.id}`,
        title: t('change.made', { title: commitment.title }),
        url: `/engagements/${commitment.id}`,
        at: commitment.madeAt,
        text: sayPromise(t, commitment, world.locale),
      },
      ...commitment.steps.flatMap((step, at) => ofStep(commitment, step, at)),
    ])
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1))
    .slice(0, limit)
}
