import type { Gesture } from '../rules/terms.ts'

/** How a gesture is written in an address. */
export const gestureWords: readonly { readonly gesture: Gesture; readonly word: string }[] = [
  { gesture: 'rewrite', word: 'modifier' },
  { gesture: 'removal', word: 'retirer' },
  { gesture: 'addition', word: 'ajouter' },
]
export const gestureOf = (word: string | undefined): Gesture | null => gestureWords.find(one => one.word === word)?.gesture ?? null
