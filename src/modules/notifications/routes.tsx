import { changeRhythm, follow, leave, markRead, notificationAt, notificationsOf, readLeave, rhythmOf } from '#engines/following'
import { emptyForm } from '#kernel/forms'
import { anyone, type C, conflict, notFound, page, pageOf, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { refusalOf } from '#kernel/mail'
import { MessagePage } from '#kernel/ui'
import { emailOf } from './emailOf.ts'
import { FollowSubject, Leave, LetterRhythm, Seen } from './forms.ts'
import { words } from './locales/index.ts'
import { LeavePage } from './pages/LeavePage.tsx'
import { LettersPage } from './pages/LettersPage.tsx'
import { NotificationsPage } from './pages/NotificationsPage.tsx'

export const routes = router()
  .get('/notifications', resident, async c => {
    const { personId } = signedIn(c)
    const asked = pageOf(c)
    const rows = await notificationsOf(c.var, personId, { size: asked.size + 1, start: asked.start })
    const props = { t: words(c.var.locale), locale: c.var.locale, pageNumber: asked.number }
    return page(c, <NotificationsPage {...props} notifications={rows.slice(0, asked.size)} hasMore={rows.length > asked.size} />)
  })

  .get('/notifications/:notification', resident, async c => {
    const found = await notificationAt(c.var, signedIn(c).personId, c.req.param('notification') ?? '0')
    return found ? redirect(c, found.url) : notFound(c)
  })

  .post('/notifications/lues', resident, async c => {
    const form = await submitted(c, Seen)
    if (form.ok) await markRead(c.var, signedIn(c).personId, form.value.upTo)
    return redirect(c, '/notifications')
  })

  .post('/suivi', resident, async c => {
    const { personId } = signedIn(c)
    const form = await submitted(c, FollowSubject)
    if (!form.ok) return conflict(c)
    await (form.value.follow === 'oui' ? follow : leave)(c.var, form.value.subject, personId)
    return redirect(c, form.value.back)
  })

  .get('/compte/courriers', resident, async c => {
    const { personId } = signedIn(c)
    const form = emptyForm(LetterRhythm, { rhythm: await rhythmOf(c.var, personId) })
    return page(c, <LettersPage {...await letterProps(c, personId)} form={form} isSaved={c.req.query('fait') === 'oui'} />)
  })

  .post('/compte/courriers', resident, async c => {
    const { personId } = signedIn(c)
    const form = await submitted(c, LetterRhythm)
    if (!form.ok) return page(c, <LettersPage {...await letterProps(c, personId)} form={form} isSaved={false} />, 422)
    await changeRhythm(c.var, personId, form.value.rhythm)
    return redirect(c, '/compte/courriers?fait=oui')
  })

  .get('/courriers/arreter/:token{[\\w-]+\\.[\\w-]+}', anyone, c => {
    const leaving = leavingOf(c)
    return leaving ? page(c, <LeavePage t={words(c.var.locale)} path={c.req.path} isAll={leaving.subject === '*'} />) : notFound(c)
  })

  .post(
    '/courriers/arreter/:token{[\\w-]+\\.[\\w-]+}',
    anyone,
    async c => {
      const leaving = leavingOf(c)
      const form = await submitted(c, Leave)
      if (!leaving || !form.ok) return notFound(c)
      if (form.value.scope === 'all' || leaving.subject === '*') await changeRhythm(c.var, leaving.personId, 'never')
      else await leave(c.var, leaving.subject, leaving.personId)
      const t = words(c.var.locale)
      return page(c, <MessagePage title={t('leave.done')} text={t('leave.doneText')} />)
    },
    { fromElsewhere: true },
  )

const letterProps = async (c: C, personId: string) => {
  const email = await emailOf(c.var, personId)
  return { t: words(c.var.locale), isRefused: email !== null && (await refusalOf(c.var, email)) !== undefined }
}

const leavingOf = (c: C) => {
  const leaving = readLeave(c.var.signingKey, c.req.param('token') ?? '')
  return leaving?.body === c.var.body.id ? leaving : null
}
