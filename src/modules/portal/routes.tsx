import { together } from '#kernel/db'
import { day } from '#kernel/forms'
import { anyone, type C, download, notFound, page, redirect, router, submitted } from '#kernel/http'
import { csvOf, dictionaryOf, jsonOf } from '#kernel/openData'
import { allParameters } from '#kernel/parameters'
import { settingsOf } from '#kernel/settings'
import { gallery } from '#kernel/ui'
import { atom } from './atom.ts'
import { gatherCalendar, gatherCards, gatherChanges } from './gather.ts'
import { ChosenLanguage, languageCookie, pathHere } from './language.ts'
import { words } from './locales/index.ts'
import { AboutPage } from './pages/AboutPage.tsx'
import { AccessibilityPage } from './pages/AccessibilityPage.tsx'
import { ApiPage } from './pages/ApiPage.tsx'
import { GalleryPage } from './pages/GalleryPage.tsx'
import { HomePage } from './pages/HomePage.tsx'
import { JournalPage } from './pages/JournalPage.tsx'
import { LegalPage } from './pages/LegalPage.tsx'
import { OpenDataPage } from './pages/OpenDataPage.tsx'
import { ParametersPage } from './pages/ParametersPage.tsx'
import { PersonalDataPage } from './pages/PersonalDataPage.tsx'
import { SectionPage } from './pages/SectionPage.tsx'
import { SearchPage } from './pages/SearchPage.tsx'
import { journalHead, journalLink } from './queries.ts'
import { register } from './register.ts'
import { rulesChosen } from './rulesChosen.ts'
import { askedWords, search } from './search.ts'
import { settings } from './settings.ts'

const sayer = (c: C) => words(c.var.locale)
const publisher = (c: C) => settingsOf(c.var, 'portal', settings)
const sectionPage = (c: C, path: string, lead: 'section.propose' | 'section.decide' | 'section.judge') => {
  const section = c.var.navigation.find(one => one.href === path)
  return section ? page(c, <SectionPage t={sayer(c)} locale={c.var.locale} section={section} lead={lead} />) : notFound(c)
}

export const routes = router()
  .get('/', anyone, async c => {
    const [cards, changes, agenda] = await together([gatherCards(c.var), gatherChanges(c.var, 6), gatherCalendar(c.var, 45, 4)])
    return page(
      c,
      <HomePage
        t={sayer(c)}
        name={c.var.body.name}
        cards={cards}
        changes={changes}
        agenda={agenda}
        isSignedIn={c.var.actor.personId !== null}
      />,
    )
  })

  .get('/proposer', anyone, c => sectionPage(c, '/proposer', 'section.propose'))
  .get('/decider', anyone, c => sectionPage(c, '/decider', 'section.decide'))
  .get('/suivre', anyone, c => sectionPage(c, '/suivre', 'section.judge'))

  .get('/recherche', anyone, async c => {
    const asked = askedWords(c.req.query('q'))
    return page(c, <SearchPage t={sayer(c)} words={asked} found={asked === '' ? [] : await search(c.var, asked)} />)
  })

  .get('/parametres', anyone, async c => {
    const asked = c.req.query('jour')
    const shown = asked === 'tous' ? null : day.catch(c.var.today).parse(asked)
    const inForce = allParameters().filter(one => shown === null || (one.from <= shown && (one.to === null || shown <= one.to)))
    return page(c, <ParametersPage t={sayer(c)} locale={c.var.locale} day={shown} parameters={inForce} />)
  })

  .get('/galerie', anyone, c => page(c, <GalleryPage t={sayer(c)} examples={gallery} />))
  .get('/accessibilite', anyone, async c => page(c, <AccessibilityPage t={sayer(c)} publisher={await publisher(c)} />))
  .get('/mentions-legales', anyone, async c => page(c, <LegalPage t={sayer(c)} locale={c.var.locale} publisher={await publisher(c)} />))
  .get('/donnees-personnelles', anyone, async c => {
    return page(c, <PersonalDataPage t={sayer(c)} register={register(c.var, sayer(c))} publisher={await publisher(c)} />)
  })
  .get('/a-propos', anyone, async c => {
    return page(c, <AboutPage t={sayer(c)} locale={c.var.locale} rooms={await rulesChosen(c.var)} publisher={await publisher(c)} />)
  })

  .get('/donnees-ouvertes', anyone, c => {
    const sets = c.var.contributors.flatMap(room => room.openData ?? [])
    const described = sets.map(set => ({ id: set.id, title: set.title[c.var.locale], columns: dictionaryOf(set, c.var.locale) }))
    return page(c, <OpenDataPage t={sayer(c)} sets={described} />)
  })
  .get(
    '/donnees-ouvertes/:dataset{[a-z0-9-]+[.][a-z]+}',
    anyone,
    async c => {
      const [id, format] = c.req.param('dataset')!.split('.')
      const set = c.var.contributors.flatMap(room => room.openData ?? []).find(one => one.id === id)
      if (!set || (format !== 'csv' && format !== 'json')) return notFound(c)
      // Gathered before the transaction ends: a stream would read after it.
      let content = ''
      for await (const part of format === 'csv' ? csvOf(set, c.var, c.var.contributors) : jsonOf(set, c.var, c.var.contributors))
        content += part
      c.header('Access-Control-Allow-Origin', '*')
      return download(c, {
        name: `${c.var.body.slug}-${id}.${format}`,
        type: format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json',
        body: content,
      })
    },
    { sharedByAll: true },
  )
  .get('/api', anyone, c => {
    const described = c.var.contributors
      .flatMap(room => room.routes ?? [])
      .flatMap(({ path, api }) => (api ? [{ path, summary: api.summary[c.var.locale] }] : []))
    return page(c, <ApiPage t={sayer(c)} addresses={described} />)
  })

  .get('/flux.atom', anyone, async c => {
    const title = sayer(c)('changes.feedTitle', { name: c.var.body.name })
    const feed = atom(await gatherChanges(c.var, 50), { title, url: c.var.url, now: c.var.now, locale: c.var.locale })
    return download(c, { name: 'flux.atom', type: 'application/atom+xml; charset=utf-8', body: feed, inline: true })
  })

  .get('/journal', anyone, async c => {
    const { db, body, locale } = c.var
    const asked = askedWords(c.req.query('ligne'))
    const found = /^[1-9]\d{0,17}$/.test(asked) ? await journalLink(db, body.id, asked) : undefined
    return page(c, <JournalPage t={sayer(c)} locale={locale} head={await journalHead(db, body.id)} asked={asked} found={found} />)
  })

  .post('/langue', anyone, async c => {
    const form = await submitted(c, ChosenLanguage)
    if (!form.ok) return redirect(c, '/')
    c.header('Set-Cookie', languageCookie(form.value.locale, c.var.url))
    return redirect(c, pathHere(form.value.return))
  })
