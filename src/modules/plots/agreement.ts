/** The agreement that holders sign: its edition changes when a word of it does; what was signed keeps its number. */
export const agreement = {
  document: 'plots:agreement',
  edition: 1,
  since: '2024-01-01',
  articles: ['use', 'season', 'fee', 'care', 'water', 'visits', 'steps', 'leaving', 'together'],
} as const
