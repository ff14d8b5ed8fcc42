import { z } from 'zod'

/** The page of this site from which a proposal was born, `/besoins/lignes/12`; anything else counts as none. */
export const origin = z
  .string()
  .default('')
  .transform(path => (/^\/[a-z0-9/_-]{1,199}$/.test(path) && !path.startsWith('//') ? path : ''))
