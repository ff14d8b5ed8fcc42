import type { Session } from '#engines/meetings'
import { dayInParis } from '#kernel/clock'
import type { Source } from './acts/deliberations.ts'
import { draftDeliberation as draftText } from './rules/draftDeliberation.ts'
import { countOf, outcomeOf } from './rules/outcomes.ts'

/** What a deliberation is written from, and the text proposed to the clerk; null when that item or vote decided nothing. */
export const sourceOf = (
  session: Session,
  asked: { readonly vote?: string | undefined; readonly point?: string | undefined },
): { readonly source: Source; readonly title: string; readonly text: string; readonly link: string } | null => {
  const vote = session.votes.find(one => one.id === asked.vote)
  if (asked.vote !== undefined && !vote) return null
  const item = session.items.find(one => one.id === (vote?.itemId ?? asked.point) && one.position !== null)
  if (!item) return null
  const outcome = vote ? outcomeOf(vote.result) : 'noted'
  if (outcome === null) return null
  const count = vote?.result ? countOf(vote.result) : null
  const named = (people: readonly string[]) =>
    people
      .map(one => session.names.get(one) ?? '')
      .filter(Boolean)
      .toSorted((a, b) => a.localeCompare(b, 'fr'))
  const said = (choice: string) => named((vote?.ballots ?? []).filter(one => one.choice === choice).map(one => one.member))
  const alone = session.votes.filter(one => one.itemId === item.id).length <= 1
  return {
    source: {
      meetingId: session.meeting.id,
      itemId: item.id,
      voteId: vote?.id ?? null,
      heldOn: dayInParis(session.meeting.startsAt),
      outcome,
      count,
    },
    title: vote && !alone ? vote.question.slice(0, 300) : item.title,
    link: item.link,
    text: draftText({
      note: item.note,
      question: vote?.question ?? item.title,
      outcome,
      secret: vote?.manner === 'secret',
      count,
      withdrawn: named((vote?.withdrawn ?? []).map(one => one.member)),
      inFavour: vote?.manner === 'named' ? said('for') : [],
      against: said('against'),
      abstained: said('abstention'),
      castingVote: vote?.result?.settledBy === 'casting-vote',
    }),
  }
}
