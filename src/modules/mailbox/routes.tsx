import { anyone, notFound, page, pageOf, router } from '#kernel/http'
import { letterIn, mailbox } from '#kernel/mail'
import { words } from './locales/index.ts'
import { LetterPage } from './pages/LetterPage.tsx'
import { MailboxPage } from './pages/MailboxPage.tsx'

// Outside a demonstration the database itself gives no letter; the page does not exist either.
export const routes = router()
  .get('/courrier', anyone, async c => {
    if (c.var.mode !== 'demonstration') return notFound(c)
    const asked = pageOf(c)
    const letters = await mailbox(c.var, { size: asked.size + 1, start: asked.start })
    const props = { t: words(c.var.locale), pageNumber: asked.number, hasMore: letters.length > asked.size }
    return page(c, <MailboxPage {...props} letters={letters.slice(0, asked.size)} />)
  })

  .get('/courrier/:letter{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}', anyone, async c => {
    const letter = c.var.mode === 'demonstration' ? await letterIn(c.var, c.req.param('letter') ?? '') : undefined
    return letter ? page(c, <LetterPage t={words(c.var.locale)} letter={letter} origin={c.var.url} />) : notFound(c)
  })
