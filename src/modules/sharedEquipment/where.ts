import { mayRun } from '#engines/booking'
import type { Here } from './schema.ts'

export const home = '/materiel-partage'
/** The room's name in the engine booking. */
export const owner = 'sharedEquipment'
export const itemPath = (id: string) => `${home}/objets/${id}`
export const loanPath = (id: string) => `${home}/prets/${id}`
export const agreementPath = (id: number) => `${home}/conventions/${id}`
export const yearPath = (agreement: number, year: number) => `${agreementPath(agreement)}/comptes/${year}`

/** Who holds the pen: at the desk, not the person it is for. */
export const pen = ({ actor }: Pick<Here, 'actor'>): string | null => actor.onBehalf?.keyedBy ?? actor.personId
/** An agent of this commune, or somebody named for its shared equipment. */
export const runs = (world: Here): Promise<boolean> => mayRun(world, owner)
