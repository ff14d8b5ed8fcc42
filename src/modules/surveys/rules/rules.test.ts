import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkQuestionnaire, Questionnaire, questionsOf } from '#engines/surveys'
import { templateNames, templates } from '../data/templates.ts'
import { readChoices, translateChoices, writeChoices } from './choices.ts'
import { codeFrom } from './codeFrom.ts'
import { conditionFrom, conditionTyped } from './conditionForm.ts'
import { addQuestion, dependants, duplicateQuestion, moveQuestion, removeQuestion } from './editing.ts'
import { gather } from './microdata.ts'
import { missingToOpen } from './opening.ts'
import { populationCode } from './populationCode.ts'
import { canAnswer, canProlong, standingOf } from './standing.ts'
import { mayNameSomeone, textDecision } from './textDecision.ts'

const needs = Questionnaire.parse(templates.needs)

test.each(templateNames.filter(name => name !== 'blank'))('the template %s can be opened as it is', name => {
  expect(checkQuestionnaire(Questionnaire.parse(templates[name]))).toEqual([])
})

describe('a survey', () => {
  const dates = { openedAt: '2026-11-01T08:00:00Z', closesOn: '2026-11-30', closedAt: null }
  test.each([
    ['being written', { ...dates, openedAt: null }, '2026-11-10', 'preparing'],
    ['on its last day', dates, '2026-11-30', 'open'],
    ['the day after', dates, '2026-12-01', 'over'],
    ['counted', { ...dates, closedAt: '2026-12-02T08:00:00Z' }, '2026-12-03', 'counted'],
  ] as const)('%s', (_, when, today, standing) => expect(standingOf(when, today)).toBe(standing))

  const asked = { standing: 'open', audience: 'verified', isSignedIn: true, isVerified: true, hasAnswered: false } as const
  test.each([
    [{}, 'ok'],
    [{ standing: 'over' }, 'not-open'],
    [{ isSignedIn: false }, 'sign-in'],
    [{ isVerified: false }, 'not-verified'],
    [{ audience: 'registered', isVerified: false }, 'ok'],
    [{ audience: 'anyone', isSignedIn: false, isVerified: false }, 'ok'],
    [{ hasAnswered: true }, 'already'],
  ] as const)('with %o may be answered: %s', (changed, expected) => {
    const verdict = canAnswer({ ...asked, ...changed })
    expect(verdict.ok ? 'ok' : verdict.because).toBe(expected)
  })

  test('is prolonged to a later day only, while it is open', () => {
    expect(canProlong('open', '2026-11-30', '2026-12-15', '2026-11-20')).toEqual({ ok: true })
    expect(canProlong('open', '2026-11-30', '2026-11-30', '2026-11-20')).toMatchObject({ because: 'not-later' })
    expect(canProlong('over', '2026-11-30', '2026-12-15', '2026-12-01')).toMatchObject({ because: 'not-open' })
  })

  test('says why, who, until when and what will be done before it opens', () => {
    const told = { purpose: 'Savoir.', askedBy: 'Mairie', followUp: 'Décider.', closesOn: '2026-11-20' }
    expect(missingToOpen(told, '2026-11-10', 7)).toEqual([])
    expect(missingToOpen({ ...told, closesOn: '2026-11-12' }, '2026-11-10', 7)).toEqual(['too-short'])
    expect(missingToOpen({ purpose: '', askedBy: '', followUp: '', closesOn: null }, '2026-11-10', 7)).toEqual([
      'purpose',
      'asked-by',
      'follow-up',
      'until',
    ])
  })
})

describe('writing', () => {
  test('codes last and never collide', () => {
    expect(codeFrom('Êtes-vous déjà venu ?', [], 'question')).toBe('etes_vous_deja_venu')
    expect(codeFrom('2 fois', ['fois'], 'question')).toBe('fois_2')
    expect(codeFrom('متى؟', [], 'question')).toBe('question')
    fc.assert(fc.property(fc.string(), fc.array(fc.string()), (words, taken) => !taken.includes(codeFrom(words, taken, 'x'))))
  })

  test('choices keep their codes when a word is corrected, a line added or moved', () => {
    const before = readChoices('Oui\nNon', [])
    expect(readChoices('Oui\nNon merci', before).map(one => one.code)).toEqual(['oui', 'non'])
    expect(readChoices('Non\nPeut-être\nOui', before).map(one => one.code)).toEqual(['non', 'peut_etre', 'oui'])
    expect(translateChoices(before, 'Yes\nNo', 'en')?.map(one => one.label['en'])).toEqual(['Yes', 'No'])
    expect(translateChoices(before, 'Yes\nNo\nMaybe', 'en')).toBeNull()
  })

  test('choices written and read again are the same, with distinct codes', () => {
    const line = fc.stringMatching(/^[a-zA-Zé0-9 ?]{1,20}$/).filter(text => text.trim() === text && text !== '')
    fc.assert(
      fc.property(fc.uniqueArray(line, { maxLength: 8 }), lines => {
        const choices = readChoices(lines.join('\n'), [])
        expect(readChoices(writeChoices(choices, 'fr'), choices)).toEqual(choices)
        expect(new Set(choices.map(one => one.code)).size).toBe(choices.length)
      }),
    )
  })

  test('a question that a condition looks at cannot be removed; moving loses nothing', () => {
    expect(dependants(needs, 'uses')).toEqual(['obstacles'])
    expect(removeQuestion(needs, 'uses')).toBeNull()
    const codes = (questionnaire: Questionnaire) => questionsOf(questionnaire).map(one => one.code)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...codes(needs)), fc.constantFrom(-1 as const, 1 as const)), { maxLength: 20 }),
        moves => {
          const moved = moves.reduce((questionnaire, [code, by]) => moveQuestion(questionnaire, code, by), needs)
          expect(codes(moved).toSorted()).toEqual(codes(needs).toSorted())
        },
      ),
    )
    expect(codes(duplicateQuestion(needs, 'uses'))).toContain('uses_2')
    expect(addQuestion(needs, 'use', { kind: 'date', label: 'Quand ?' }).code).toBe('quand')
  })

  test('a condition is read back from its form as it was', () => {
    const condition = questionsOf(needs).find(one => one.code === 'obstacles')?.showIf
    expect(conditionFrom(conditionTyped(condition))).toEqual({ ok: true, condition })
    expect(conditionFrom({ question1: 'uses', is1: 'same', answer1: 'age:age_15_29' })).toEqual({ ok: false, row: 1 })
    expect(conditionFrom({ question1: '' })).toEqual({ ok: true, condition: undefined })
  })

  test('categories of the population have codes that questions can bear', () => {
    expect(['75+', '15-29'].map(code => populationCode('age', code))).toEqual(['age_75_plus', 'age_15_29'])
    expect(populationCode('district', 'Les Hameaux')).toBe('district_les_hameaux')
  })
})

test('answers become columns, each with whom it was asked', () => {
  const gathered = gather(needs)
  gathered.add({ uses: 'never', obstacles: ['hours'], priorities: ['access', 'hours'] })
  gathered.add({ uses: 'often', age: 'age_60_74' })
  const columns = new Map(gathered.columns().map(column => [column.id, column]))
  expect(columns.get('uses')).toMatchObject({ kind: 'single', answers: ['never', 'often'] })
  expect(columns.get('obstacles')).toMatchObject({
    kind: 'multiple',
    answers: [['hours'], null],
    asked: [{ column: 'uses', codes: ['never'] }],
  })
  expect(columns.get('priorities.first')).toMatchObject({ answers: ['access', null] })
  expect(columns.has('words')).toBe(false)
})

test('a free text that may name somebody is pointed out; the agent decides', () => {
  expect(mayNameSomeone('Appelez Mme Durand au 06 12 34 56 78.')).toBe(true)
  expect(mayNameSomeone('Ouvrir plus tard le soir.')).toBe(false)
  expect(textDecision('Bonjour', 'shown', '')).toEqual({ decision: 'shown', text: 'Bonjour' })
  expect(textDecision('Bonjour', 'edited', ' ')).toBeNull()
  expect(textDecision('Bonjour', 'kept-back', 'x')).toEqual({ decision: 'kept-back', text: '' })
})
