import { blank, wrong } from '../control/exampleForm.ts'
import { Smileys } from './smileys.tsx'

const options = [
  { value: 'very_good', label: 'Très bien' },
  { value: 'good', label: 'Bien' },
  { value: 'medium', label: 'Moyen' },
  { value: 'bad', label: 'Mal' },
  { value: 'very_bad', label: 'Très mal' },
] as const

export const examples = {
  'une opinion': () => (
    <form>
      <Smileys form={blank} name="seats" label="Comment s’est passée votre visite ?" options={options} prefix="smileys" />
    </form>
  ),
  'à corriger': () => (
    <form>
      <Smileys form={wrong} name="seats" label="Comment s’est passée votre visite ?" options={options} prefix="smileys-wrong" />
    </form>
  ),
}
