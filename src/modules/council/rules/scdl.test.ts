import { describe, expect, test } from 'vitest'
import { isSiret, scdlFaults, scdlFields, type ScdlRecord } from './scdl.ts'

const valid: ScdlRecord = {
  COLL_NOM: 'Val-sur-Yvette',
  COLL_SIRET: '99999999800001',
  DELIB_ID: '2027-12',
  DELIB_DATE: '2027-03-11',
  DELIB_MATIERE_CODE: '7.10',
  DELIB_MATIERE_NOM: 'finances locales/divers',
  DELIB_OBJET: 'Un objet',
  BUDGET_ANNEE: '2027/2029',
  BUDGET_NOM: 'Budget principal',
  PREF_ID: 'PREF091',
  PREF_DATE: '2027-03-11',
  VOTE_EFFECTIF: '29',
  VOTE_REEL: '26',
  VOTE_POUR: '20',
  VOTE_CONTRE: '4',
  VOTE_ABSTENTION: '2',
  DELIB_URL: 'https://yvette.exemple.fr/conseil/deliberations/12/texte.pdf',
}
const header = scdlFields.map(field => field.name)
const faults = (change: Partial<Record<string, string>>) => scdlFaults(header, [{ ...valid, ...change } as ScdlRecord]) // every change is a text

test('a record as the schema wants it', () => expect(faults({})).toEqual([]))
test('what may be left empty', () => {
  const empty = { BUDGET_ANNEE: '', BUDGET_NOM: '', PREF_ID: '', PREF_DATE: '', DELIB_URL: '' }
  const noVote = { VOTE_EFFECTIF: '', VOTE_REEL: '', VOTE_POUR: '', VOTE_CONTRE: '', VOTE_ABSTENTION: '' }
  expect(faults({ ...empty, ...noVote })).toEqual([])
})

describe('what the schema refuses', () => {
  test.each([
    [{ COLL_NOM: '' }, 'COLL_NOM is missing'],
    [{ COLL_SIRET: '' }, 'COLL_SIRET is missing'],
    [{ COLL_SIRET: '9999999980000' }, 'COLL_SIRET: 9999999980000'],
    [{ COLL_SIRET: '99999999800002' }, 'COLL_SIRET has a wrong key'],
    [{ DELIB_ID: '' }, 'DELIB_ID is missing'],
    [{ DELIB_DATE: '11/03/2027' }, 'DELIB_DATE: 11/03/2027'],
    [{ DELIB_DATE: '2027-02-29' }, 'DELIB_DATE: 2027-02-29'],
    [{ DELIB_MATIERE_CODE: '7' }, 'DELIB_MATIERE_CODE: 7'],
    [{ DELIB_MATIERE_CODE: '7.100' }, 'DELIB_MATIERE_CODE: 7.100'],
    [{ DELIB_MATIERE_NOM: 'finances locales / divers' }, 'DELIB_MATIERE_NOM: finances locales / divers'],
    [{ DELIB_MATIERE_NOM: 'jardinage/divers' }, 'DELIB_MATIERE_NOM: jardinage/divers'],
    [{ DELIB_OBJET: '' }, 'DELIB_OBJET is missing'],
    [{ BUDGET_ANNEE: '27' }, 'BUDGET_ANNEE: 27'],
    [{ BUDGET_ANNEE: '2029/2027' }, 'BUDGET_ANNEE ends before it begins'],
    [{ BUDGET_NOM: '' }, 'BUDGET_ANNEE and BUDGET_NOM go together'],
    [{ PREF_DATE: '2027-03-10' }, 'PREF_DATE comes before DELIB_DATE'],
    [{ VOTE_REEL: '' }, 'the five counts go together'],
    [{ VOTE_EFFECTIF: '25' }, 'VOTE_REEL is more than VOTE_EFFECTIF'],
    [{ VOTE_POUR: '21' }, 'VOTE_REEL is not the sum of the voices'],
    [{ VOTE_POUR: '27', VOTE_CONTRE: '0', VOTE_ABSTENTION: '-1' }, 'a count is more than VOTE_REEL'],
    [{ VOTE_POUR: '20,0' }, 'VOTE_POUR: 20,0'],
    [{ DELIB_URL: 'conseil/12' }, 'DELIB_URL: conseil/12'],
  ])('%j', (change, fault) => expect(faults(change)).toContain(`line 2: ${fault}`))

  test('columns in another order', () => expect(scdlFaults(header.toReversed(), [valid])).toHaveLength(1))
  test('accents and capitals of the family do not matter', () =>
    expect(faults({ DELIB_MATIERE_CODE: '8.8', DELIB_MATIERE_NOM: 'Domaines de competences par themes/environnement' })).toEqual([]))
})

test.each([
  ['21860194600013', true], // the example of the schema
  ['99999999800001', true],
  ['21860194600014', false],
  ['2186019460001', false],
])('SIRET %s', (siret, expected) => expect(isSiret(siret)).toBe(expected))
