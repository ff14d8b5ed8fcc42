import { blank, wrong } from '../control/exampleForm.ts'
import { Scale } from './scale.tsx'

const ends = { points: 5, low: 'Pas du tout satisfait', high: 'Tout à fait satisfait', unsure: { value: 'unsure', label: 'Ne sait pas' } }

export const examples = {
  'de 1 à 5': () => (
    <form>
      <Scale form={blank} name="seats" label="L’accueil au guichet" {...ends} prefix="scale" />
    </form>
  ),
  'à corriger': () => (
    <form>
      <Scale form={wrong} name="seats" label="Les horaires" {...ends} prefix="scale-wrong" />
    </form>
  ),
}
