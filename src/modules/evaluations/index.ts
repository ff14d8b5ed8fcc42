import { formCode } from '#engines/paper'
import { sql } from '#kernel/db'
import { defineService } from '#kernel/service'
import { turnCampaigns } from './acts/campaigns.ts'
import { kioskKey } from './acts/kioskKey.ts'
import { calendar } from './calendar.ts'
import { changes } from './changes.ts'
import { demo } from './demo.ts'
import { home } from './home.ts'
import { openData } from './openData.ts'
import { outcomes } from './outcomes.ts'
import { personalData } from './personalData.ts'
import { feedFirst } from './acts/publishResults.ts'
import { related } from './related.ts'
import { retention } from './retention.ts'
import { routes } from './routes.ts'
import { search } from './search.ts'

/** Services judged by those who use them, with the questions of the country; what they say, and what changed because of it. */
export const evaluations = defineService({
  id: 'evaluations',
  path: '/evaluations',
  title: { fr: 'Évaluations des services', en: 'Evaluations of services' },
  navigation: {
    section: 'judge',
    order: 30,
    about: {
      fr: 'Les services jugés par celles et ceux qui s’en servent.',
      en: 'Services judged by those who use them.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  personalData,
  retention,
  openData,
  search,
  home,
  related,
  changes,
  outcomes,
  calendar,
  demo,
  events: {
    'commitment.made': (world, event) => feedFirst(world, event.subject.slice('commitment:'.length)),
  },
  jobs: {
    // Before commitments are judged, so that the figures of the last day are there.
    'evaluations.turn': { every: '5 * * * *', run: system => system.forEachBody(turnCampaigns) },
  },
  samples: async world => {
    const { rows } = await sql<{ campaign: string; verbatim: string | null; kiosk: string | null }>`
      select c.id::text as campaign, k.id::text as kiosk,
        (select w.id::text from evaluations.word w where w.body_id = c.body_id
          and not exists (select from evaluations.reading r where r.body_id = w.body_id and r.word_id = w.id) order by w.id limit 1) as verbatim
      from evaluations.campaign c join evaluations.kiosk k on k.body_id = c.body_id and k.campaign_id = c.id and k.stopped_at is null
      where c.body_id = ${world.body.id} order by c.opens_on desc, c.id desc limit 1`.execute(world.db)
    const found = rows[0]
    const campaign = found?.campaign ?? '1'
    const kiosk = found?.kiosk ?? '1'
    return {
      campaign,
      kiosk,
      kioskKey: kioskKey(world, kiosk),
      verbatim: found?.verbatim ?? '1',
      evaluationCode: await formCode(world, `/evaluations/${campaign}/repondre`),
    }
  },
})
