import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { sentences } from '../locales/index.ts'
import { addChange } from '../queries/changes.ts'
import { type Change, subjectOf } from '../schema.ts'

/** Says what changed because of what people said; those who follow the service are told. @returns its number */
export const declareChange = async (
  world: AnyWorld,
  service: { readonly id: string; readonly name: string },
  change: Omit<Change, 'id' | 'at' | 'service'>,
): Promise<string> => {
  const id = await addChange(world, { ...change, service: service.id })
  await record(world, 'evaluation.service-changed', {
    subject: `service:${service.id}`,
    content: {
      change: id,
      title: change.title,
      notify: {
        subject: `service:${service.id}`,
        also: change.campaign ? [subjectOf(change.campaign)] : [],
        title: `${service.name} : ${change.title}`.slice(0, 300).toWellFormed(),
        url: `/evaluations/service/${service.id}#changement-${id}`,
        what: sentences('told.changed'),
      },
    },
  })
  return id
}
