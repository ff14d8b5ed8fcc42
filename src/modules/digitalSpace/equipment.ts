import { z } from 'zod'

/** What a seat has; each is said in the locales. */
export const equipment = [
  'large-screen',
  'adjustable-desk',
  'screen-reader',
  'large-keyboard',
  'headset',
  'webcam',
  'scanner',
  'quiet-room',
] as const
export type Equipment = (typeof equipment)[number]

const Details = z.object({ equipment: z.array(z.enum(equipment)).catch([]) })
/** What the room keeps beside a resource of the booking engine; what it does not know is left out. */
export const equipmentOf = (details: unknown): readonly Equipment[] => Details.safeParse(details).data?.equipment ?? []

const Workshop = z.object({ level: z.string().catch('debutant'), needs: z.string().catch('') })
/** The level of a workshop, and what to bring or to know before. */
export const workshopDetails = (details: unknown): { readonly level: string; readonly needs: string } =>
  Workshop.safeParse(details).data ?? { level: 'debutant', needs: '' }

const about = {
  debutant: 'workshop.about.debutant',
  intermediaire: 'workshop.about.intermediaire',
  avance: 'workshop.about.avance',
} as const
/** The sentence that says for whom a level is; an unknown level is said as the first. */
export const aboutLevel = (level: string) => Object.entries(about).find(([one]) => one === level)?.[1] ?? about.debutant
