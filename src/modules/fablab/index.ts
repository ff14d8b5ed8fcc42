import { incidentsOf, sessionsOf, stewardsOf } from '#engines/booking'
import { moderationOf } from '#engines/moderation'
import { sql } from '#kernel/db'
import { defineService } from '#kernel/service'
import { changes, outcomes } from './changes.ts'
import { demo } from './demo.ts'
import { words } from './locales/index.ts'
import { openData } from './openData.ts'
import { projectSubject } from './pages/ProjectPages.tsx'
import { personalData } from './personalData.ts'
import { machines } from './queries/machines.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { type Here, owner } from './schema.ts'
import { fablabSettings, serviceOf } from './service.ts'

/** Shared machines with their permits and safety rules, and a repair café that speaks the open repair standard. */
export const fablab = defineService({
  id: 'fablab',
  path: '/fablab',
  title: { fr: 'FabLab', en: 'FabLab' },
  navigation: {
    section: 'run',
    order: 40,
    about: {
      fr: 'Réserver une machine, se former, réparer ce qui ne marche plus.',
      en: 'Book a machine, be trained, repair what no longer works.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  personalData,
  retention,
  changes,
  outcomes,
  openData,
  settings: fablabSettings,
  demo,
  home: [
    {
      order: 60,
      card: async (world: Here) => {
        const t = words(world.locale)
        const all = await machines(world)
        if (all.length === 0) return null
        return {
          title: t('home.title'),
          items: [
            ...all.slice(0, 3).map(one => ({ title: one.name, url: one.path })),
            { title: t('cafe.title'), url: '/fablab/repair-cafe' },
          ],
          more: { label: t('home.more'), url: '/fablab' },
        }
      },
    },
  ],
  calendar: async (world: Here, from, to) =>
    (await sessionsOf(world, owner, { startsAt: `${from.slice(0, 10)}T00:00:00Z`, endsAt: `${to.slice(0, 10)}T00:00:00Z` }))
      .filter(one => one.cancelledAt === null)
      .map(one => ({
        id: `session-${one.id}`,
        title: one.name,
        startsAt: one.startsAt,
        endsAt: one.endsAt,
        url: one.path,
        ...(one.place ? { place: one.place } : {}),
      })),
  search: [
    {
      id: 'fablab',
      label: { fr: 'Machines et projets du FabLab', en: 'Machines and projects of the FabLab' },
      find: async (world: Here, asked, limit) => {
        const { rows } = await sql<{ id: string; title: string; url: string; excerpt: string; rank: number }>`
          select p.id::text as id, p.title, '/fablab/projets/' || p.id as url, left(p.text, 200) as excerpt, word_similarity(${asked}, p.title || ' ' || p.text) as rank
          from fablab.project p where p.body_id = ${world.body.id} and word_similarity(${asked}, p.title || ' ' || p.text) > 0.4
          order by rank desc, p.id desc limit ${limit}`.execute(world.db)
        const moderated = await moderationOf(
          world.db,
          world.body.id,
          rows.map(one => projectSubject(one.id)),
        )
        return rows
          .filter(one => moderated.get(projectSubject(one.id)).state === 'visible')
          .map(({ id: _, ...row }) => ({ ...row, excerpt: row.excerpt.toWellFormed() }))
      },
    },
  ],
  related: [
    {
      label: { fr: 'Faire et réparer', en: 'Make and repair' },
      find: async (world: Here, subject) =>
        subject === `service:${await serviceOf(world)}` ? [{ title: words(world.locale)('title'), url: '/fablab' }] : [],
    },
  ],
  samples: async (world: Here) => {
    const { rows } = await sql<Record<string, string | null>>`select
      (select resource_id::text from fablab.machine where body_id = ${world.body.id} order by (select count(*) from fablab.machine_material m where m.body_id = ${world.body.id} and m.resource_id = fablab.machine.resource_id) desc, resource_id limit 1) as machine,
      (select p.id::text from fablab.project p where p.body_id = ${world.body.id} order by exists (select from fablab.project_file f where f.body_id = p.body_id and f.project_id = p.id) desc, p.id limit 1) as project,
      (select f.id::text from fablab.project_file f where f.body_id = ${world.body.id} order by f.project_id, f.id limit 1) as file,
      (select id::text from fablab.repair where body_id = ${world.body.id} and shared_id = '' order by (status is null) desc, id limit 1) as repair,
      (select m.id::text from fablab.material m where m.body_id = ${world.body.id} order by (select count(*) from fablab.material_price p where p.body_id = m.body_id and p.material_id = m.id) desc, m.id limit 1) as material,
      (select id::text from fablab.repair_import where body_id = ${world.body.id} order by id limit 1) as imported`.execute(world.db)
    const found = rows[0] ?? {}
    const [training] = await sessionsOf(world, owner, { startsAt: '2020-01-01T00:00:00Z', endsAt: '2100-01-01T00:00:00Z' }, 'training')
    return {
      machine: found.machine ?? '1',
      fablabProject: found.project ?? '1',
      fablabFile: found.file ?? '1',
      fablabMaterial: found.material ?? '1',
      repair: found.repair ?? '1',
      repairImport: found.imported ?? '1',
      training: training?.id ?? '1',
      fablabIncident: (await incidentsOf(world, owner))[0]?.id ?? '1',
      fablabSteward: (await stewardsOf(world, owner))[0]?.id ?? '1',
    }
  },
})
