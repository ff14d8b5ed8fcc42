import { publishRules, rulebook } from '#engines/moderation'
import { addDays } from '#kernel/clock'
import { member } from '#kernel/demonstration'
import { actorFrom } from '#kernel/people'
import type { AnyWorld } from '#kernel/world'

/** Five days ago, the invented commune published its own version of the rules. */
export const demo = async (world: AnyWorld) => {
  const { id, name } = member('claire')
  const actor = actorFrom({ personId: id, name, roles: ['agent'], services: ['participation'] })
  const day = addDays(world.today, -5)
  const current = await rulebook(world.db, world.body.id)
  await publishRules(
    { ...world, actor, today: day, now: `${day}T14:30:00.000Z` },
    {
      introduction: current?.introduction ?? '',
      rules: [
        ...(current?.rules ?? []),
        {
          number: (current?.rules.length ?? 0) + 1,
          title: 'Dire quand une machine a écrit',
          detail: 'Un texte écrit par un logiciel est bienvenu s’il est relu et si son auteur le dit.',
        },
      ],
    },
  )
}
