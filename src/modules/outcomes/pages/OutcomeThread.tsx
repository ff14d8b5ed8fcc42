import { formatDate, type Locale } from '#kernel/i18n'
import type { OutcomeStep } from '#kernel/service'
import { type KnotKind, Tag, Thread, type ThreadEntry } from '#kernel/ui'
import type { NamedOutcome } from '../gather.ts'
import type { T } from '../locales/index.ts'
import { awaitedStep, type Standing, standingOf } from '../rules/standing.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly thread: NamedOutcome
  /** Already named by the page: the service, the measure. */
  readonly isKnown: { readonly service: boolean; readonly measure: boolean }
}

const tones = { late: 'brick', waiting: 'ochre', decided: 'river', done: 'leaf', measured: 'leaf', refused: 'brick' } as const
const knots: Readonly<Record<'said' | 'decided' | 'done' | 'measured', KnotKind>> = {
  said: 'contribution',
  decided: 'decision',
  done: 'act',
  measured: 'effect',
}

/** One thread: what was said, decided, done, measured; what is awaited says so. */
export const OutcomeThread = ({ t, locale, today, thread, isKnown }: Props) => (
  <article class="section" id={anchorOf(thread.id)}>
    <h2>{thread.title}</h2>
    <p>
      <StandingTag t={t} standing={standingOf(thread, today)} />{' '}
      {!isKnown.service && thread.serviceName && <a href={`/services/${thread.service}`}>{thread.serviceName}</a>}
      {!isKnown.service && thread.serviceName && !isKnown.measure && thread.measureTitle && ' · '}
      {!isKnown.measure && thread.measureTitle && thread.measureTitle !== thread.title && (
        <a href={`/mesures/${thread.measure}`}>{thread.measureTitle}</a>
      )}
    </p>
    <Thread label={t('thread.label', { title: thread.title })} entries={entriesOf(t, locale, today, thread)} />
  </article>
)

export const anchorOf = (id: string) => `fil-${id.replace(/[^\w-]+/g, '-')}`

const StandingTag = ({ t, standing }: { t: T; standing: Standing }) => <Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag>

const entriesOf = (t: T, locale: Locale, today: string, thread: NamedOutcome): readonly ThreadEntry[] => {
  const reached = (['said', 'decided', 'done', 'measured'] as const).flatMap(name => {
    const step = thread[name]
    return step === null ? [] : [entryOf(t, name, step)]
  })
  const awaited = awaitedStep(thread)
  return awaited === null ? reached : [...reached, { kind: knots[awaited], at: '', title: awaitedWords(t, locale, today, awaited, thread) }]
}

const entryOf = (t: T, name: keyof typeof knots, step: OutcomeStep): ThreadEntry => ({
  kind: knots[name],
  at: step.on,
  title: t(`thread.${name}`),
  href: step.url ?? undefined,
  text: step.text,
})

const awaitedWords = (t: T, locale: Locale, today: string, awaited: 'decided' | 'done' | 'measured', { dueOn }: NamedOutcome) =>
  dueOn ? t(`awaited.${awaited}${dueOn < today ? 'Late' : 'By'}`, { date: formatDate(dueOn, locale) }) : t(`awaited.${awaited}`)
