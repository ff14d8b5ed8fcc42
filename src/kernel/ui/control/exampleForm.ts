import { z } from 'zod'
import { emptyForm, manyOf, optionalText, parseForm, requiredText, wholeNumber, day, email, oneOf, checkbox } from '#kernel/forms'

const Meeting = z.object({
  subject: requiredText(120),
  reason: requiredText(2000),
  email: email,
  held: day,
  seats: wholeNumber(2, 200),
  place: oneOf(['mairie', 'marie-curie', 'gymnase']),
  needs: manyOf(['boucle', 'langue-des-signes', 'garde']),
  public: checkbox,
  note: optionalText(),
})

/** A form nobody filled yet. */
export const blank = emptyForm(Meeting)
/** The same, sent with four things to correct. */
export const wrong = parseForm(
  Meeting,
  { subject: '', reason: 'Le marché <de nuit> manque de bancs.', email: 'amina', held: '31/02/2027', seats: 'beaucoup', needs: 'garde' },
  'fr',
)

export const places = [
  { value: 'mairie', label: 'Mairie, salle du conseil' },
  { value: 'marie-curie', label: 'Centre culturel Marcel-Pagnol', hint: 'Accessible en fauteuil par l’entrée nord.' },
  { value: 'gymnase', label: 'Gymnase Chabrat' },
]
export const needs = [
  { value: 'boucle', label: 'Boucle magnétique' },
  { value: 'langue-des-signes', label: 'Interprète en langue des signes' },
  { value: 'garde', label: 'Garde d’enfants' },
]
