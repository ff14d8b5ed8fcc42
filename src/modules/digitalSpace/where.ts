/** What the booking engine calls this room. */
export const owner = 'digitalSpace'
/** What can be booked here: a seat with its equipment, the time of a facilitator, something that goes home. */
export const kinds = ['seat', 'facilitator', 'loan'] as const
export type Kind = (typeof kinds)[number]
export const home = '/espace-numerique'
export const thingPath = (id: string) => `${home}/choses/${id}`
export const workshopPath = (id: string) => `${home}/ateliers/${id}`
export const mandatePath = (id: string) => `${home}/mandats/${id}`
export const appointmentPath = (id: string) => `${home}/rendez-vous/${id}`
