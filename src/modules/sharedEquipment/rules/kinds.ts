export const kinds = ['vehicle', 'stage', 'tent', 'furniture', 'sound', 'kitchen', 'other'] as const
export type Kind = (typeof kinds)[number]
