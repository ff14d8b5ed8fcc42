import { endTenancy } from './acts/endTenancy.ts'
import { offerNext } from './acts/offers.ts'
import { tell } from './acts/tell.ts'
import { asOpen, heldIn, openSteps } from './queries/tenancies.ts'
import { isReleased } from './rules/procedure.ts'
import type { Here } from './schema.ts'

/** Every morning: offers without an answer go to the next, releases whose delay has passed take effect, seasons that are over end. */
export const keepPlots = async (world: Here): Promise<void> => {
  const steps = await openSteps(world)
  for (const tenancy of await heldIn(world)) {
    if (tenancy.endedOn !== null) continue
    const facts = { plot: tenancy.plotNumber, garden: tenancy.gardenName }
    if (tenancy.signedAt === null && world.today > tenancy.answerBy) {
      await endTenancy(world, tenancy, 'expired')
      await tell(world, { person: tenancy.person, kind: 'expired', tenancy: tenancy.id, facts })
      await offerNext(world, tenancy.plot)
    } else if (asOpen(steps.filter(step => step.tenancy === tenancy.id)).some(step => isReleased(step, world.today))) {
      await endTenancy(world, tenancy, 'released')
      await tell(world, { person: tenancy.person, kind: 'released', tenancy: tenancy.id, facts })
      await offerNext(world, tenancy.plot)
    } else if (world.today > tenancy.until) {
      await endTenancy(world, tenancy, tenancy.signedAt === null ? 'expired' : 'season-over')
    }
  }
}
