import { together } from '#kernel/db'
import type { Contributor, World } from '#kernel/world'

/** What one room says about something another room shows, in the reader's language. */
export interface RelatedGroup {
  readonly label: string
  readonly links: readonly { readonly title: string; readonly url: string; readonly note?: string }[]
}

/** What every room of the house says about `measure:3` or `service:7`, in the order of the rooms; those with nothing to say are left out. */
export const relatedTo = async (
  contributors: readonly Contributor[],
  world: World<any>,
  subject: string,
): Promise<readonly RelatedGroup[]> => {
  const groups = await together(
    contributors
      .flatMap(room => room.related ?? [])
      .map(async ({ label, find }) => ({ label: label[world.locale], links: await find(world, subject) })),
  )
  return groups.filter(({ links }) => links.length > 0)
}
