import type { Section } from '#kernel/http'
import type { SectionId, Service } from '#kernel/service'

/** Each has a page of its own, which says what one does in each of its rooms; that of services is the catalogue. */
const sections: readonly { readonly id: SectionId; readonly href: string; readonly label: { readonly fr: string; readonly en: string } }[] =
  [
    { id: 'propose', href: '/proposer', label: { fr: 'Proposer', en: 'Propose' } },
    { id: 'decide', href: '/decider', label: { fr: 'Décider', en: 'Decide' } },
    { id: 'run', href: '/services', label: { fr: 'Services', en: 'Services' } },
    { id: 'judge', href: '/suivre', label: { fr: 'Suivre', en: 'Follow' } },
  ]

/** The main navigation: sections that have rooms, and their rooms in order. */
export const navigationOf = (services: readonly Service[]): readonly Section[] =>
  sections.flatMap(({ id, href, label }) => {
    const rooms = services
      .flatMap(({ path, title, navigation }) => (navigation?.section === id ? [{ href: path, label: title, ...navigation }] : []))
      .toSorted((a, b) => a.order - b.order)
    return rooms.length === 0 ? [] : [{ href, label, rooms }]
  })
