import { identity, linkMinutes } from '#kernel/auth'
import { type Command, Refused } from '../command.ts'
import { inHouse } from '../inHouse.ts'

export const linkCommand: Command = {
  name: 'link',
  named: ['EMAIL'],
  summary: {
    fr: 'Donne un lien de connexion à usage unique, quand le courrier ne part pas.',
    en: 'Gives a single-use sign-in link, when mail does not leave.',
  },
  run: call =>
    inHouse(call, async ({ cluster, keys, mode, owner }) => {
      const { config, named, t } = call
      const email = named.EMAIL ?? ''
      const { rowCount } = await owner.pool.query('select from kernel.contact where lower(email) = lower($1)', [email])
      if (rowCount === 0) throw new Refused(t('person.unknown', { person: email }))
      const url = config.url ?? `http://localhost:${config.port}`
      const door = await identity({
        application: cluster.url('application'),
        secret: keys.signing,
        url,
        mode,
        trustProxy: config.trustProxy,
      })
      const token = await door.linkFor(url, email, new Headers())
      await door.close()
      if (!token) throw new Refused(t('link.tooMany'))
      call.tell(t('link.minutes', { minutes: linkMinutes }))
      call.say(`${url}/connexion/lien?jeton=${encodeURIComponent(token)}`)
      return 0
    }),
}
