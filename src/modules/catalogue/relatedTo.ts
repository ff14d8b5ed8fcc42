import type { Variables } from '#kernel/http'
import type { ServiceId, Tables } from './schema.ts'

export interface RelatedLinks {
  readonly label: string
  readonly links: readonly { readonly title: string; readonly url: string }[]
}

/** What every other room of the house says about a service; a room that has nothing to say is left out. */
export const relatedTo = async (world: Variables<Tables>, service: ServiceId): Promise<readonly RelatedLinks[]> => {
  const said = await Promise.all(
    world.contributors
      .flatMap(room => room.related ?? [])
      .map(async ({ label, find }) => ({ label: label[world.locale], links: await find(world, `service:${service}`) })),
  )
  return said.filter(({ links }) => links.length > 0)
}
