import { formatDate } from '#kernel/i18n'
import { By, type ThreadEntry } from '#kernel/ui'
import type { Step } from '../commitment.ts'
import { sayFigure } from '../saying.ts'
import type { CommitmentProps } from './props.ts'

type Story = Pick<CommitmentProps, 't' | 'locale' | 'commitment' | 'names'>

/** What happened to a commitment, the latest first. */
export const storyOf = ({ t, locale, commitment, names }: Story): readonly ThreadEntry[] => {
  const by = (id: string | null) => (id ? <By name={names.get(id) ?? null} /> : undefined)
  const figure = (value: number) => sayFigure(value, commitment.unit, locale)
  const told = ({ kind, note, dueBefore, dueOn, by: author, measured }: Step) => {
    if (kind === 'delay')
      return `${t('step.delayText', { before: formatDate(dueBefore ?? '', locale), after: formatDate(dueOn ?? '', locale) })} ${note}`
    if (author !== null || kind === 'progress' || kind === 'withdrawn' || note !== '') return note
    if (kind === 'endangered')
      return measured === null ? t('step.endangeredNothing') : t('step.endangeredText', { measured: figure(measured) })
    return measured === null ? t('step.judgedNothing') : t('step.judged', { measured: figure(measured) })
  }
  const entries: readonly ThreadEntry[] = [
    { kind: 'decision', at: commitment.madeAt, title: t('page.madeStep'), by: by(commitment.madeBy) },
    ...commitment.readings.map((reading): ThreadEntry => ({
      kind: 'effect',
      at: reading.at,
      title: t('step.reading', { value: figure(reading.value) }),
      text: reading.url ? reading.source : `${reading.source} (${formatDate(reading.on, locale)})`,
      by: by(reading.by),
      ...(reading.url ? { href: reading.url } : {}),
    })),
    ...commitment.steps.map((step): ThreadEntry => ({
      kind: step.kind === 'endangered' ? 'effect' : step.kind === 'progress' ? 'act' : 'decision',
      at: step.at,
      title: t(`step.${step.kind}`),
      text: told(step),
      by: by(step.by),
    })),
  ]
  return entries.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
}
