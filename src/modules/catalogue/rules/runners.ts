/** Who answers for a public service. */
export const runners = ['commune', 'ccas', 'intercommunality', 'delegate', 'association', 'state'] as const
export type RunBy = (typeof runners)[number]
