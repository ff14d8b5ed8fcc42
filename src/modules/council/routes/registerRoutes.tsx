import type { z } from 'zod'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, download, notFound, page, pageOf, redirect, router, type Routes, submitted } from '#kernel/http'
import { relatedTo } from '#kernel/service'
import { measuresById } from '#modules/measures'
import { publishDeliberation } from '../acts/deliberations.ts'
import { noteTransmission } from '../acts/register.ts'
import { deliberationSubject, deliberationUrl } from '../council.ts'
import { PublicationForm, TransmissionForm } from '../forms.ts'
import { register, type Request, unless, withDeliberation } from '../here.ts'
import { words } from '../locales/index.ts'
import { matterNamed, matters } from '../matters.ts'
import { DeliberationPage } from '../pages/DeliberationPage.tsx'
import { DeliberationsPage } from '../pages/DeliberationsPage.tsx'
import { RegisterPage } from '../pages/RegisterPage.tsx'
import { referralMonths } from '../parameters.ts'
import { councilSession } from '../queries/assembly.ts'
import { type Deliberation, deliberationsOf, yearsOf } from '../queries/deliberations.ts'
import { isRunning, mandatesOf } from '../queries/mandates.ts'
import { publicationsOf, publishedFile } from '../queries/publications.ts'
import { canTransmit } from '../rules/canPublish.ts'
import type { Tables } from '../schema.ts'
import { councilSettings } from '../settings.ts'

/** Deliberations as anyone reads them, and the register of their publication. */
export const registerRoutes: Routes = router<Tables>()
  .get('/conseil/deliberations', anyone, async c => {
    const { locale, actor } = c.var
    const at = pageOf(c)
    const wanted = wantedOf(c)
    const found = await deliberationsOf(c.var, { ...wanted, drafts: register.allows(actor) }, at)
    const view = { ...found, wanted, page: at.number, years: await yearsOf(c.var), matters }
    return page(c, <DeliberationsPage t={words(locale)} locale={locale} view={view} />)
  })

  .get('/conseil/registre', anyone, async c => {
    const at = pageOf(c, 50)
    const wanted = wantedOf(c)
    const found = await deliberationsOf(c.var, wanted, at)
    const isSiretMissing = register.allows(c.var.actor) && (await councilSettings(c.var)).siret === ''
    const view = { ...found, wanted, page: at.number, years: await yearsOf(c.var), isSiretMissing }
    return page(c, <RegisterPage t={words(c.var.locale)} locale={c.var.locale} view={view} />)
  })

  .get(
    '/conseil/deliberations/:deliberation',
    anyone,
    withDeliberation((c, deliberation) => deliberationPage(c, deliberation)),
  )

  .get(
    '/conseil/deliberations/:deliberation/texte.pdf',
    anyone,
    withDeliberation(async (c, deliberation) => {
      const asked = c.req.query('version')
      const file = await publishedFile(c.var, deliberation.id, asked && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : null)
      if (!file) return notFound(c)
      c.header('ETag', `"${file.digest}"`)
      const name = `deliberation-${file.label.replaceAll('/', '-')}${file.version > 1 ? `-v${file.version}` : ''}.pdf`
      return download(c, { name, type: 'application/pdf', body: new Uint8Array(file.file), inline: true })
    }),
  )

  .post(
    '/conseil/deliberations/:deliberation/publication',
    register,
    withDeliberation(async (c, deliberation) => {
      const form = await submitted(c, PublicationForm)
      if (!form.ok) return deliberationPage(c, deliberation, { publication: form })
      const session = await councilSession(c.var, deliberation.meetingId)
      const published = await publishDeliberation(c.var, deliberation.id, {
        ...form.value,
        sessionOver: session?.meeting.state === 'closed',
      })
      if (!published.ok && published.because === 'reason-needed')
        return deliberationPage(c, deliberation, {
          publication: refuseField(form, 'reason', words(c.var.locale)('refused.reason-needed')),
        })
      return unless(c, published, () => redirect(c, deliberationUrl(deliberation.id)))
    }),
  )

  .post(
    '/conseil/deliberations/:deliberation/transmission',
    register,
    withDeliberation(async (c, deliberation) => {
      const form = await submitted(c, TransmissionForm)
      if (!form.ok) return deliberationPage(c, deliberation, { transmission: form })
      const { receivedOn, acknowledgement } = form.value
      const may = canTransmit({ ...deliberation, receivedOn, today: c.var.today })
      if (!may.ok && may.because !== 'not-transmissible') {
        const refused = refuseField(form, 'receivedOn', words(c.var.locale)(`refused.${may.because}`))
        return deliberationPage(c, deliberation, { transmission: refused })
      }
      return unless(c, may, async () => {
        await noteTransmission(c.var, deliberation.id, receivedOn, acknowledgement)
        return redirect(c, deliberationUrl(deliberation.id))
      })
    }),
  )

const wantedOf = (c: Request) => {
  const asked = (name: string, form: RegExp) => {
    const value = c.req.query(name) ?? ''
    return form.test(value) ? value : ''
  }
  const matter = asked('matiere', /^\d\.\d{1,2}$/)
  return {
    year: asked('annee', /^[12]\d{3}$/),
    matter: matterNamed(matter) ? matter : '',
    words: (c.req.query('q') ?? '').slice(0, 200).toWellFormed().replaceAll('\u0000', '').trim(),
  }
}

const deliberationPage = async (
  c: Request,
  deliberation: Deliberation,
  wrong: {
    readonly publication?: Form<z.output<typeof PublicationForm>>
    readonly transmission?: Form<z.output<typeof TransmissionForm>>
  } = {},
) => {
  const { locale, today, actor, body, db } = c.var
  const versions = await publicationsOf(c.var, deliberation.id)
  const mayor = (await mandatesOf(c.var)).find(one => one.function === 'mayor' && isRunning(one, today))
  const measures = await measuresById(
    db,
    body.id,
    deliberation.measures.map(one => one.measure),
  )
  const view = {
    deliberation,
    versions,
    matter: matterNamed(deliberation.matter),
    measures: deliberation.measures.flatMap(({ measure, stage }) => {
      const known = measures.find(one => one.id === measure)
      return known ? [{ id: measure, title: known.title, stage }] : []
    }),
    related: await relatedTo(c.var.contributors, c.var, deliberationSubject(deliberation.id)),
    referralMonths: referralMonths(deliberation.heldOn),
    manages: register.allows(actor),
    today,
    publication:
      wrong.publication ??
      emptyForm(PublicationForm, { signedBy: versions[0]?.signedBy ?? mayor?.name ?? '', secretary: versions[0]?.secretary ?? '' }),
    transmission: wrong.transmission ?? emptyForm(TransmissionForm),
  }
  return page(c, <DeliberationPage t={words(locale)} locale={locale} view={view} />, Object.keys(wrong).length > 0 ? 422 : 200)
}
