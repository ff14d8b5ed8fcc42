import { blank } from '../control/exampleForm.ts'
import { Hidden } from './hidden.tsx'

export const examples = {
  cachée: () => (
    <form>
      <Hidden form={blank} name="note" value="rien à voir ici" />
      <p>Une valeur accompagne ce formulaire sans se montrer.</p>
    </form>
  ),
}
