import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inventedPlace } from '../data/invented.ts'
import { codesOf, nationalFields, scopes } from '../national.ts'
import { durationsOn } from '../parameters.ts'
import { standard } from '../place.ts'
import { lastDayOf, type MandateFacts, mayUse, stateOn } from './mandate.ts'
import { masked, maskedEach } from './masked.ts'
import { openMonth } from './openMonth.ts'
import { osmHours } from './osmHours.ts'
import { validateRow } from './validateRow.ts'

test.each([
  [1, '2026-12-01'],
  [31, '2026-12-31'],
  [182, '2027-05-31'],
  [365, '2027-11-30'],
])('a mandate of %i days given on 1 December 2026 ends on %s, included', (days, last) => {
  expect(durationsOn('2026-12-01')).toContain(days)
  expect(lastDayOf('2026-12-01', days)).toBe(last)
})

const mandate = (more: Partial<MandateFacts> = {}): MandateFacts => ({
  firstDay: '2026-12-01',
  lastDay: '2026-12-31',
  scopes: [
    { scope: 'logement', revokedAt: null },
    { scope: 'justice', revokedAt: '2026-12-05T09:00:00.000Z' },
  ],
  expiredAt: null,
  ...more,
})
test.each([
  ['logement', '2026-12-01', 'ok'],
  ['logement', '2026-12-31', 'ok'],
  ['logement', '2027-01-01', 'ended'],
  ['logement', '2026-11-30', 'ended'],
  ['justice', '2026-12-02', 'revoked'],
  ['argent_impots', '2026-12-02', 'not-in-it'],
])('in %s, on %s: %s', (scope, today, said) => {
  const verdict = mayUse(mandate(), scope, today)
  expect(verdict.ok ? 'ok' : verdict.because).toBe(said)
})
test('once its end is written a mandate allows nothing, whatever the day', () => {
  expect(mayUse(mandate({ expiredAt: '2026-12-10T00:00:00.000Z' }), 'logement', '2026-12-10').ok).toBe(false)
})
test('a mandate is running, ended, or taken back in each of its parts', () => {
  expect([stateOn(mandate(), '2026-12-31'), stateOn(mandate(), '2027-01-01')]).toEqual(['active', 'ended'])
  expect(stateOn(mandate({ scopes: [{ scope: 'justice', revokedAt: 'x' }] }), '2026-12-02')).toBe('revoked')
})

const counts = fc.uniqueArray(fc.record({ code: fc.string({ minLength: 1 }), count: fc.nat(40) }), {
  selector: one => one.code,
  minLength: 1,
  maxLength: 8,
})
test('nobody works out a small number from what is shown and the total', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 11 }), (given, threshold) => {
      const { total, counts: shown } = masked(given, threshold)
      if (total === null) {
        expect(shown.every(({ count }) => count === null)).toBe(true)
        return
      }
      expect(shown.every(({ count }) => count === null || count >= threshold || count === 0)).toBe(true)
      const hidden = given.filter(({ code }) => shown.find(one => one.code === code)?.count === null)
      const sum = hidden.reduce((so, { count }) => so + count, 0)
      if (hidden.some(({ count }) => count > 0)) expect(sum).toBeGreaterThanOrEqual(Math.min(threshold, total))
      // with a single masked number, the total would give it
      expect(hidden.length === 1 && hidden[0]!.count > 0 && hidden[0]!.count < threshold).toBe(false)
    }),
  )
})
test('what is large enough is shown as it is', () => {
  expect(
    masked(
      [
        { code: 'a', count: 12 },
        { code: 'b', count: 9 },
      ],
      5,
    ),
  ).toEqual({
    total: 21,
    counts: [
      { code: 'a', count: 12 },
      { code: 'b', count: 9 },
    ],
  })
  expect(
    masked(
      [
        { code: 'a', count: 12 },
        { code: 'b', count: 2 },
      ],
      5,
    ).counts.map(({ count }) => count),
  ).toEqual([null, null])
  expect(
    maskedEach(
      [
        { code: 'a', count: 12 },
        { code: 'b', count: 4 },
      ],
      5,
    ).map(({ count }) => count),
  ).toEqual([12, null])
})

test.each([
  ['2026-12-05', '2026-11-01'],
  ['2026-12-06', '2026-12-01'],
  ['2027-01-01', '2026-12-01'],
])('on %s, months are open from %s', (today, first) => expect(openMonth(today)).toBe(first))

const opening = (days: string, starts: string, minutes: number) => ({
  rule: `FREQ=WEEKLY;BYDAY=${days}`,
  starts,
  minutes,
  firstDay: '2026-01-01',
  lastDay: null,
})
test.each([
  [
    [opening('MO,TU,WE,TH,FR', '09:00', 180), opening('MO,TU,WE,TH,FR', '14:00', 270), opening('SA', '08:30', 210)],
    'Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00',
  ],
  [[opening('TU,TH', '14:00', 240), opening('WE', '09:30', 180)], 'Tu,Th 14:00-18:00; We 09:30-12:30'],
  [[{ ...opening('TU', '14:00', 240), lastDay: '2026-06-30' }], ''],
  [[{ ...opening('TU', '14:00', 240), rule: 'FREQ=MONTHLY;BYDAY=1TU' }], ''],
])('opening hours are written as OpenStreetMap does (%#)', (openings, written) => expect(osmHours(openings, '2026-12-01')).toBe(written))

// The first row of the example file published with the schema (exemple-valide.csv, same version), and what breaks it.
const published = {
  id: 'structure-1',
  pivot: '43493312300029',
  nom: 'Anonymal',
  commune: 'Reims',
  code_postal: '51100',
  code_insee: '51454',
  adresse: '12 BIS RUE DE LECLERCQ',
  latitude: '43.52609',
  longitude: '5.41423',
  typologie: 'TIERS_LIEUX|ASSO',
  telephone: '+33180059880',
  itinerance: 'Itinérant',
  date_maj: '2024-04-02',
  services: 'Maîtrise des outils numériques du quotidien|Insertion professionnelle via le numérique|Loisirs et créations numériques',
  prise_en_charge_specifique: 'Surdité|Illettrisme|Langues étrangères (anglais)',
  frais_a_charge: 'Gratuit sous condition|Payant',
  dispositif_programmes_nationaux: 'Aidants Connect|Conseillers numériques|La Croix Rouge',
  formations_labels: 'Formé à « Mon Espace Santé »|Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
  modalites_acces: 'Se présenter|Téléphoner',
  modalites_accompagnement: 'Dans un atelier collectif|À distance|En autonomie|Accompagnement individuel',
}
test('the published example is valid, and so is the place of the demonstration', () => {
  expect(standard).toMatchObject({ version: 'v1.0.2', updated: '2024-04-11' })
  expect(standard.fields).toHaveLength(32)
  expect(validateRow(standard.fields, published)).toEqual([])
  expect(validateRow(standard.fields, { ...inventedPlace, id: 'x', date_maj: '2026-12-01' })).toEqual([])
})
test.each([
  ['nom', '', 'required'],
  ['pivot', '434 933', 'pattern'],
  ['code_postal', '5110', 'pattern'],
  ['telephone', '01 80 05 98 80', 'pattern'],
  ['date_maj', '2024-02-30', 'not-a-day'],
  ['latitude', '43,5', 'not-a-number'],
  ['services', 'Maîtrise des outils numériques du quotidien|Coiffure', 'not-in-list'],
  ['presentation_resume', 'a'.repeat(281), 'too-long'],
])('%s = “%s” is refused: %s', (field, value, because) => {
  expect(validateRow(standard.fields, { ...published, [field]: value })).toEqual([{ field, because }])
})

test('the national lists say where they come from, and that they are to be confirmed', () => {
  expect(nationalFields.status).toBe('to-be-confirmed')
  expect([codesOf('topic', 'procedure').length, codesOf('autonomy').length, codesOf('redirected').length, codesOf('level').length]).toEqual(
    [30, 3, 7, 3],
  )
  expect(scopes).toHaveLength(10)
  expect(scopes.every(scope => codesOf('procedure').includes(scope))).toBe(true)
})
