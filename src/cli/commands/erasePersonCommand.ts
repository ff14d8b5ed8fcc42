import { erasePerson } from '#modules/accounts'
import { ask } from '../ask.ts'
import { type Command, Refused } from '../command.ts'
import { type InHouse, inHouse } from '../inHouse.ts'

export const erasePersonCommand: Command = {
  name: 'erase-person',
  named: ['PERSON'],
  options: { yes: { type: 'boolean', help: { fr: 'ne demande pas de confirmation', en: 'does not ask for confirmation' } } },
  summary: {
    fr: 'Efface une personne (droit à l’effacement, RGPD article 17).',
    en: 'Erases a person (right to erasure, GDPR article 17).',
  },
  help: {
    fr: 'PERSON est son adresse électronique ou son identifiant. Chaque service efface ou rend anonyme ce qu’il sait d’elle ; le journal reste vérifiable. Rien ne permet de revenir en arrière, et une sauvegarde plus ancienne la contient encore.',
    en: 'PERSON is their e-mail address or identifier. Each service erases or anonymises what it knows of them; the journal stays verifiable. Nothing brings it back, and an older backup still holds it.',
  },
  run: call =>
    inHouse(call, async house => {
      const person = await personNamed(house, call.named.PERSON ?? '')
      if (!person) throw new Refused(call.t('person.unknown', { person: call.named.PERSON }))
      if (!call.values.yes && !(await ask.confirmed(call.t('person.confirm', { name: person.name }), call.t))) return 1
      for (const body of await house.system.bodies()) {
        if (!person.bodies.includes(body.id)) continue
        call.tell(`  ${body.slug}`)
        await house.system.inBody(body, world => erasePerson(world as never, house.rooms, person.id))
      }
      call.say(call.t('person.erased', { id: person.id }))
      return 0
    }),
}

const personNamed = async ({ owner }: InHouse, wanted: string): Promise<{ id: string; name: string; bodies: number[] } | undefined> => {
  const { rows } = await owner.pool.query(
    `select p.id, p.name, array(select body_id from kernel.presence where person_id = p.id order by body_id) as bodies
     from kernel.person p left join kernel.contact c on c.person_id = p.id
     where p.id::text = lower($1) or lower(c.email) = lower($1)`,
    [wanted],
  )
  return rows[0]
}
