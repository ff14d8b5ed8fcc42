import { endSteward, mayRun, nameSteward, stewardsOf } from '#engines/booking'
import { isVisibleTo, moderationOf, paceRefusal, registerContent, withinRate } from '#engines/moderation'
import { fileResponse, fileWords, storeFile } from '#kernel/files'
import { refuseField } from '#kernel/forms'
import {
  agent,
  anyone,
  type C,
  forbidden,
  notFound,
  page,
  pageOf,
  redirect,
  resident,
  router,
  signedIn,
  submitted,
  uploaded,
} from '#kernel/http'
import { record } from '#kernel/journal'
import { personNames } from '#kernel/people'
import { NewProject, NewSteward } from '../forms.ts'
import { words } from '../locales/index.ts'
import { NewProjectPage, ProjectPage, projectSubject, ProjectsPage } from '../pages/ProjectPages.tsx'
import { TeamPage } from '../pages/TeamPage.tsx'
import { personWithEmail } from '../queries/personWithEmail.ts'
import { addFile, addProject, filesOf, latestProjects, projectById, projectFiles } from '../queries/workshop.ts'
import { type FablabTables, owner, type Tables } from '../schema.ts'

type Here = C<Tables>

/** What people make and share, with their files; and the team. */
export const projectRoutes = router<FablabTables>()
  .get('/fablab/projets', anyone, async c => {
    const asked = pageOf(c)
    const rows = await latestProjects(c.var, { size: asked.size + 1, start: asked.start })
    const moderated = await moderationOf(
      c.var.db,
      c.var.body.id,
      rows.map(one => projectSubject(one.id)),
    )
    const shown = rows.slice(0, asked.size).filter(one => isVisibleTo(moderated.get(projectSubject(one.id)), c.var.actor))
    return page(c, <ProjectsPage t={words(c.var.locale)} projects={shown} pageNumber={asked.number} hasMore={rows.length > asked.size} />)
  })
  .get('/fablab/projets/nouveau', resident, c => page(c, <NewProjectPage t={words(c.var.locale)} />))
  .post('/fablab/projets', resident, async c => {
    const form = await submitted(c, NewProject)
    if (!form.ok) return page(c, <NewProjectPage t={words(c.var.locale)} form={form} />, 422)
    const pace = await withinRate(c.var, 'fablab-project')
    if (!pace.ok)
      return page(c, <NewProjectPage t={words(c.var.locale)} form={refuseField(form, '', paceRefusal(pace, c.var.locale))} />, 429)
    const id = await addProject(c.var, form.value)
    await record(c.var, 'fablab.project-shared', { subject: projectSubject(id), content: { title: form.value.title } })
    await registerContent(c.var, {
      subject: projectSubject(id),
      authorId: signedIn(c).personId,
      text: `${form.value.title}\n\n${form.value.text}`,
      url: `/fablab/projets/${id}`,
    })
    return redirect(c, `/fablab/projets/${id}`)
  })
  .get('/fablab/projets/:fablabProject', anyone, async c => projectPage(c))
  .post('/fablab/projets/:fablabProject/fichiers', resident, async c => {
    const project = await projectById(c.var, c.req.param('fablabProject') ?? '0')
    if (!project) return notFound(c)
    if (project.by !== signedIn(c).personId && !(await mayRun(c.var, owner))) return forbidden(c)
    const file = await uploaded(c, 'title')
    const say = fileWords(c.var.locale)
    if (!file || (await filesOf(c.var, project.id)).length >= 50) return projectPage(c, say('empty'), 422)
    const stored = await storeFile(c.var, { bytes: file.bytes, name: file.name, purpose: projectFiles })
    if (!stored.ok) return projectPage(c, say(stored.because), 422)
    await addFile(c.var, project.id, stored.file)
    await record(c.var, 'fablab.file-added', { subject: projectSubject(project.id), content: { name: stored.file.name } })
    return redirect(c, `/fablab/projets/${project.id}`)
  })
  .get('/fablab/projets/:fablabProject/fichiers/:fablabFile', anyone, async c => {
    const project = await projectById(c.var, c.req.param('fablabProject') ?? '0')
    if (
      !project ||
      !isVisibleTo((await moderationOf(c.var.db, c.var.body.id, [projectSubject(project.id)])).get(projectSubject(project.id)), c.var.actor)
    )
      return notFound(c)
    const file = (await filesOf(c.var, project.id)).find(one => one.id === c.req.param('fablabFile'))
    const response = file && (await fileResponse(c.var, file.file, { purpose: projectFiles, known: c.req.header('if-none-match') }))
    return response ?? notFound(c)
  })

  .get('/fablab/equipe', resident, async c => teamPage(c))
  .post('/fablab/equipe', agent, async c => {
    const form = await submitted(c, NewSteward)
    if (!form.ok) return teamPage(c, form, 422)
    const person = await personWithEmail(c.var, form.value.email)
    if (person === null) return teamPage(c, refuseField(form, 'email', words(c.var.locale)('team.unknown')), 422)
    if (!(await stewardsOf(c.var, owner)).some(one => one.person === person))
      await nameSteward(c.var, owner, { person, title: form.value.title })
    return redirect(c, '/fablab/equipe')
  })
  .post('/fablab/equipe/:fablabSteward/retrait', agent, async c => {
    if (!(await endSteward(c.var, owner, c.req.param('fablabSteward') ?? '0'))) return notFound(c)
    return redirect(c, '/fablab/equipe')
  })

const projectPage = async (c: Here, fileError?: string, status: 200 | 422 = 200) => {
  const project = await projectById(c.var, c.req.param('fablabProject') ?? '0')
  if (!project) return notFound(c)
  const { actor, db, body, locale } = c.var
  const moderated = (await moderationOf(db, body.id, [projectSubject(project.id)])).get(projectSubject(project.id))
  if (!isVisibleTo(moderated, actor) && moderated.state === 'held') return notFound(c)
  const names = await personNames(db, project.by === null ? [] : [project.by])
  return page(
    c,
    <ProjectPage
      t={words(locale)}
      locale={locale}
      project={project}
      author={names.get(project.by ?? '') ?? null}
      files={await filesOf(c.var, project.id)}
      moderated={moderated}
      reader={actor}
      mayAdd={actor.personId !== null && (project.by === actor.personId || (await mayRun(c.var, owner)))}
      {...(fileError === undefined ? {} : { fileError })}
    />,
    status,
  )
}

const teamPage = async (c: Here, form?: Parameters<typeof TeamPage>[0]['form'], status: 200 | 422 = 200) => {
  if (!(await mayRun(c.var, owner))) return forbidden(c)
  const team = await stewardsOf(c.var, owner)
  const names = await personNames(
    c.var.db,
    team.map(one => one.person),
  )
  return page(
    c,
    <TeamPage
      t={words(c.var.locale)}
      team={team.map(one => ({ ...one, name: names.get(one.person) ?? '–' }))}
      mayName={c.var.actor.roles.has('agent')}
      {...(form === undefined ? {} : { form })}
    />,
    status,
  )
}
