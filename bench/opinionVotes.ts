import { closeSync, openSync, writeSync } from 'node:fs'

/** How many people, statements and votes; votes are spread evenly over people. */
export type Scale = { participants: number; statements: number; votes: number }

/**
 * The published generator of synthetic votes: four opinions planted over half of the statements, three answers in four
 * follow one's opinion. Whole numbers of one fixed recurrence (Park and Miller 1988): the same scale gives the same votes.
 */
export function* syntheticVotes({
  participants,
  statements,
  votes,
}: Scale): Generator<{ participant: number; statement: number; vote: -1 | 0 | 1 }> {
  let state = 20_261_126
  const upTo = (limit: number) => (state = (state * 48_271) % 2_147_483_647) % limit
  const opinions = Array.from({ length: 4 }, () => Int8Array.from({ length: statements }, () => (upTo(2) === 0 ? 1 : -1)))
  for (let statement = 0; statement < statements; statement += 2)
    for (const opinion of opinions) opinion[statement] = opinions[0]![statement]!
  const order = Uint32Array.from({ length: statements }, (_, statement) => statement)
  for (let participant = 0; participant < participants; participant++) {
    const opinion = opinions[upTo(4)]!
    const answers = Math.floor(((participant + 1) * votes) / participants) - Math.floor((participant * votes) / participants)
    for (let place = 0; place < Math.min(answers, statements); place++) {
      const other = place + upTo(statements - place)
      const statement = order[other]!
      order[other] = order[place]!
      order[place] = statement
      const chance = upTo(100)
      const vote = chance < 75 ? opinion[statement]! : chance < 88 ? 0 : -opinion[statement]!
      yield { participant, statement, vote: vote === 0 ? 0 : vote > 0 ? 1 : -1 }
    }
  }
}

/** Writes them as a votes.csv of Polis. */
export const writeSyntheticVotes = (path: string, scale: Scale) => {
  const descriptor = openSync(path, 'w')
  let text = 'timestamp,datetime,comment-id,voter-id,vote\n'
  let order = 1_700_000_000_000
  for (const { participant, statement, vote } of syntheticVotes(scale)) {
    text += `${order++},Tue Nov 14 23:13:20 CET 2023,${statement},${participant},${vote}\n`
    if (text.length > 1 << 20) {
      writeSync(descriptor, text)
      text = ''
    }
  }
  writeSync(descriptor, text)
  closeSync(descriptor)
}
