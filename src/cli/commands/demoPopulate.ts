import { populateAmendments, populateMeasures } from '#modules/measures'
import { prepareInstance } from '../../main.ts'
import { type Command, Refused } from '../command.ts'
import { bodyNamed, inHouse } from '../inHouse.ts'
import { openDatabase } from '../openDatabase.ts'
import { count } from '../readWords.ts'

export const demoPopulate: Command = {
  name: 'demo populate',
  options: {
    measures: { type: 'string', shows: 'N', help: { fr: 'mesures à ajouter (1000)', en: 'measures to add (1000)' } },
    residents: { type: 'string', shows: 'N', help: { fr: 'personnes inventées (1000)', en: 'invented people (1000)' } },
    supports: { type: 'string', shows: 'N', help: { fr: 'soutiens à répartir (10000)', en: 'supports to share out (10000)' } },
    amendments: { type: 'string', shows: 'N', help: { fr: 'amendements à ajouter (0)', en: 'amendments to add (0)' } },
    body: { type: 'string', shows: 'SLUG', help: { fr: 'collectivité (la première)', en: 'body (the first one)' } },
  },
  summary: { fr: 'Agrandit la démonstration, pour essayer de grands nombres.', en: 'Enlarges the demonstration, to try large numbers.' },
  async run(call) {
    const { config, t, values } = call
    const wanted = {
      measures: count(values, 'measures', 1000, t),
      residents: count(values, 'residents', 1000, t),
      supports: count(values, 'supports', 10_000, t),
    }
    const amendments = count(values, 'amendments', 0, t)
    const instance = await openDatabase(config)
    try {
      await prepareInstance(instance, 'demonstration', config, call.tell)
      return await inHouse(call, async house => {
        const [first] = await house.system.bodies()
        const body = values.body ? await bodyNamed(house, values.body, call) : first
        if (!body) throw new Refused(t('claim.empty'))
        const from = performance.now()
        const added = await house.system.inBody(body, async world => ({
          ...(await populateMeasures(world.db, body, wanted)),
          amendments: amendments > 0 ? await populateAmendments(world.db, body, amendments) : 0,
        }))
        call.say(t('populate.done', { ...added, seconds: Math.round((performance.now() - from) / 100) / 10 }))
        return 0
      })
    } finally {
      await instance.cluster.stop()
    }
  },
}
