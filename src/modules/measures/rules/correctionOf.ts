import type { CorrectionForm } from '../forms.ts'
import type { Correction } from './editPoints.ts'

/** What a button of the review screen means. */
export const correctionOf = (act: CorrectionForm['act'], reason: string): Correction => {
  switch (act) {
    case 'kind:objective':
    case 'place:objective':
      return { act: verb(act), kind: 'objective' }
    case 'kind:theme':
    case 'place:theme':
      return { act: verb(act), kind: 'theme' }
    case 'kind:measure':
    case 'place:measure':
      return { act: verb(act), kind: 'measure' }
    case 'kind:sub-measure':
    case 'place:sub-measure':
      return { act: verb(act), kind: 'sub-measure' }
    case 'drop':
      return { act, reason }
    default:
      return { act }
  }
}
const verb = (act: string) => (act.startsWith('kind') ? 'kind' : 'place')
