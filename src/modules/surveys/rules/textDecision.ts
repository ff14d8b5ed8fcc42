/** What an agent decided about a free text: published as it is, with what they took out, or not published; null when unclear. */
export const textDecision = (
  written: string,
  decision: string,
  edited: string,
): { readonly decision: 'shown' | 'edited' | 'kept-back'; readonly text: string } | null => {
  if (decision === 'kept-back') return { decision, text: '' }
  if (decision === 'shown') return { decision, text: written }
  const text = edited.toWellFormed().replaceAll('\u0000', '').trim()
  return decision === 'edited' && text !== '' && text.length <= 4000 ? { decision, text } : null
}

/** What may let somebody be recognised: numbers, addresses, titles followed by a name. Only a warning: the agent decides. */
export const mayNameSomeone = (text: string): boolean =>
  /(?:\+33|0)\s?[1-9](?:[\s.-]?\d{2}){4}|[\w.+-]+@[\w-]+\.\w+|\b(?:M\.|Mme|Mlle|monsieur|madame|docteur|Dr)\s+\p{Lu}|\b\d{1,4}\s+(?:bis\s+|ter\s+)?(?:rue|avenue|chemin|impasse|place|boulevard|allée)\b/iu.test(
    text,
  )
