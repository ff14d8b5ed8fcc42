import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import { checkQuestionnaire, missingWords } from './checkQuestionnaire.ts'
import { columnsOf } from './columns.ts'
import { compareKeying } from './compareKeying.ts'
import { holds, shownSections, visibleAnswers } from './conditions.ts'
import { placeOf } from './flow.ts'
import { said } from './labels.ts'
import { type Condition, Questionnaire, type QuestionnaireDraft } from './questionnaire.ts'
import { checkAnswers, readSection, readWhole } from './readAnswers.ts'
import { canKey } from './sheetState.ts'
import { structureOf } from './structure.ts'

const ends = { low: { fr: 'Pas du tout' }, high: { fr: 'Tout à fait' } }
const yesNo = [
  { code: 'yes', label: { fr: 'Oui', en: 'Yes' } },
  { code: 'no', label: { fr: 'Non' } },
]
const draft: QuestionnaireDraft = {
  languages: ['fr', 'en'],
  sections: [
    {
      code: 'use',
      title: { fr: 'Votre usage' },
      questions: [
        {
          kind: 'one',
          code: 'goes',
          label: { fr: 'Y allez-vous ?', en: 'Do you go there?' },
          required: true,
          options: yesNo,
          withOther: true,
        },
        {
          kind: 'number',
          code: 'times',
          label: { fr: 'Combien de fois ?' },
          min: 0,
          max: 60,
          showIf: { match: 'all', tests: [{ question: 'goes', is: 'same', value: 'yes' }] },
        },
      ],
    },
    {
      code: 'often',
      title: { fr: 'Vous y allez souvent' },
      showIf: {
        match: 'all',
        tests: [
          { question: 'goes', is: 'same', value: 'yes' },
          { question: 'times', is: 'above', value: 5 },
        ],
      },
      questions: [
        {
          kind: 'grid',
          code: 'desk',
          label: { fr: 'Le guichet' },
          rows: [
            { code: 'hours', label: { fr: 'Horaires' } },
            { code: 'wait', label: { fr: 'Attente' } },
          ],
          required: true,
          ...ends,
        },
        {
          kind: 'ranking',
          code: 'wishes',
          label: { fr: 'Vos souhaits' },
          options: [...yesNo, { code: 'maybe', label: { fr: 'Peut-être' } }],
          places: 2,
        },
      ],
    },
    {
      code: 'end',
      title: { fr: 'Pour finir' },
      questions: [
        {
          kind: 'many',
          code: 'needs',
          label: { fr: 'Besoins' },
          options: [...yesNo, { code: 'maybe', label: { fr: 'Peut-être' } }],
          atLeast: 1,
          atMost: 2,
        },
        { kind: 'scale', code: 'happy', label: { fr: 'Satisfait ?' }, ...ends },
        { kind: 'date', code: 'last', label: { fr: 'Dernière visite' }, from: '2026-01-01' },
        { kind: 'long', code: 'words', label: { fr: 'Un mot' }, atMost: 20 },
      ],
    },
  ],
}
const questionnaire = Questionnaire.parse(draft)
const [use, often, end] = questionnaire.sections

describe('a condition', () => {
  const answers: Answers = { goes: 'yes', times: 6, needs: ['maybe', 'no'], happy: 'unsure' }
  test.each<[string, Condition['tests'], 'all' | 'any', boolean]>([
    ['an option that was chosen', [{ question: 'goes', is: 'same', value: 'yes' }], 'all', true],
    ['an option that was not', [{ question: 'goes', is: 'same', value: 'no' }], 'all', false],
    ['one of several answers', [{ question: 'needs', is: 'same', value: 'maybe' }], 'all', true],
    ['none of several answers', [{ question: 'needs', is: 'different', value: 'yes' }], 'all', true],
    ['more than five, at six', [{ question: 'times', is: 'above', value: 5 }], 'all', true],
    ['more than six, at six', [{ question: 'times', is: 'above', value: 6 }], 'all', false],
    ['“doesn’t know” is not below three', [{ question: 'happy', is: 'below', value: 3 }], 'all', false],
    ['a question nobody answered differs from nothing', [{ question: 'last', is: 'different', value: 'x' }], 'all', false],
    [
      'all, one of which fails',
      [
        { question: 'goes', is: 'same', value: 'yes' },
        { question: 'times', is: 'below', value: 2 },
      ],
      'all',
      false,
    ],
    [
      'any, one of which holds',
      [
        { question: 'goes', is: 'same', value: 'yes' },
        { question: 'times', is: 'below', value: 2 },
      ],
      'any',
      true,
    ],
    ['a name of every object is no answer', [{ question: 'constructor', is: 'answered' }], 'all', false],
  ])('%s', (_, tests, match, expected) => expect(holds({ match, tests: [...tests] }, answers)).toBe(expected))

  test('without condition, a question is always shown', () => expect(holds(undefined, {})).toBe(true))

  test('what a hidden question said opens nothing, and is not kept', () => {
    const kept = visibleAnswers(questionnaire, { goes: 'no', times: 40, desk: { hours: 1, wait: 1 }, happy: 3 })
    expect(kept).toEqual({ goes: 'no', happy: 3 })
  })

  test('only visible answers remain, and reading them again changes nothing', () => {
    const any = fc.record(
      {
        goes: fc.constantFrom('yes', 'no', 'other'),
        times: fc.integer({ min: 0, max: 60 }),
        happy: fc.integer({ min: 1, max: 5 }),
        words: fc.string(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(any, answers => {
        const kept = visibleAnswers(questionnaire, answers)
        expect(visibleAnswers(questionnaire, kept)).toEqual(kept)
        expect('times' in kept).toBe('times' in answers && answers.goes === 'yes')
      }),
    )
  })
})

describe('the pages', () => {
  test('follow the answers: “page 2 of 3” for who goes often, “page 2 of 2” for the others', () => {
    const frequent = { goes: 'yes', times: 6 }
    expect(shownSections(questionnaire, frequent).map(one => one.code)).toEqual(['use', 'often', 'end'])
    expect(placeOf(questionnaire, frequent, 'often')).toMatchObject({ number: 2, of: 3, previous: 'use', next: 'end' })
    expect(placeOf(questionnaire, { goes: 'no' }, 'end')).toMatchObject({ number: 2, of: 2, previous: 'use', next: null })
    expect(placeOf(questionnaire, { goes: 'no' }, 'often')).toMatchObject({ number: 1 })
  })
})

describe('reading what was typed', () => {
  test('every kind of question', () => {
    expect(readSection(use!, { goes: 'other', 'goes.other': ' à vélo ' }, {})).toEqual({
      answers: { goes: 'other', 'goes.other': 'à vélo' },
      problems: {},
    })
    expect(
      readSection(often!, { 'desk.hours': '4', 'desk.wait': 'unsure', 'wishes.1': 'no', 'wishes.2': 'yes' }, { goes: 'yes', times: 6 })
        .answers,
    ).toMatchObject({
      desk: { hours: 4, wait: 'unsure' },
      wishes: ['no', 'yes'],
    })
    expect(readSection(end!, { needs: ['yes', 'no'], happy: '5', last: '3/4/2026', words: 'Plus de bancs' }, {}).answers).toEqual({
      needs: ['yes', 'no'],
      happy: 5,
      last: '2026-04-03',
      words: 'Plus de bancs',
    })
  })

  test.each([
    ['a required question left empty', use, {}, { goes: 'required' }],
    ['an option nobody offered', use, { goes: 'perhaps' }, { goes: 'choose' }],
    ['“other” that says nothing', use, { goes: 'other' }, { 'goes.other': 'specify' }],
    ['letters for a number', use, { goes: 'yes', times: 'beaucoup' }, { times: 'number' }],
    ['too many times', use, { goes: 'yes', times: '61' }, { times: 'big' }],
    ['half a time', use, { goes: 'yes', times: '2,5' }, { times: 'decimals' }],
    ['a grid with a line missing', often, { 'desk.hours': '4' }, { desk: 'rows' }],
    ['a point outside the scale', often, { 'desk.hours': '9', 'desk.wait': '1' }, { desk: 'choose' }],
    ['the second place without the first', often, { 'desk.hours': '4', 'desk.wait': '4', 'wishes.2': 'yes' }, { wishes: 'gap' }],
    ['the same wish twice', often, { 'desk.hours': '4', 'desk.wait': '4', 'wishes.1': 'yes', 'wishes.2': 'yes' }, { wishes: 'twice' }],
    ['three answers where two are allowed', end, { needs: ['yes', 'no', 'maybe'] }, { needs: 'many' }],
    ['a day that does not exist', end, { last: '2026-02-30' }, { last: 'date' }],
    ['a day before the first', end, { last: '2025-12-31' }, { last: 'early' }],
    ['a text too long', end, { words: 'x'.repeat(21) }, { words: 'long' }],
  ])('%s is said beside its field', (_, section, values, expected) => {
    const { problems } = readSection(section!, values, { goes: 'yes', times: 6 })
    expect(Object.fromEntries(Object.entries(problems).map(([field, { because }]) => [field, because]))).toEqual(expected)
  })

  test('a page typed again replaces what it said, and nothing else', () => {
    const before = { goes: 'yes', times: 6, happy: 2 }
    expect(readSection(use!, { goes: 'no', times: '6' }, before).answers).toEqual({ goes: 'no', happy: 2 })
  })

  test('whatever is sent, what is read without problem is accepted when it is stored', () => {
    const text = fc.oneof(fc.constantFrom('yes', 'no', 'other', '3', '6', 'unsure', '2026-05-05', ''), fc.string())
    const fields = [
      'goes',
      'goes.other',
      'times',
      'desk.hours',
      'desk.wait',
      'wishes.1',
      'wishes.2',
      'needs',
      'happy',
      'last',
      'words',
      '__proto__',
    ]
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), fc.oneof(text, fc.array(text, { maxLength: 3 }))), values => {
        const read = readWhole(questionnaire, values)
        const checked = checkAnswers(questionnaire, read.answers)
        if (Object.keys(read.problems).length === 0) expect(checked).toEqual({ answers: read.answers, problems: {} })
      }),
      { numRuns: 400 },
    )
  })
})

describe('a questionnaire to check', () => {
  const changed = (change: (copy: QuestionnaireDraft) => void) => {
    const copy = structuredClone(draft)
    change(copy)
    return checkQuestionnaire(Questionnaire.parse(copy)).map(({ at, because }) => `${at}: ${because}`)
  }
  test('has no flaw when it can be opened', () => expect(checkQuestionnaire(questionnaire)).toEqual([]))
  test.each<[string, (copy: QuestionnaireDraft) => void, string[]]>([
    [
      'a condition on a later question',
      copy => void (copy.sections[0]!.showIf = { match: 'all', tests: [{ question: 'happy', is: 'above', value: 3 }] }),
      ['use: later-question'],
    ],
    [
      'a condition on itself',
      copy => void (copy.sections[0]!.questions[0]!.showIf = { match: 'all', tests: [{ question: 'goes', is: 'answered' }] }),
      ['goes: later-question'],
    ],
    [
      'an answer that is not offered',
      copy => void (copy.sections[1]!.showIf = { match: 'all', tests: [{ question: 'goes', is: 'same', value: 'never' }] }),
      ['often: unknown-value'],
    ],
    ['two questions with one code', copy => void (copy.sections[2]!.questions[0]!.code = 'goes'), ['goes: same-code']],
    ['more places than choices', copy => void Object.assign(copy.sections[1]!.questions[1]!, { places: 5 }), ['wishes: too-many-places']],
    ['bounds the wrong way round', copy => void Object.assign(copy.sections[0]!.questions[1]!, { min: 61 }), ['times: bounds']],
    ['a page without question', copy => void (copy.sections[2]!.questions = []), ['end: empty-section']],
  ])('%s', (_, change, flaws) => expect(changed(change)).toEqual(flaws))

  test('counts the words still to translate', () => {
    expect(missingWords(questionnaire)).toEqual([{ language: 'en', count: expect.any(Number) }])
    expect(said({ fr: 'Oui', en: 'Yes' }, 'en')).toEqual({ text: 'Yes', language: 'en', isFallback: false })
    expect(said({ fr: 'Oui' }, 'ar')).toEqual({ text: 'Oui', language: 'fr', isFallback: true })
  })

  test('keeps its structure when words change, and not when a choice does', () => {
    const reworded = Questionnaire.parse({
      ...draft,
      sections: draft.sections.map(one => ({ ...one, title: { fr: `${one.title['fr']} !` } })),
    })
    expect(structureOf(reworded)).toBe(structureOf(questionnaire))
    const longer = structuredClone(draft)
    Object.assign(longer.sections[0]!.questions[0]!, { options: [...yesNo, { code: 'maybe', label: { fr: 'Peut-être' } }] })
    expect(structureOf(Questionnaire.parse(longer))).not.toBe(structureOf(questionnaire))
  })
})

describe('two readings of one sheet', () => {
  const first: Answers = { goes: 'yes', times: 6, desk: { hours: 4, wait: 2 }, words: 'Plus de  Bancs' }
  test('agree whatever the case and the spaces of a text', () => {
    expect(compareKeying(questionnaire, first, { words: 'plus de bancs', desk: { wait: 2, hours: 4 }, times: 6, goes: 'yes' })).toEqual([])
  })
  test('differ field by field, in the order of the questions', () => {
    expect(compareKeying(questionnaire, first, { ...first, times: 9, desk: { hours: 4, wait: 3 }, happy: 1 })).toEqual([
      { field: 'times', first: 6, second: 9 },
      { field: 'desk', first: { hours: 4, wait: 2 }, second: { hours: 4, wait: 3 } },
      { field: 'happy', first: undefined, second: 1 },
    ])
  })
  test('the same differences are found whoever keyed first', () => {
    const value = fc.oneof(fc.constantFrom('yes', 'no'), fc.integer({ min: 0, max: 3 }))
    const reading = fc.dictionary(fc.constantFrom('goes', 'times', 'happy', 'words'), value)
    fc.assert(
      fc.property(reading, reading, (one, other) => {
        const fields = (list: ReturnType<typeof compareKeying>) => list.map(difference => difference.field)
        expect(fields(compareKeying(questionnaire, one, other))).toEqual(fields(compareKeying(questionnaire, other, one)))
        expect(compareKeying(questionnaire, one, one)).toEqual([])
      }),
    )
  })
})

describe('who keys a sheet in', () => {
  test.each([
    ['a sheet nobody has read', { state: 'printed', keyedBy: [] }, 'yes'],
    ['the second reading, by somebody else', { state: 'keyed-once', keyedBy: ['bruno'] }, 'yes'],
    ['the second reading, when the first reader left', { state: 'keyed-once', keyedBy: [null] }, 'yes'],
    ['not the same person twice', { state: 'keyed-once', keyedBy: ['anne'] }, 'keyed-by-you'],
    ['not a third reading: somebody settles', { state: 'to-settle', keyedBy: ['bruno', 'chloé'] }, 'to-settle'],
    ['not a sheet that is counted', { state: 'counted', keyedBy: ['bruno', 'chloé'] }, 'finished'],
    ['not a sheet set aside', { state: 'set-aside', keyedBy: [] }, 'finished'],
  ] as const)('%s', (_, sheet, expected) => {
    const verdict = canKey(sheet, 'anne')
    expect(verdict.ok ? 'yes' : verdict.because).toBe(expected)
  })
})

test('answers as columns: one an option, one a line of a grid', () => {
  const columns = columnsOf(questionnaire, 'fr')
  const row = (answers: Answers) => Object.fromEntries(columns.map(column => [column.name, column.valueOf(answers)]))
  expect(row({ goes: 'other', 'goes.other': 'à vélo', needs: ['no'], desk: { wait: 'unsure' }, wishes: ['no', 'yes'] })).toMatchObject({
    goes: 'other',
    'goes.other.text': 'à vélo',
    'needs.yes': 0,
    'needs.no': 1,
    'desk.hours': null,
    'desk.wait': 'unsure',
    'wishes.no': 1,
    'wishes.yes': 2,
    'wishes.maybe': null,
    happy: null,
  })
})
