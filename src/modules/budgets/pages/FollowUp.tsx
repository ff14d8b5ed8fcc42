import { Actions, Button, Notice, Related, Section, Verdict } from '#kernel/ui'
import type { IdeaProps } from './ideaProps.ts'
import { whyOf } from './whyOf.ts'
import { winnersOf } from '../count/content.ts'
import { budgetPath, ideaPath } from '../rules/sitePath.ts'

/** Once counted: won or not and why; then the measure it became and what is promised about it. */
export const FollowUp = (props: IdeaProps) => {
  const { t, budget, count } = props
  if (!count) return null
  const hasWon = winnersOf(count.content).includes(count.project.id)
  return (
    <>
      <Verdict is={hasWon ? 'allowed' : 'refused'} title={t(hasWon ? 'won.title' : 'lost.title')}>
        <p>{whyOf(props, count.content, count.project)}</p>
        <p>
          <a href={`${budgetPath(budget.id)}/resultats#projet-${count.project.idea}`}>{t('won.count')}</a>
        </p>
      </Verdict>
      {hasWon && <Measure {...props} />}
    </>
  )
}

const Measure = ({ t, idea, budget, followUp, may }: IdeaProps) => {
  const { measure, commitments } = followUp
  if (!measure)
    return may.makeMeasure ? (
      <Notice kind="warning" title={t('measure.missing')}>
        <form method="post" action={`${ideaPath(idea.id)}/mesure`}>
          <Button>{t('measure.make')}</Button>
        </form>
      </Notice>
    ) : null
  const commit = new URLSearchParams({
    decision: `budget:${budget.id}`,
    titre: t('measure.commitTitle', { title: idea.title, budget: budget.title }).slice(0, 300).toWellFormed(),
    retour: ideaPath(idea.id),
    mesure: measure.id,
  })
  return (
    <Section title={t('measure.title')} id="suite">
      <Related
        groups={[
          {
            label: t('measure.measure'),
            links: [{ title: measure.title, url: `/mesures/${measure.id}`, note: t(`stage.${measure.stage}`) }],
          },
          ...(commitments.length > 0 ? [{ label: t('measure.commitments'), links: commitments }] : []),
        ]}
      />
      {commitments.length === 0 && <p class="soft">{t('measure.noCommitment')}</p>}
      {may.commit ? (
        <Actions>
          <Button kind="secondary" href={`/engagements/nouveau?${commit}`}>
            {t('measure.commit')}
          </Button>
        </Actions>
      ) : null}
    </Section>
  )
}
