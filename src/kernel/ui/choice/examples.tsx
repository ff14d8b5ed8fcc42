import { blank, places, wrong } from '../control/exampleForm.ts'
import { Choice } from './choice.tsx'

export const examples = {
  'une réponse': () => (
    <form>
      <Choice form={blank} name="place" label="Où se tient-elle ?" options={places} prefix="e" />
    </form>
  ),
  'à corriger': () => (
    <form>
      <Choice form={wrong} name="place" label="Où se tient-elle ?" options={places} prefix="f" />
    </form>
  ),
}
