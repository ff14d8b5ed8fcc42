import { addDays } from '#kernel/rules'
import { formatDate } from '#kernel/i18n'
import { words } from '../locales/index.ts'
import { figureOn } from '../parameters.ts'
import { absencesOf, isTooMany } from '../rules/absences.ts'
import type { Here } from '../schema.ts'
import { attendanceOf, openSteps, successionsOf } from './steps.ts'
import { documentsOf, holdsOn, subscriptionsOf, tradersOf } from './traders.ts'

interface Task {
  readonly text: string
  readonly href: string
  readonly note: string
}
/** What waits for whoever runs the market, what is late first. */
export const tasksOf = async (world: Here): Promise<readonly Task[]> => {
  const t = words(world.locale)
  const { today, locale } = world
  const day = (text: string) => formatDate(text, locale)
  const traders = await tradersOf(world)
  const subscriptions = (await subscriptionsOf(world)).filter(one => holdsOn(one, today))
  const named = (subscription: string) => subscriptions.find(one => one.id === subscription)?.traderName ?? ''
  const steps = await openSteps(world)
  const most = { inARow: figureOn('absences-in-a-row', today), inTheYear: figureOn('absences-in-the-year', today) }
  const absent: Task[] = []
  for (const one of subscriptions) {
    if (steps.some(step => step.subscription === one.id)) continue
    const count = absencesOf(await attendanceOf(world, one), today.slice(0, 4))
    if (isTooMany(count, most))
      absent.push({
        text: t('task.absent', { name: one.traderName }),
        href: `/marche/abonnements/${one.id}`,
        note: t('absence.count', { row: count.inARow, year: count.inTheYear }),
      })
  }
  return [
    ...(await successionsOf(world))
      .filter(one => one.decision === null)
      .toSorted((a, b) => (a.answerBy < b.answerBy ? -1 : 1))
      .map(one => ({
        text: t('task.succession', { name: one.successorName }),
        href: `/marche/successions/${one.id}`,
        note: t(one.answerBy < today ? 'task.late' : 'task.by', { date: day(one.answerBy) }),
      })),
    ...steps
      .filter(one => one.appeal !== null && one.appeal.answer === null)
      .map(one => ({
        text: t('task.appeal', { name: named(one.subscription) }),
        href: `/marche/abonnements/${one.subscription}#suivi`,
        note: day(one.appeal?.at ?? addDays(today, 0)),
      })),
    ...steps
      .filter(one => one.kind === 'hearing' && one.heardOn === null && one.dueOn <= today)
      .map(one => ({
        text: t('task.hearing', { name: named(one.subscription) }),
        href: `/marche/abonnements/${one.subscription}#suivi`,
        note: day(one.dueOn),
      })),
    ...traders
      .filter(one => one.acceptedOn === null && one.refusedOn === null)
      .map(one => ({
        text: t('task.apply', { name: one.name }),
        href: `/marche/commercants/${one.id}`,
        note: t('task.applyNote', { date: day(one.appliedOn) }),
      })),
    ...(await documentsOf(world))
      .filter(one => one.seenOn === null)
      .slice(0, 20)
      .map(one => ({
        text: t('task.document', { name: traders.find(trader => trader.id === one.trader)?.name ?? '' }),
        href: `/marche/commercants/${one.trader}#documents`,
        note: t(`sq.paper.${one.kind}`),
      })),
    ...absent,
  ]
}
