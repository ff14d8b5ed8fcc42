import { printSheets, responseCounts, sheetsFrom } from '#engines/surveys'
import { cellThreshold } from '#engines/tabulation'
import { formCode } from '#engines/paper'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, conflict, deskHand, notFound, page, redirect, router, submitted, townHall } from '#kernel/http'
import { record } from '#kernel/journal'
import { readServices, serviceNamed } from '#modules/catalogue'
import { closeCampaign, openCampaign } from '../acts/campaigns.ts'
import { kioskKey } from '../acts/kioskKey.ts'
import { Closing, NewCampaign, NewKiosk, NewSheets } from '../forms.ts'
import { words } from '../locales/index.ts'
import { CampaignPage } from '../pages/CampaignPage.tsx'
import { NewCampaignPage } from '../pages/NewCampaignPage.tsx'
import { PosterPage } from '../pages/PosterPage.tsx'
import { SheetsPage } from '../pages/SheetsPage.tsx'
import { overlaps } from '../queries/campaigns.ts'
import { kiosksOf, startKiosk, stopKiosk } from '../queries/kiosks.ts'
import { latestPublication } from '../queries/publications.ts'
import { stateOn } from '../rules/campaign.ts'
import { localOf } from '../rules/localQuestion.ts'
import { subjectOf } from '../schema.ts'
import { campaignOf, type Request } from './shared.ts'

/** Opening a campaign, and what the town hall does with it. */
export const campaigns = router()
  .get('/evaluations/nouvelle', townHall, c =>
    newPage(c, emptyForm(NewCampaign, { service: (c.req.query('service') ?? '').slice(0, 18), opensOn: c.var.today, recurrence: 'once' })),
  )
  .post('/evaluations', townHall, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, NewCampaign)
    if (!form.ok) return newPage(c, form, 422)
    const { service, opensOn, closesOn, recurrence } = form.value
    if ((await serviceNamed(c.var, service)) === null) return newPage(c, refuseField(form, 'service', t('new.unknown')), 422)
    if (opensOn < c.var.today) return newPage(c, refuseField(form, 'opensOn', t('new.past')), 422)
    if (closesOn < opensOn) return newPage(c, refuseField(form, 'closesOn', t('new.crossed')), 422)
    if (await overlaps(c.var, service, { opensOn, closesOn })) return newPage(c, refuseField(form, 'opensOn', t('new.overlap')), 422)
    const id = await openCampaign(c.var, { service, opensOn, closesOn, recurrence, questions: localOf(form.value), follows: null })
    return id === null ? conflict(c) : redirect(c, `/evaluations/${id}`)
  })

  .get('/evaluations/:campaign', anyone, c => onePage(c))

  .post('/evaluations/:campaign/cloture', townHall, async c => {
    const found = await campaignOf(c)
    if (!found) return notFound(c)
    const form = await submitted(c, Closing)
    if (!form.ok) return onePage(c, { closing: form }, 422)
    if (found.campaign.closedOn !== null) return conflict(c)
    await closeCampaign(c.var, found.campaign, form.value.reason)
    return redirect(c, `/evaluations/${found.campaign.id}`)
  })

  .get('/evaluations/:campaign/affiche', townHall, async c => {
    const found = await campaignOf(c)
    if (!found) return notFound(c)
    const { id } = found.campaign
    const short = `${c.var.url}/e/${await formCode(c.var, `/evaluations/${id}/repondre`)}`
    const code = await formCode(c.var, `/evaluations/${id}/saisie`)
    const props = { ...found, address: short, spoken: short.replace(/^https?:\/\//, ''), code }
    return page(c, <PosterPage t={words(c.var.locale)} locale={c.var.locale} {...props} />)
  })

  .post('/evaluations/:campaign/feuilles', townHall, async c => {
    const found = await campaignOf(c)
    if (!found) return notFound(c)
    const form = await submitted(c, NewSheets)
    if (!form.ok) return onePage(c, { sheets: form }, 422)
    const first = await printSheets(c.var, found.stored.id, {
      count: form.value.count,
      language: c.var.locale,
      codeOf: n => formCode(c.var, `/evaluations/${found.campaign.id}/saisie?feuille=${n}`),
    })
    return redirect(c, `/evaluations/${found.campaign.id}/feuilles?de=${first}`)
  })
  .get('/evaluations/:campaign/feuilles', townHall, async c => {
    const found = await campaignOf(c)
    if (!found) return notFound(c)
    const from = Number(/^[1-9]\d{0,5}$/.exec(c.req.query('de') ?? '1')?.[0] ?? 1)
    const sheets = await sheetsFrom(c.var, found.stored.id, from, 50)
    return page(c, <SheetsPage t={words(c.var.locale)} locale={c.var.locale} {...found} sheets={sheets} />)
  })

  .post('/evaluations/:campaign/bornes', townHall, async c => {
    const found = await campaignOf(c)
    if (!found) return notFound(c)
    const { campaign } = found
    const form = await submitted(c, NewKiosk)
    if (!form.ok) return onePage(c, { kiosk: form }, 422)
    if (stateOn(campaign, campaign.closedOn, c.var.today) !== 'open') return conflict(c)
    const id = await startKiosk(c.var, campaign.id, form.value.place)
    await record(c.var, 'evaluation.kiosk-started', { subject: subjectOf(campaign.id), content: { kiosk: id, place: form.value.place } })
    return redirect(c, `/evaluations/${campaign.id}/borne/${kioskKey(c.var, id)}`)
  })
  .post('/evaluations/:campaign/bornes/:kiosk/arret', townHall, async c => {
    const found = await campaignOf(c)
    if (!found) return notFound(c)
    const id = c.req.param('kiosk') ?? '0'
    await stopKiosk(c.var, found.campaign.id, id)
    await record(c.var, 'evaluation.kiosk-stopped', { subject: subjectOf(found.campaign.id), content: { kiosk: id } })
    return redirect(c, `/evaluations/${found.campaign.id}#bornes`)
  })

const newPage = async (c: Request, form: Form<NewCampaign>, status: 200 | 422 = 200) =>
  page(c, <NewCampaignPage t={words(c.var.locale)} form={form} services={await readServices(c.var.db, c.var.body.id)} />, status)

const onePage = async (
  c: Request,
  forms: { closing?: Form<Closing>; kiosk?: Form<NewKiosk>; sheets?: Form<NewSheets> } = {},
  status: 200 | 422 = 200,
) => {
  const found = await campaignOf(c)
  if (!found) return notFound(c)
  const { campaign, stored } = found
  const power = townHall.allows(c.var.actor) ? 'hall' : deskHand.allows(c.var.actor) ? 'desk' : 'none'
  return page(
    c,
    <CampaignPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      {...found}
      state={stateOn(campaign, campaign.closedOn, c.var.today)}
      publication={await latestPublication(c.var, campaign.id)}
      threshold={cellThreshold(c.var.today)}
      received={power === 'none' ? 0 : (await responseCounts(c.var, stored.id)).total}
      kiosks={power === 'hall' ? await kiosksOf(c.var, campaign.id) : []}
      power={power}
      closing={forms.closing ?? emptyForm(Closing)}
      kiosk={forms.kiosk ?? emptyForm(NewKiosk)}
      sheets={forms.sheets ?? emptyForm(NewSheets, { count: '10' })}
    />,
    status,
  )
}
