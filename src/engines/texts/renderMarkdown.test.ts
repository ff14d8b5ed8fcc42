import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderMarkdown } from './renderMarkdown.ts'

const html = (text: string, under?: number) => renderMarkdown(text, under === undefined ? {} : { under }).__html

test('emphasis, lists, tables and links are drawn', () => {
  expect(html('Un **marché** ~~fermé~~ *ouvert*')).toBe('<p>Un <strong>marché</strong> <s>fermé</s> <em>ouvert</em></p>')
  expect(html('3. trois\n4. quatre')).toBe('<ol start="3"><li>trois</li><li>quatre</li></ol>')
  expect(html('| a |\n|---|\n| 1 |')).toBe(
    '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
  )
  expect(html('[plan](https://exemple.fr/a?b=1&c=2)')).toContain(
    '<a href="https://exemple.fr/a?b=1&amp;c=2" rel="nofollow ugc noopener noreferrer">plan</a>',
  )
  expect(html('voir https://exemple.fr.')).toContain('href="https://exemple.fr/"')
})

test('headings stand below the one that the text is under', () => {
  expect(html('# A')).toBe('<h3>A</h3>')
  expect(html('## A', 3)).toBe('<h5>A</h5>')
  expect(html('###### A', 5)).toBe('<h6>A</h6>')
})

test('HTML shows as text; pictures are their description; other addresses are not links', () => {
  expect(html('Un marché <de nuit> <script>alert(1)</script>')).toBe(
    '<p>Un marché &lt;de nuit&gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>',
  )
  expect(html('![la halle](https://exemple.fr/a.png)')).toBe('<p>la halle</p>')
  expect(html('[ici](javascript:alert`1`) [là](/admin) [mel](data:text/html,x)')).toBe('<p>ici là mel</p>')
})

const elements =
  /^<(\/?)(p|h[1-6]|em|strong|s|blockquote|code|pre|br|hr|a|ol|ul|li|table|thead|tbody|tr|td|th)( start="\d+"| scope="col"| href="(https?:\/\/|mailto:)[^"<>]*" rel="nofollow ugc noopener noreferrer")?>$/

test('whatever is typed, only known elements come out, and links lead to http, https or mailto', () => {
  const hostile = fc.constantFrom(
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    '[a](',
    'javascript:alert(1)',
    'JaVaScRiPt:',
    'java\tscript:',
    '&#106;avascript:',
    '&colon;',
    'data:text/html,<b>',
    'https://exemple.fr/"onmouseover="alert(1)',
    'vbscript:x',
    '<https://a"b>',
    '<javascript:alert(1)>',
    '![',
    '](',
    ')',
    '`',
    '```\n',
    '|',
    '\n|-|\n',
    '\n',
    '- ',
    '> ',
    '# ',
    '~~',
    '**',
    '<svg onload=x>',
    '[x]: javascript:alert(1)\n\n[x]',
    '"',
    "'",
    '&',
    '\u0000',
    '\u202e',
    '&quot;',
    '&#x22;',
    'www.exemple.fr"x',
    'a@b.fr',
    'https://[',
    '<a href="javascript:1">',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(hostile, fc.string()), { maxLength: 12 }).map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(typed, text => {
      for (const [tag] of html(text).matchAll(/<[^>]*>?/g)) expect(tag).toMatch(elements)
    }),
    { numRuns: 3000 },
  )
})
