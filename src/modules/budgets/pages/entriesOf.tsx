import { By, Table, type ThreadEntry } from '#kernel/ui'
import type { Study } from '../queries/studies.ts'
import { money } from '../rules/euros.ts'
import type { IdeaProps } from './ideaProps.ts'

/** The life of an idea: said, changed, studied, answered; what is still awaited comes last. */
export const entriesOf = (props: IdeaProps): readonly ThreadEntry[] => {
  const { t, idea, versions, studies, budget } = props
  const said: ThreadEntry = {
    kind: 'contribution',
    at: idea.at,
    title: t('life.proposed'),
    by: <By name={idea.author} college={idea.college} />,
  }
  const changes = versions
    .filter(({ number }) => number > 1)
    .map((version): ThreadEntry => ({ kind: 'version', at: version.at, title: t('life.changed', { n: version.number }) }))
  const dated = [said, ...changes, ...studies.flatMap(study => studyEntries(props, study))]
  const isAwaited = idea.state === 'idea' && budget.phase !== 'follow-up'
  return [
    ...dated.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    ...(isAwaited ? [{ kind: 'decision' as const, at: '', title: t('life.awaitsStudy') }] : []),
  ]
}

const studyEntries = ({ t, locale }: IdeaProps, study: Study): readonly ThreadEntry[] => [
  {
    kind: 'decision',
    at: study.at,
    title: t(`state.${study.outcome}`),
    text: (
      <>
        <p>{study.reason}</p>
        {study.lines.length > 0 && (
          <Table
            caption={t('study.cost')}
            head={[t('study.line'), t('study.amount')]}
            numeric={[1]}
            rows={[
              ...study.lines.map(({ label, cents }) => [label, money(cents, locale)]),
              [<strong>{t('study.total')}</strong>, <strong>{money(study.costCents ?? 0, locale)}</strong>],
            ]}
          />
        )}
      </>
    ),
    by: <By name={study.by} role={study.saidAs} college="agents" />,
  },
  ...(study.appeal
    ? [
        {
          kind: 'contribution' as const,
          at: study.appeal.at,
          title: t('life.appeal'),
          text: study.appeal.text,
          by: <By name={study.appeal.by} college="users" />,
        },
      ]
    : []),
  ...(study.answer
    ? [
        {
          kind: 'decision' as const,
          at: study.answer.at,
          title: t(`answer.${study.answer.outcome}`),
          text: study.answer.reason,
          by: <By name={study.answer.by} college="agents" />,
        },
      ]
    : []),
]
