import type { FrameData } from '#kernel/ui'
import type { C } from './router.ts'

/** What surrounds every page: the commune, the person, where they are. */
export const frameOf = (c: C<any>): FrameData => {
  const { body, actor, locale, mode, navigation, url, unread } = c.var
  const path = new URL(c.req.url).pathname
  return {
    body: { name: body.name, arms: body.arms, accent: body.accent },
    actor: {
      personId: actor.personId,
      name: actor.name,
      onBehalf: actor.onBehalf && { keyedByName: actor.onBehalf.keyedByName, channel: actor.onBehalf.channel, form: actor.onBehalf.form },
    },
    locale,
    path,
    address: `${url}${path}`,
    unread,
    demonstration: mode === 'demonstration',
    navigation: navigation.map(({ href, label, rooms }) => ({
      href,
      label: label[locale],
      isHere: path === href,
      rooms: rooms.map(room => ({
        href: room.href,
        label: room.label[locale],
        isHere: path === room.href || path.startsWith(`${room.href}/`),
      })),
    })),
  }
}
