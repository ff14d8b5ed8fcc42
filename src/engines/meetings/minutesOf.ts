import { formatDateTime, formatTime, type Locale } from '#kernel/i18n'
import { words } from './locales/index.ts'
import type { Session } from './queries/session.ts'
import { draftMinutes, type MinutesWords, plain, type SessionFacts } from './rules/draftMinutes.ts'

/** Minutes of a session as its facts tell them; in French, the language of public acts, unless said otherwise. */
export const minutesOf = (session: Session, now: string, locale: Locale = 'fr'): string =>
  draftMinutes(factsOf(session, now, locale), wordsOf(locale))

const factsOf = (session: Session, now: string, locale: Locale): SessionFacts => {
  const { meeting, states } = session
  const named = (person: string) => plain(session.names.get(person) || words(locale)('someone'))
  const at = (state: string) => states.find(one => one.state === state)
  const began = at('opened') ?? at('adjourned')
  const seats = session.seats
  const attended = session.attendance.flatMap(one => {
    const seat = seats.find(held => held.member === one.person)
    return seat ? [{ name: named(one.person), college: seat.college, arrivedAt: one.arrivedAt, leftAt: one.leftAt }] : []
  })
  const chair = seats.find(seat => seat.role === 'chair')?.member
  return {
    title: plain(meeting.title),
    assembly: plain(session.assembly.name),
    place: plain(meeting.place),
    openedAt: at('opened')?.at ?? null,
    closedAt: (at('closed') ?? at('adjourned'))?.at ?? now,
    adjourned: at('adjourned') !== undefined,
    chair: chair && session.attendance.some(one => one.person === chair) ? named(chair) : null,
    quorum: began?.quorum ?? null,
    urgency: session.urgency && { ...session.urgency, reason: plain(session.convening?.urgentReason ?? '') },
    attended,
    absent: seats
      .filter(seat => !session.attendance.some(one => one.person === seat.member))
      .map(seat => {
        const proxy = session.proxies.find(one => one.giver === seat.member)
        const excused = session.registrations.some(one => one.person === seat.member && one.answer === 'excused')
        return { name: named(seat.member), excused, proxyTo: proxy ? named(proxy.holder) : null }
      }),
    items: session.items
      .filter(item => item.position !== null)
      .map(item => ({
        title: item.title,
        note: '',
        discussion: item.discussion,
        votes: session.votes.flatMap(vote =>
          vote.itemId === item.id && vote.result
            ? [
                {
                  question: plain(vote.question),
                  result: vote.result,
                  secret: vote.manner === 'secret',
                  presidedBy: vote.presidedBy && named(vote.presidedBy),
                  asked: (['secret', 'named'] as const)
                    .map(manner => ({ manner, n: item.mannersAsked.filter(one => one.manner === manner).length }))
                    .filter(one => one.n > 0),
                  inFavour:
                    vote.manner === 'named'
                      ? vote.ballots
                          .filter(one => one.choice === 'for')
                          .map(one => named(one.member))
                          .toSorted((a, b) => a.localeCompare(b, 'fr'))
                      : [],
                  withdrawn: vote.withdrawn.map(one => ({ name: named(one.member), reason: plain(one.reason) })),
                  against: vote.ballots.filter(one => one.choice === 'against').map(one => named(one.member)),
                  abstained: vote.ballots.filter(one => one.choice === 'abstention').map(one => named(one.member)),
                },
              ]
            : [],
        ),
      })),
  }
}

const wordsOf = (locale: Locale): MinutesWords => {
  const t = words(locale)
  const orNone = (text: string | null) => text || 'none'
  return {
    heading: facts => t('draft.heading', { assembly: facts.assembly, title: facts.title }),
    opening: facts =>
      facts.openedAt
        ? t('draft.opened', { at: formatDateTime(facts.openedAt, locale), place: orNone(facts.place), chair: orNone(facts.chair) })
        : t('draft.adjourned', { at: formatDateTime(facts.closedAt, locale) }),
    quorum: quorum => {
      const all = quorum.lines[0]
      return t('draft.quorum', {
        present: all?.present,
        sitting: all?.sitting,
        needed: String(all?.needed ?? 'none'),
        said: t(`quorum.${quorum.because}`),
      })
    },
    urgency: urgency => t('draft.urgency', { ...urgency, accepted: urgency.accepted ? 'yes' : 'no' }),
    asked: one => t('draft.asked', one),
    presided: name => t('draft.presided', { name }),
    present: () => t('draft.present'),
    attended: one =>
      t('draft.attended', {
        name: one.name,
        college: t(`college.${one.college}`).toLowerCase(),
        from: formatTime(one.arrivedAt, locale),
        to: one.leftAt ? formatTime(one.leftAt, locale) : '…',
      }),
    absent: () => t('draft.absent'),
    missing: one =>
      one.proxyTo
        ? t('draft.proxy', { name: one.name, holder: one.proxyTo })
        : t(one.excused ? 'draft.excused' : 'draft.missing', { name: one.name }),
    question: vote => t('draft.question', { question: vote.question }),
    withdrew: one => t('draft.withdrew', { name: one.name, reason: orNone(one.reason) }),
    result: ({ result, against, abstained, inFavour }) => {
      const all = result.lines[0]
      return t('draft.result', {
        outcome: t(`outcome.${result.outcome}`),
        yes: all?.for,
        favour: orNone((inFavour ?? []).join(', ')),
        no: all?.against,
        abstention: all?.abstention,
        blank: all?.blank,
        against: orNone(against.join(', ')),
        abstained: orNone(abstained.join(', ')),
        settled: t(`settled.${result.settledBy}`),
      })
    },
    nothingNoted: () => t('draft.nothing'),
    closing: facts => (facts.openedAt ? t('draft.closed', { at: formatTime(facts.closedAt, locale) }) : ''),
  }
}
