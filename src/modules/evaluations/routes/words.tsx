import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { conflict, notFound, page, pageOf, redirect, router, submitted, townHall } from '#kernel/http'
import { record } from '#kernel/journal'
import { NewReply, WordReading } from '../forms.ts'
import { words } from '../locales/index.ts'
import { wordRetention } from '../national.ts'
import { WordPage } from '../pages/WordPage.tsx'
import { WordsPage } from '../pages/WordsPage.tsx'
import { addReading, addReply, waitingWords, wordById } from '../queries/words.ts'
import { masked, maskPersonal } from '../rules/mask.ts'
import type { Word } from '../schema.ts'
import { resultsPage } from './results.tsx'
import { nameOf, type Request } from './shared.ts'

/** Free words: read by somebody of the town hall before anyone else sees them. */
export const freeWords = router()
  .get('/evaluations/paroles', townHall, async c => {
    const asked = pageOf(c)
    const rows = await waitingWords(c.var, { size: asked.size + 1, start: asked.start })
    const shown = await Promise.all(rows.slice(0, asked.size).map(async word => ({ ...word, serviceName: await nameOf(c, word.service) })))
    return page(
      c,
      <WordsPage
        t={words(c.var.locale)}
        locale={c.var.locale}
        words={shown}
        pageNumber={asked.number}
        hasMore={rows.length > asked.size}
      />,
    )
  })

  .get('/evaluations/paroles/:verbatim', townHall, async c => {
    const word = await wordOf(c)
    return word ? onePage(c, word, emptyForm(WordReading, { text: word.proposed, verdict: 'published' })) : notFound(c)
  })

  .post('/evaluations/paroles/:verbatim', townHall, async c => {
    const word = await wordOf(c)
    if (!word) return notFound(c)
    const t = words(c.var.locale)
    if (word.verdict !== null) return conflict(c, t('word.already'))
    const form = await submitted(c, WordReading)
    if (!form.ok) return onePage(c, word, form, 422)
    const { verdict, text, reason, confirmed } = form.value
    if (verdict === 'refused' && reason === '') return onePage(c, word, refuseField(form, 'reason', t('word.reasonMissing')), 422)
    if (verdict === 'published' && text === '') return onePage(c, word, refuseField(form, 'text', t('word.textMissing')), 422)
    const left = [...new Set(maskPersonal(text.replaceAll(masked, '…')).found)]
    if (verdict === 'published' && left.length > 0 && !confirmed) {
      const kinds = left.map(kind => t(`kind.${kind}`)).join(', ')
      return onePage(c, word, refuseField(form, 'confirmed', t('word.leak', { kinds })), 422)
    }
    await addReading(c.var, word.id, { verdict, published: verdict === 'published' ? text : null, reason })
    await record(c.var, `evaluation.word-${verdict}`, { subject: `word:${word.id}`, content: { service: word.service, reason } })
    return redirect(c, '/evaluations/paroles')
  })

  .post('/evaluations/paroles/:verbatim/reponse', townHall, async c => {
    const word = await wordOf(c)
    if (!word || word.verdict !== 'published') return notFound(c)
    if (word.reply) return conflict(c)
    const form = await submitted(c, NewReply)
    if (!form.ok) return resultsPage(c, word.service, { word: word.id, form }, 422)
    await addReply(c.var, word.id, form.value.text)
    await record(c.var, 'evaluation.word-answered', { subject: `word:${word.id}`, content: { service: word.service } })
    return redirect(c, `/evaluations/service/${word.service}#parole-${word.id}`)
  })

const wordOf = (c: Request) => wordById(c.var, c.req.param('verbatim') ?? '0')

const onePage = async (c: Request, word: Word, form: Form<WordReading>, status: 200 | 422 = 200) => {
  const [t, locale] = [words(c.var.locale), c.var.locale]
  const days = wordRetention(c.var.today)
  return page(c, <WordPage t={t} locale={locale} word={word} serviceName={await nameOf(c, word.service)} form={form} days={days} />, status)
}
