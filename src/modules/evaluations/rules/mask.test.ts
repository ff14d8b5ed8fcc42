import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Kind, masked, maskPersonal } from './mask.ts'

test.each<readonly [string, string, readonly Kind[]]>([
  ['Écrivez-moi à jeanne.petit@exemple.fr svp', 'Écrivez-moi à [masqué] svp', ['email']],
  ['mon adresse : Jeanne-Petit+poste@mail.exemple.co.uk.', 'mon adresse : [masqué].', ['email']],
  ['Appelez le 06 12 34 56 78 après 18 h', 'Appelez le [masqué] après 18 h', ['phone']],
  ['tél. 0612345678', 'tél. [masqué]', ['phone']],
  ['tél. 06.12.34.56.78', 'tél. [masqué]', ['phone']],
  ['joignable au +33 6 12 34 56 78', 'joignable au [masqué]', ['phone']],
  ['joignable au +33 (0)6 12 34 56 78', 'joignable au [masqué]', ['phone']],
  ['Mon numéro est le 2 84 03 91 122 005 43', 'Mon numéro est le [masqué]', ['nir']],
  ['Sécu 284039112200543 !', 'Sécu [masqué] !', ['nir']],
  ['Né en Corse : 1 70 05 2A 004 123 12', 'Né en Corse : [masqué]', ['nir']],
  ['Virez sur FR76 3000 6000 0112 3456 7890 189', 'Virez sur [masqué]', ['iban']],
  ['Virez sur FR7630006000011234567890189 merci', 'Virez sur [masqué] merci', ['iban']],
  ['Ma voiture AB-123-CD gênait', 'Ma voiture [masqué] gênait', ['plate']],
  ['La 1234 AB 91 aussi', 'La [masqué] aussi', ['plate']],
  ['J’habite 12 bis rue des Lilas, à côté', 'J’habite [masqué], à côté', ['address']],
  ['au 3, avenue du Général-Leclerc depuis dix ans', 'au [masqué] depuis dix ans', ['address']],
  ['Merci à Mme Roussel pour son aide', 'Merci à [masqué] pour son aide', ['person']],
  ['M. Jean-Pierre Le Gall était absent', '[masqué] était absent', ['person']],
  ['le docteur, Dr Benali, a refusé', 'le docteur, [masqué], a refusé', ['person']],
  ['Je m’appelle Odette Moreau et je suis déçue', 'Je m’appelle [masqué] et je suis déçue', ['person']],
  ['dossier n° 2024-118345 perdu', '[masqué] perdu', ['number']],
  ['mon numéro d’allocataire 1234567', 'mon [masqué]', ['number']],
  ['Mme Roussel, 06 12 34 56 78', '[masqué], [masqué]', ['person', 'phone']],
])('%s', (text, shown, found) => expect(maskPersonal(text)).toEqual({ text: shown, found }))

test.each([
  'J’ai attendu 45 minutes, puis 20 le lendemain.',
  'Ouvert de 9 h à 12 h 30 du lundi au vendredi.',
  'Le timbre coûte 1,39 € et le colis 12 450 € par an à la commune.',
  'Depuis 2019, la file fait 30 mètres dans la rue.',
  'La place de la Mairie est mal éclairée.',
  'Monsieur le maire devrait venir voir.',
  'Très bien. Merci à toute l’équipe du guichet 3 !',
  'Il y avait 12 personnes et une seule place assise.',
])('nothing to mask: %s', text => expect(maskPersonal(text)).toEqual({ text, found: [] }))

test('whatever is written, what stays is what was written, and masking twice changes nothing', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('06 12 34 56 78', 'a@b.fr', 'Mme Roussel', '12 rue des Lilas', ' ', ', '),
  )
  fc.assert(
    fc.property(fc.array(part), parts => {
      const text = parts.join(' ')
      const { text: shown, found } = maskPersonal(text)
      const kept = shown.split(masked)
      expect(kept.length - 1).toBeGreaterThanOrEqual(found.length)
      let at = 0
      for (const piece of kept) {
        const place = text.indexOf(piece, at)
        expect(place).toBeGreaterThanOrEqual(at)
        at = place + piece.length
      }
      if (found.length > 0) expect(shown).not.toBe(text)
    }),
  )
})

test('a telephone or an address never survives, wherever it stands', () => {
  const around = fc.constantFrom('', ' ', '. ', ' : ', '(', ') ', '\n', 'Bonjour, ', ' merci')
  const secret = fc.constantFrom('06 12 34 56 78', '0123456789', 'odette@exemple.fr', 'FR7630006000011234567890189', '284039112200543')
  fc.assert(
    fc.property(
      around,
      secret,
      around,
      (before, fact, after) => void expect(maskPersonal(`${before}${fact}${after}`).text).not.toContain(fact),
    ),
  )
})
