import type { Session } from '#engines/meetings'
import type { DeliberationLine } from './queries/deliberations.ts'
import type { ListLine } from './rules/examined.ts'

/** What a session examined, item by item, vote by vote; with the number of each deliberation that has one. */
export const examinedIn = (session: Session, deliberations: readonly DeliberationLine[]): readonly ListLine[] =>
  session.items
    .filter(item => item.position !== null)
    .flatMap((item): readonly ListLine[] => {
      const position = item.position ?? 0
      const votes = session.votes.filter(vote => vote.itemId === item.id && vote.result !== null)
      if (votes.length === 0) {
        const noted = deliberations.find(one => one.itemId === item.id && one.voteId === null)
        return [{ position, title: item.title, label: noted?.label ?? '', outcome: 'noted', for: null, against: null, abstention: null }]
      }
      return votes.map(vote => {
        const all = vote.result?.lines[0]
        const decided = vote.result?.outcome !== 'postponed'
        return {
          position,
          title: votes.length === 1 ? item.title : vote.question,
          label: deliberations.find(one => one.voteId === vote.id)?.label ?? '',
          outcome: vote.result?.outcome ?? 'postponed',
          for: decided ? (all?.for ?? null) : null,
          against: decided ? (all?.against ?? null) : null,
          abstention: decided ? (all?.abstention ?? 0) + (all?.blank ?? 0) : null,
        }
      })
    })
