import { refuseField } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import { anyone, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { mayRun } from '../acts/stewards.ts'
import { NewVersion } from '../forms.ts'
import { words } from '../locales/index.ts'
import { PolicyPage, type PolicyProps } from '../pages/PolicyPage.tsx'
import { changePolicy, policyById, policyVersions } from '../queries/policies.ts'
import { resourcesOf } from '../queries/resources.ts'
import type { PriceRule, Rules, RulesGiven } from '../rules/policy.ts'
import type { Tables } from '../tables.ts'
import type { Here } from './here.ts'

const base = '/reservations/regles/:bookingPolicy'
type Policy = NonNullable<Awaited<ReturnType<typeof policyById>>>

/** Rules and prices, dated: anybody reads every version; those who run the service write the next. */
export const policyRoutes = router<Tables>()
  .get(base, anyone, async c => {
    const policy = await policyById(c.var, c.req.param('bookingPolicy') ?? '')
    return policy ? policyPage(c, policy) : notFound(c)
  })

  .post(base, resident, async c => {
    const policy = await policyById(c.var, c.req.param('bookingPolicy') ?? '')
    if (!policy) return notFound(c)
    if (!(await mayWrite(c, policy))) return forbidden(c)
    const form = await submitted(c, NewVersion)
    if (!form.ok) return policyPage(c, policy, { form }, 422)
    const t = words(c.var.locale)
    const refuse = (field: keyof NewVersion, text: string) => policyPage(c, policy, { form: refuseField(form, field, text) }, 422)
    const [latest] = await policyVersions(c.var, policy.id)
    const { since, source, price, amount, least, most } = form.value
    // The past is not rewritten, and a version already planned comes first.
    const first = latest && latest.since > c.var.today ? latest.since : c.var.today
    if (since < first) return refuse('since', t('policy.tooSoon', { day: formatDate(first, c.var.locale) }))
    if (most < least) return refuse('most', t('policy.leastMost'))
    if (price !== 'keep' && price !== 'free' && amount === undefined) return refuse('amount', t('policy.amountNeeded'))
    await changePolicy(c.var, policy.id, { rules: nextRules(latest?.rules, form.value), since, source })
    await record(c.var, 'policy.changed', {
      subject: `policy:${policy.id}`,
      content: { owner: policy.owner, name: policy.name, since, source },
    })
    return redirect(c, `/reservations/regles/${policy.id}`)
  })

/** The latest rules, changed by what was typed; what the form does not show (permits, documents, absences…) stays. */
const nextRules = (latest: Rules | undefined, typed: NewVersion): RulesGiven => {
  const { deposit, least, most, step, mostDays, weekMinutes, atOnce, cancelUntil, minimumAge, approval, waits, earlyPerson, earlyUsed } =
    typed
  return {
    ...latest,
    price: priceOf(latest?.price ?? { kind: 'free' }, typed),
    depositCents: deposit ?? 0,
    length: { least, most, step },
    advance: { ...latest?.advance, mostDays: mostDays ?? null },
    perWeek: { ...latest?.perWeek, minutes: weekMinutes ?? null },
    atOnce: atOnce ?? null,
    cancelUntil,
    minimumAge: minimumAge ?? null,
    approval: { withinDays: latest?.approval.withinDays ?? null, needed: approval },
    waiting: waits ? (latest?.waiting ?? { offerHours: 24 }) : null,
    earlyEnd: { byPerson: earlyPerson, counts: earlyUsed ? 'used' : 'booked' },
  }
}
const priceOf = (latest: PriceRule, { price, amount = 0 }: NewVersion): PriceRule => {
  if (price === 'keep') return latest
  return price === 'free' || amount === 0 ? { kind: 'free' } : { kind: 'flat', per: price, cents: amount, unit: '' }
}

const mayWrite = async (c: Here, policy: Policy) => policy.body === c.var.body.id && (await mayRun(c.var, policy.owner))

const policyPage = async (c: Here, policy: Policy, more: Partial<PolicyProps> = {}, status: 200 | 422 = 200) => {
  const things = (await resourcesOf(c.var, policy.owner)).filter(one => one.policy === policy.id)
  return page(
    c,
    <PolicyPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      today={c.var.today}
      policy={policy}
      things={things}
      versions={await policyVersions(c.var, policy.id, policy.body)}
      isPlaces={things.length === 0}
      runs={await mayWrite(c, policy)}
      {...more}
    />,
    status,
  )
}
