import { expect, test } from 'vitest'
import { debate, debateRoutes } from '#engines/debate'
import { moderation as engine } from '#engines/moderation'
import { paper } from '#engines/paper'
import { defineService } from '#kernel/service'
import { startApp, type TestApp } from '#kernel/testing'
import { moderation } from './index.ts'

const park = defineService({
  id: 'park',
  path: '/parc',
  title: { fr: 'Le parc', en: 'The park' },
  personalData: 'none',
  routes: debateRoutes({
    base: '/parc/:place/debat',
    subjectOf: async () => ({ key: 'place:1', title: 'Rouvrir le parc', url: '/parc/1', isOpen: true }),
  }),
})
const start = () => startApp({ engines: [paper, engine, debate], services: [park, moderation], now: '2026-11-03T09:00:00Z' })

const file = async (app: TestApp, who: Parameters<TestApp['signIn']>[0], text: string) => {
  await app.signIn(who)
  const path = (await app.post('/parc/1/debat', { stance: 'for', text })).headers.get('location')!
  return { path, subject: `argument:${path.split('/').at(-1)}`, file: `/moderation/contenus/argument:${path.split('/').at(-1)}` }
}

test('the first words of a newcomer wait for an agent, and the second do not', async () => {
  const app = await start()
  const first = await file(app, 'nour', 'Bonjour, je découvre le parc et je l’aime.')
  expect(await app.text(first.path)).toContain('vous seul et la mairie le voyez')
  await app.signIn('louis')
  expect((await app.get(first.path)).status).toBe(404)
  expect(await app.text('/parc/1/debat')).not.toContain('je découvre')
  expect((await app.get('/moderation')).status).toBe(403)

  await app.signIn('claire')
  expect(await app.text('/moderation')).toContain('Nour Haddad')
  expect(await app.text(first.file)).toContain('Première publication')
  expect((await app.post(`${first.file}/decision`, { act: 'released', reason: '' })).status).toBe(422)
  expect((await app.post(`${first.file}/decision`, { act: 'released', reason: 'Rien à redire, bienvenue.' })).status).toBe(303)
  expect((await app.post(`${first.file}/decision`, { act: 'released', reason: 'Rien à redire, bienvenue.' })).status).toBe(409)
  expect(await app.text('/moderation')).toContain('Rien à relire')

  const second = await file(app, 'nour', 'Et maintenant, une seconde idée sur le parc.')
  await app.signIn('louis')
  expect(await app.text('/parc/1/debat')).toContain('je découvre')
  expect(await app.text(second.path)).toContain('une seconde idée')
})

test('hiding names a rule, leaves a notice, and is read again by somebody else', async () => {
  const app = await start()
  const { path, file: dossier } = await file(app, 'louis', 'Mon voisin du 12 rue du Lavoir est un idiot.')
  await app.signIn('amina')
  await app.post(`${path}/reponses`, { text: 'Restons polis, voulez-vous ?' })
  await app.signIn('claire')
  expect((await app.post(`${dossier}/decision`, { act: 'hidden', reason: 'Nomme et insulte un voisin.' })).status).toBe(422)
  expect((await app.post(`${dossier}/decision`, { act: 'hidden', rule: '77', reason: 'Nomme et insulte un voisin.' })).status).toBe(409)
  expect((await app.post(`${dossier}/decision`, { act: 'hidden', rule: '1', reason: 'Nomme et insulte un voisin.' })).status).toBe(303)

  await app.signIn('amina')
  const seen = await app.text(path)
  expect(seen).toContain('règle n° 1, « Respecter les personnes »')
  expect(seen).toContain('Restons polis')
  expect(seen).not.toMatch(/idiot|Louis/)
  expect(seen).not.toContain('Nomme et insulte')
  expect((await app.post(`${path}/appui`, { quality: 'argued' })).status).toBe(409)

  await app.signIn('louis')
  expect(await app.text(path)).toContain('Nomme et insulte un voisin.')
  const own = await app.text('/moderation/mes-publications')
  const appeal = /\/moderation\/mes-publications\/(\d+)\/recours/.exec(own)!
  await app.signIn('amina')
  expect((await app.post(appeal[0], { text: 'Ce n’est pas à moi mais j’essaie.' })).status).toBe(404)
  await app.signIn('louis')
  expect((await app.post(appeal[0], { text: 'non' })).status).toBe(422)
  expect((await app.post(appeal[0], { text: 'Je retire l’adresse, mais le fond est vrai.' })).status).toBe(303)
  expect((await app.post(appeal[0], { text: 'Je redemande une seconde fois.' })).status).toBe(409)

  const answer = { outcome: 'restored', reason: 'Le propos est vif mais admissible.' }
  await app.signIn('claire')
  expect(await app.text('/moderation?file=secondes-lectures')).toContain('une autre personne doit décider')
  expect((await app.post(`/moderation/recours/${appeal[1]}`, answer)).status).toBe(409)
  await app.signIn('marc')
  expect((await app.post(`${dossier}/decision`, { act: 'released', reason: 'Sans répondre à l’auteur.' })).status).toBe(409)
  expect((await app.post(`/moderation/recours/${appeal[1]}`, answer)).status).toBe(303)
  expect((await app.post(`/moderation/recours/${appeal[1]}`, answer)).status).toBe(409)

  await app.signIn(null)
  expect(await app.text(path)).toContain('idiot')
  const register = await app.text('/moderation/registre')
  expect(register).toContain('Masqué, règle n° 1')
  expect(register).toContain('Rendu visible après seconde lecture')
  expect(register).not.toMatch(/Louis|Claire|idiot|Nomme et insulte/)
})

test('the database refuses that the same person hides and decides the appeal', async () => {
  const app = await start()
  const { path, file: dossier } = await file(app, 'louis', 'Mon voisin du 12 rue du Lavoir est un idiot.')
  await app.signIn('claire')
  await app.post(`${dossier}/decision`, { act: 'hidden', rule: '1', reason: 'Nomme et insulte un voisin.' })
  await app.signIn('louis')
  const own = await app.text('/moderation/mes-publications')
  await app.post(/\/moderation\/mes-publications\/\d+\/recours/.exec(own)![0], { text: 'Je voudrais une autre lecture.' })
  const settle = (who: string) =>
    app.owner.pool.query(
      `update moderation.appeal set outcome = 'confirmed', reason = 'x', decided_at = now(), decided_by = '00000000-0000-4000-8000-${who}'`,
    )
  await expect(settle('000000000006')).rejects.toThrow(/check/)
  await expect(settle('000000000002')).rejects.toThrow(/check/)
  expect((await settle('000000000007')).rowCount).toBe(1)
  expect(path).toContain('/parc/1/debat/')
})

test('a report is sent once, hides nothing by itself, and is settled by a decision', async () => {
  const app = await start()
  const { path, subject, file: dossier } = await file(app, 'louis', 'Achetez mes tomates, elles sont superbes.')
  expect((await app.post('/moderation/signalements', { subject, reason: 'C’est moi-même.' })).status).toBe(409)
  await app.signIn('amina')
  expect(await app.text(`/moderation/signaler?sujet=${subject}`)).toContain('Achetez mes tomates')
  expect((await app.post('/moderation/signalements', { subject, reason: '' })).status).toBe(422)
  const twice = await Promise.all([1, 2].map(() => app.post('/moderation/signalements', { subject, reason: 'De la publicité, règle 5.' })))
  expect(twice.map(answer => answer.status).toSorted()).toEqual([200, 409])
  expect((await app.post('/moderation/signalements', { subject: 'argument:999', reason: 'Un texte qui n’existe pas.' })).status).toBe(404)
  expect((await app.post('/moderation/signalements', { subject: "x' or 1=1", reason: 'Une clé de travers.' })).status).toBe(404)
  await app.signIn(null)
  expect(await app.text(path)).toContain('Achetez mes tomates')
  await app.signIn('claire')
  expect(await app.text('/moderation?file=signales')).toContain('1 signalement')
  expect((await app.post(`${dossier}/decision`, { act: 'kept', reason: 'C’est une boutade, pas une publicité.' })).status).toBe(303)
  expect(await app.text('/moderation?file=signales')).toContain('Aucun signalement')
})

test('two agents at once: one decision, and the other is told', async () => {
  const app = await start()
  const { file: dossier } = await file(app, 'nour', 'Bonjour, je découvre le parc et je l’aime.')
  await app.signIn('claire')
  const answers = await Promise.all(
    [1, 2, 3].map(() => app.post(`${dossier}/decision`, { act: 'released', reason: 'Rien à redire, bienvenue.' })),
  )
  expect(answers.map(answer => answer.status).toSorted()).toEqual([303, 409, 409])
})

test('the rules are public, versioned, and cited in the version that applied', async () => {
  const app = await start()
  expect(await app.text('/moderation/regles')).toContain('Règle n° 6')
  const { path, file: dossier } = await file(app, 'louis', 'Une publicité pour mes tomates.')
  await app.signIn('claire')
  await app.post(`${dossier}/decision`, { act: 'hidden', rule: '5', reason: 'Annonce commerciale.' })
  expect((await app.post('/moderation/regles', { rules: 'Pas de règle du tout ici' })).status).toBe(422)
  const published = await app.post('/moderation/regles', {
    rules: 'Chez nous, on s’écoute.\n\n1. S’écouter\nVraiment.\n\n2. Rester bref <b>toujours</b>',
  })
  expect(published.headers.get('location')).toBe('/moderation/regles?version=2')
  await app.signIn(null)
  const now = await app.text('/moderation/regles')
  expect(now).toContain('Règle n° 2 : Rester bref &lt;b>toujours')
  expect(now).not.toContain('Règle n° 5')
  expect(await app.text('/moderation/regles?version=1')).toContain('Règle n° 5')
  expect((await app.get('/moderation/regles?version=9')).status).toBe(404)
  expect(await app.text(path)).toContain('/moderation/regles?version=1#regle-5')
  expect((await app.get('/moderation/regles/nouvelle-version')).status).toBe(303)
})

test('another commune sees nothing of it', async () => {
  const app = await start()
  const { file: dossier, subject } = await file(app, 'nour', 'Bonjour, je découvre le parc et je l’aime.')
  await app.signIn('odile')
  const away = (path: string) => app.request(`http://orsigny.localhost${path}`)
  expect((await away(dossier)).status).toBe(404)
  const queue = await away('/moderation')
  expect(queue.status).toBe(200)
  expect(await queue.text()).not.toContain('Nour')
  expect((await away(`/moderation/signaler?sujet=${subject}`)).status).toBe(404)
})
