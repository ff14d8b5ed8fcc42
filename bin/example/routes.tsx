import { emptyForm, refuseField } from '#kernel/forms'
import { anyone, type C, notFound, page, pageOf, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { NewRemark } from './forms.ts'
import { words } from './locales/index.ts'
import { ExamplePage } from './pages/ExamplePage.tsx'
import { RemarkPage } from './pages/RemarkPage.tsx'
import { addRemark, hasRemarkedOn, remarkById, remarks } from './queries.ts'
import { canRemark } from './rules.ts'
import type { ExampleTables } from './schema.ts'

export const routes = router<ExampleTables>()
  .get('/example', anyone, async c => page(c, <ExamplePage {...await list(c)} form={emptyForm(NewRemark)} />))

  .post('/example', resident, async c => {
    const author = signedIn(c)
    const form = await submitted(c, NewRemark)
    if (!form.ok) return page(c, <ExamplePage {...await list(c)} form={form} />, 422)

    const { db, body, today, now, locale } = c.var
    const verdict = canRemark({ hasRemarkedToday: await hasRemarkedOn(db, body.id, author.personId, today) })
    if (!verdict.ok) {
      const refusal = refuseField(form, 'text', words(locale)(`refused.${verdict.because}`))
      return page(c, <ExamplePage {...await list(c)} form={refusal} />, 409)
    }
    const { id } = await addRemark(db, body.id, { author: author.personId, text: form.value.text, day: today, at: now })
    await record(c.var, 'example.remarked', { subject: `remark:${id}` })
    return redirect(c, `/example/${id}`)
  })

  .get('/example/:remark', anyone, async c => {
    const remark = await remarkById(c.var.db, c.var.body.id, c.req.param('remark')!)
    return remark ? page(c, <RemarkPage t={words(c.var.locale)} remark={remark} />) : notFound(c)
  })

const list = async (c: C<ExampleTables>) => {
  const asked = pageOf(c)
  const rows = await remarks(c.var.db, c.var.body.id, asked)
  return {
    t: words(c.var.locale),
    remarks: rows.slice(0, asked.size),
    pageNumber: asked.number,
    hasMore: rows.length > asked.size,
    mayWrite: c.var.actor.personId !== null,
  }
}
