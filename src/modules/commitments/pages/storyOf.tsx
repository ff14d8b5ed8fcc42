import { formatDate, formatMoney } from '#kernel/i18n'
import { By, type ThreadEntry } from '#kernel/ui'
import type { Step } from '../commitment.ts'
import { sayClause, sayFigure } from '../saying.ts'
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
  return [...entries, ...alongTheWay({ t, locale, commitment, names })].toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
}

/** Steps, money, and what brought the decision back. */
const alongTheWay = ({ t, locale, commitment, names }: Story): readonly ThreadEntry[] => {
  const by = (id: string | null) => (id ? <By name={names.get(id) ?? null} /> : undefined)
  return [
    ...commitment.milestones.flatMap(({ title, steps }) =>
      steps.map((step): ThreadEntry => ({
        kind: step.kind === 'done' ? 'act' : step.kind === 'late' ? 'effect' : 'decision',
        at: step.at,
        title: t(`story.milestone.${step.kind}`, { title }),
        text:
          step.kind === 'delay'
            ? `${t('step.delayText', { before: formatDate(step.dueBefore ?? '', locale), after: formatDate(step.dueOn ?? '', locale) })} ${step.note}`
            : step.note,
        by: by(step.by),
      })),
    ),
    ...commitment.money.map((line): ThreadEntry => ({
      kind: line.kind === 'voted' ? 'decision' : 'act',
      at: line.at,
      title: t(`story.money.${line.kind}`, { amount: formatMoney(line.cents, locale) }),
      text: line.label,
      by: by(line.by),
      ...(line.url ? { href: line.url } : {}),
    })),
    ...commitment.clauses.flatMap(clause =>
      clause.called
        ? [
            {
              kind: 'decision' as const,
              at: clause.called.at,
              title: t('story.returned'),
              text: clause.called.note || sayClause(t, clause, locale),
              by: by(clause.called.by),
            },
          ]
        : [],
    ),
  ]
}
