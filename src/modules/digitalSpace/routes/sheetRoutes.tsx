import { bookingById } from '#engines/booking'
import { emptyForm, type Form } from '#kernel/forms'
import { notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { hideText, showText } from '#kernel/secrecy'
import { NewSheet } from '../forms.ts'
import { words } from '../locales/index.ts'
import { NewSheetPage } from '../pages/NewSheetPage.tsx'
import { SheetPage } from '../pages/SheetPage.tsx'
import { addSheet, removeSheet, sheetById } from '../queries/sheets.ts'
import { readSheet } from '../sheet.ts'
import type { Tables } from '../schema.ts'
import { home, owner } from '../where.ts'
import { refusedUnlessRunning, type Request, runs } from './here.ts'

const place = 'digital_space.sheet:text'

/** "What we did together": a sheet to take home, kept by nobody unless the person wants it. */
export const sheetRoutes = router<Tables>()
  .get(`${home}/fiche`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const booking = c.req.query('rendez-vous')
    return newPage(c, emptyForm(NewSheet, booking ? { booking } : {}))
  })

  // Nothing is written when nobody keeps it: the answer is the sheet itself, to print, and sending it again changes nothing.
  .post(`${home}/fiche`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const form = await submitted(c, NewSheet)
    if (!form.ok) return newPage(c, form, 422)
    const { keep, booking: asked, ...text } = form.value
    const person = keep ? await personOf(c, asked) : null
    if (person !== null) {
      const id = await addSheet(c.var, person, hideText(c.var, place, JSON.stringify(text)))
      await record(c.var, 'sheet.kept', { subject: `sheet:${id}`, content: { sheet: id, person } })
      return redirect(c, `${home}/fiches/${id}`)
    }
    const props = { t: words(c.var.locale), locale: c.var.locale, madeOn: c.var.today, text }
    return page(c, <SheetPage {...props} by={c.var.actor.name} kept={null} />)
  })

  .get(`${home}/fiches/:togetherSheet`, resident, async c => {
    const seen = await sheetSeenBy(c)
    if (!seen) return notFound(c)
    const { sheet, isTheirs } = seen
    if (!isTheirs) await record(c.var, 'confidential.read', { subject: `sheet:${sheet.id}`, content: { reason: 'print' } })
    const text = readSheet(showText(c.var, place, sheet.text))
    const props = { t: words(c.var.locale), locale: c.var.locale, madeOn: sheet.madeOn, text }
    return page(c, <SheetPage {...props} by={isTheirs ? null : c.var.actor.name} kept={{ id: sheet.id, isTheirs }} />)
  })

  .post(`${home}/fiches/:togetherSheet/suppression`, resident, async c => {
    const seen = await sheetSeenBy(c)
    if (!seen?.isTheirs) return notFound(c)
    await removeSheet(c.var, seen.sheet.id)
    await record(c.var, 'sheet.removed', { subject: `sheet:${seen.sheet.id}` })
    return redirect(c, `${home}/moi?fait=fiche`)
  })

/** The person whose sheet it is; and whoever made it, that very day, to print it. */
const sheetSeenBy = async (c: Request) => {
  const sheet = await sheetById(c.var, c.req.param('togetherSheet') ?? '0')
  if (!sheet) return null
  const { personId } = c.var.actor
  const isTheirs = sheet.person === personId
  const isMaker = sheet.madeBy === personId && sheet.madeOn === c.var.today && (await runs(c))
  return isTheirs || isMaker ? { sheet, isTheirs } : null
}

const personOf = async (c: Request, asked: string | undefined): Promise<string | null> => {
  const booking = asked === undefined ? undefined : await bookingById(c.var, asked)
  return booking?.owner === owner ? booking.person : null
}

const newPage = async (c: Request, form: Form<NewSheet>, status: 200 | 422 = 200) => {
  const person = await personOf(c, [form.values.booking ?? ''].flat()[0] || undefined)
  return page(c, <NewSheetPage t={words(c.var.locale)} form={form} mayKeep={person !== null} />, status)
}
