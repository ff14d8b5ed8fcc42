import { AnswerSheet, SheetBoxes, SheetLines, SheetQuestion } from './answerSheet.tsx'

export const examples = {
  'une feuille': () => (
    <AnswerSheet title="De quoi avez-vous besoin à la poste ?" number="Feuille n° 12" code="4K7R29" intro={<p>Cochez les cases.</p>}>
      <SheetQuestion number={1} label="Allez-vous à la poste ?">
        <SheetBoxes boxes={['Oui', 'Non']} />
      </SheetQuestion>
      <SheetQuestion number={2} label="Êtes-vous satisfait des horaires ?" when="Si vous avez répondu « Oui » à la question 1 :">
        <SheetBoxes across boxes={['1', '2', '3', '4', '5', 'Ne sait pas']} />
      </SheetQuestion>
      <SheetQuestion number={3} label="Que changeriez-vous ?" help="Ne donnez pas de nom.">
        <SheetLines lines={3} />
      </SheetQuestion>
      <SheetQuestion number={4} label="À combien de minutes habitez-vous ?">
        <SheetLines lines={1} unit="minutes" />
      </SheetQuestion>
    </AnswerSheet>
  ),
}
