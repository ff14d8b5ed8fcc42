import { formatDate, formatNumber } from '#kernel/i18n'
import type { LegalFile, PaperName, Plan } from './legalFile.ts'
import { stepsOf } from './legalFile.ts'
import { blank, type PaperLine } from './papers/paper.ts'
import { consultationPapers } from './papers/consultation.ts'
import { participationPapers } from './papers/participation.ts'
import { referendumPapers } from './papers/referendum.ts'

/** The draft of a paper, with what is known filled in; null when this file has no such paper. */
export const paperOf = (
  name: PaperName,
  {
    commune,
    file,
    plan,
    electors,
  }: { readonly commune: string; readonly file: LegalFile; readonly plan: Plan; readonly electors: number | null },
): readonly PaperLine[] | null => {
  const write = { consultation: consultationPapers, referendum: referendumPapers, participation: participationPapers }[file.kind][name]
  if (!write) return null
  const steps = stepsOf(plan)
  const day = (key: string) => {
    const step = steps.find(one => one.key === key)
    return step ? formatDate(step.on, 'fr') : blank('date')
  }
  return write({
    commune,
    file,
    day: key => (key === 'council' && plan.of === 'vote' ? formatDate(file.councilOn, 'fr') : day(key)),
    electors: electors === null ? blank('nombre d’électeurs') : formatNumber(electors, 'fr'),
    threshold: electors === null ? blank('moitié des électeurs') : formatNumber(Math.ceil(electors / 2), 'fr'),
  })
}
