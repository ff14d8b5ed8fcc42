import type { Charter } from '#engines/meetings'
import type { FormValues } from '#kernel/forms'
import type { RulesForm } from './forms.ts'
import { readShare, shareText } from './rules/shareText.ts'

const ticked = (is: boolean) => (is ? 'oui' : '')

/** Rules as the fields of a form. */
export const typedFrom = (charter: Charter): FormValues => ({
  delayKind: charter.convening.delay.kind,
  delayN: String(charter.convening.delay.n),
  carriedOver: ticked(charter.convening.delay.carriedOver),
  urgentN: charter.convening.urgent ? String(charter.convening.urgent.n) : '',
  'quorum-all': shareText(charter.quorum.overall),
  'quorum-users': shareText(charter.quorum.colleges.users),
  'quorum-agents': shareText(charter.quorum.colleges.agents),
  'quorum-elected': shareText(charter.quorum.colleges.elected),
  proxiesCount: ticked(charter.quorum.proxiesCount),
  secondKind: charter.quorum.second?.kind ?? charter.convening.delay.kind,
  secondN: charter.quorum.second ? String(charter.quorum.second.n) : '',
  perHolder: String(charter.proxies.perHolder),
  sameCollege: ticked(charter.proxies.sameCollege),
  manner: charter.vote.manner,
  majority: charter.vote.majority.kind,
  base: charter.vote.majority.base,
  scope: charter.vote.majority.scope,
  castingVote: ticked(charter.vote.majority.castingVote),
  chairUntilDays: String(charter.agenda.chairUntilDays),
  members: shareText(charter.agenda.members),
  membersUntilDays: String(charter.agenda.membersUntilDays),
  minorityDays: String(charter.minority.days),
})

/** The same, read back. An urgent notice counts its days as the usual one does. */
export const charterTyped = (form: RulesForm): Charter => {
  const delay = (kind: RulesForm['delayKind'], n: number | undefined) => (n === undefined ? null : { kind, n, carriedOver: false })
  const college = (name: 'users' | 'agents' | 'elected') => {
    const share = readShare(form[`quorum-${name}`])
    return share ? { [name]: share } : {}
  }
  return {
    convening: {
      delay: { kind: form.delayKind, n: form.delayN, carriedOver: form.carriedOver },
      urgent: delay(form.delayKind, form.urgentN),
    },
    quorum: {
      overall: readShare(form['quorum-all']) ?? null,
      colleges: { ...college('users'), ...college('agents'), ...college('elected') },
      proxiesCount: form.proxiesCount,
      second: delay(form.secondKind, form.secondN),
    },
    proxies: { perHolder: form.perHolder, sameCollege: form.sameCollege },
    vote: {
      manner: form.manner,
      majority: { kind: form.majority, base: form.base, scope: form.scope, castingVote: form.castingVote },
    },
    agenda: { chairUntilDays: form.chairUntilDays, members: readShare(form.members) ?? null, membersUntilDays: form.membersUntilDays },
    minority: { days: form.minorityDays },
  }
}
