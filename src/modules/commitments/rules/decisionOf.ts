/** Pages of this site that decide, by their address. */
const kinds: Readonly<Record<string, string>> = {
  mesures: 'measure',
  reponses: 'answer',
  questions: 'question',
  comites: 'committee',
  consultations: 'consultation',
  votes: 'ballot',
  'conseil/deliberations': 'deliberation',
  'budgets/idees': 'budget-idea',
  budgets: 'budget',
  'demarches-citoyennes/petitions': 'petition',
  'demarches-citoyennes/dossiers': 'legal-file',
}

/** What a page is called by the other rooms, `measure:4` for `/mesures/4`; null for a page that decides nothing. */
export const decisionOf = (url: string): string | null => {
  const found = /^\/([a-z-]+(?:\/[a-z-]+)?)\/(\d{1,18})(?:[/?#].*)?$/.exec(url)
  const kind = found && kinds[found[1]!]
  return kind ? `${kind}:${found[2]}` : null
}
