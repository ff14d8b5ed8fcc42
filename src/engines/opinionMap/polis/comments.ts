import type { Readable } from 'node:stream'
import { type Chunks, type PolisComment, type PolisRead, read } from './files.ts'
import { identifier, type Line, linesOf, othersOf, threeWay, wholeNumber } from './records.ts'
import { written } from './written.ts'

const columns = ['timestamp', 'datetime', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated', 'comment-body'] as const

/** Reads comments.csv. Only `comment-id` and `moderated` must be there. */
export const readPolisComments = (chunks: Chunks): Promise<PolisRead<readonly PolisComment[]>> =>
  read(async () => {
    const { header, has, lines } = await linesOf(chunks, ['comment-id', 'moderated'])
    const known = new Set<string>(columns)
    const comments: PolisComment[] = []
    for await (const line of lines) comments.push({ ...commentOf(line, has), ...othersOf(header, known, line) })
    return comments
  })

const commentOf = (line: Line, has: (column: string) => boolean): PolisComment => ({
  timestamp: line.named('timestamp'),
  datetime: line.named('datetime'),
  id: identifier(line, 'comment-id'),
  author: line.named('author-id'),
  agrees: has('agrees') ? wholeNumber(line, 'agrees') : 0,
  disagrees: has('disagrees') ? wholeNumber(line, 'disagrees') : 0,
  moderated: threeWay(line.named('moderated'), line.line, 'moderated'),
  body: line.named('comment-body'),
})

/** Writes comments.csv, in the order of Polis: other columns stand before the text. */
export const writePolisComments = (comments: readonly PolisComment[]): Readable => {
  const others = [...new Set(comments.flatMap(comment => Object.keys(comment.others ?? {})))]
  return written([...columns.slice(0, -1), ...others, 'comment-body'], comments, comment => [
    comment.timestamp,
    comment.datetime,
    comment.id,
    comment.author,
    comment.agrees,
    comment.disagrees,
    comment.moderated,
    ...others.map(name => comment.others?.[name] ?? ''),
    comment.body,
  ])
}
