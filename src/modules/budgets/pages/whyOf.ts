import { formatNumber } from '#kernel/i18n'
import type { CountContent, CountedProject } from '../count/content.ts'
import { euros } from '../rules/euros.ts'
import type { Said } from './parts.tsx'

/** Why a project won or not in the equal shares, and how close it was. */
export const whyOf = ({ t, locale }: Said, { shares }: Pick<CountContent, 'shares'>, project: CountedProject): string => {
  const cost = euros(project.cost, locale)
  const bought = shares.bought.find(({ id }) => id === project.id)
  if (bought) {
    const rank = shares.bought.indexOf(bought) + 1
    return t('why.bought', {
      rank,
      voters: bought.voters,
      votes: project.votes,
      cost,
      each: euros(cents(bought.each), locale),
      emptied: bought.emptied,
    })
  }
  if (project.votes === 0) return t('why.nobody')
  const left = project.left ?? 0
  return t('why.missed', {
    voters: project.votes,
    left: euros(Math.floor(left), locale),
    cost,
    missing: euros(Math.ceil(project.cost - left), locale),
  })
}

/** Why a project won or not by number of votes. */
export const whyGreedy = ({ t, locale }: Said, content: CountContent, project: CountedProject): string => {
  const isIn = content.greedy.selected.includes(project.id)
  const ahead = content.projects.filter(({ votes, id }) => votes > project.votes && content.greedy.selected.includes(id))
  const spent = ahead.reduce((sum, { cost }) => sum + cost, 0)
  return isIn
    ? t('why.greedyIn', { votes: formatNumber(project.votes, locale) })
    : t('why.greedyOut', {
        votes: formatNumber(project.votes, locale),
        left: euros(Math.max(0, content.envelope - spent), locale),
        cost: euros(project.cost, locale),
      })
}

const cents = (amount: number) => Math.round(amount * 100) / 100
