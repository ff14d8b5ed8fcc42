import { Statement } from './statement.tsx'
import { StatementBoxes } from './statementBoxes.tsx'

const options = [
  { value: 'agree', label: 'D’accord', sign: 'yes' },
  { value: 'disagree', label: 'Pas d’accord', sign: 'no' },
  { value: 'pass', label: 'Je ne sais pas', sign: 'pass' },
] as const

export const examples = {
  'une affirmation': () => (
    <form>
      <Statement
        text="Le marché devrait ouvrir aussi le vendredi soir."
        id="affirmation-exemple"
        answers={{ name: 'vote', label: 'Votre réponse', options }}
      />
    </form>
  ),
  'sur une feuille': () => (
    <form>
      <StatementBoxes number={1} text="Le marché devrait ouvrir aussi le vendredi soir." name="s1" options={options} chosen="agree" />
      <StatementBoxes number={2} text="Il faut garder des places de stationnement près des étals." name="s2" options={options} />
    </form>
  ),
}
