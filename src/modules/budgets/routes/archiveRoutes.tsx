import { z } from 'zod'
import { emptyForm, refuseField } from '#kernel/forms'
import { agent, page, redirect, router, submitted, uploaded } from '#kernel/http'
import { importFile } from '../archive/importFile.ts'
import { ArchiveForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { ArchivePage } from '../pages/ArchivePage.tsx'
import type { Tables } from '../schema.ts'
import { budgetPath } from '../rules/sitePath.ts'

const Drawn = ArchiveForm.extend({ file: z.string() })

/** Budgets of the past, from the files of Pabulib. */
export const archiveRoutes = router<Tables>()
  .get('/budgets/archives', agent, c => page(c, <ArchivePage t={words(c.var.locale)} locale={c.var.locale} form={emptyForm(Drawn)} />))
  .post('/budgets/archives', agent, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, ArchiveForm)
    const drawn = emptyForm(Drawn, form.values)
    const refuse = (message: string) => page(c, <ArchivePage t={t} locale={c.var.locale} form={refuseField(drawn, 'file', message)} />, 422)
    if (!form.ok) return page(c, <ArchivePage t={t} locale={c.var.locale} form={{ ...drawn, errors: { ...form.errors } }} />, 422)
    const file = await uploaded(c, 'file')
    if (!file) return refuse(t('archive.missing'))
    const made = await importFile(c.var, file, form.value.title)
    return made.ok
      ? redirect(c, budgetPath(made.budget))
      : refuse(t('archive.wrong', { reason: made.reason ?? t(`archive.${made.because}`) }))
  })
