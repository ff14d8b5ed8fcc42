import { KioskButtons } from './kioskButtons.tsx'

export const examples = {
  'les réponses d’une borne': () => (
    <form>
      <KioskButtons
        name="satisfaction"
        answers={[
          { value: 'good', label: 'Bien', mood: 'good' },
          { value: 'medium', label: 'Moyen', mood: 'medium' },
          { value: 'bad', label: 'Mal', mood: 'bad' },
        ]}
      />
    </form>
  ),
}
