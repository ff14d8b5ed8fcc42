import type { Nodes } from 'mdast'
import { parseMarkdown, plainText } from '#engines/texts'

/** Approved minutes, as they are told. */
export interface MinutesFacts {
  readonly commune: string
  readonly slug: string
  readonly title: string
  /** Day of the session, `'YYYY-MM-DD'`. */
  readonly heldOn: string
  readonly approvedOn: string
  /** Markdown. */
  readonly text: string
  readonly url: string
}

/**
 * Minutes as an Akoma Ntoso 3.0 document (`doc`, OASIS 2018): who made it and when, then each heading as a section with its paragraphs.
 * Well-formed XML, its elements and order those of the standard; it was not held against the XSD.
 */
export const akomaNtoso = (facts: MinutesFacts): string => {
  const base = `/akn/fr/doc/proces-verbal/${facts.slug}/${facts.heldOn}`
  const identified = (tag: string, path: string, day: string, name: string, more = '') =>
    `<${tag}><FRBRthis value="${path}/!main"/><FRBRuri value="${path}"/><FRBRdate date="${day}" name="${name}"/><FRBRauthor href="#commune"/>${more}</${tag}>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">',
    '<doc name="proces-verbal">',
    '<meta><identification source="#commune">',
    identified('FRBRWork', base, facts.heldOn, 'seance', '<FRBRcountry value="fr"/>'),
    identified('FRBRExpression', `${base}/fra@${facts.approvedOn}`, facts.approvedOn, 'approbation', '<FRBRlanguage language="fra"/>'),
    identified('FRBRManifestation', `${base}/fra@${facts.approvedOn}.xml`, facts.approvedOn, 'publication'),
    `</identification><references source="#commune"><TLCOrganization eId="commune" href="${escaped(facts.url)}" showAs="${escaped(facts.commune)}"/></references></meta>`,
    `<preface><p><docTitle>${escaped(facts.title)}</docTitle></p></preface>`,
    `<mainBody>${sections(facts.text)}</mainBody>`,
    '</doc></akomaNtoso>',
    '',
  ].join('\n')
}

const sections = (markdown: string): string => {
  const parts: { heading: string; paragraphs: string[] }[] = [{ heading: '', paragraphs: [] }]
  for (const block of parseMarkdown(markdown).children) {
    const said = (node: Nodes) =>
      plainText(markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0).replace(/^\s*(?:[-*+]|\d+[.)])\s+/, ''))
    if (block.type === 'heading') parts.push({ heading: said(block), paragraphs: [] })
    else parts.at(-1)?.paragraphs.push(...(block.type === 'list' ? block.children.map(said) : [said(block)]).filter(Boolean))
  }
  return parts
    .filter(part => part.heading !== '' || part.paragraphs.length > 0)
    .map(
      (part, at) =>
        `<section eId="sec_${at + 1}">${part.heading ? `<heading>${escaped(part.heading)}</heading>` : ''}<content>${
          part.paragraphs.map(text => `<p>${escaped(text)}</p>`).join('') || '<p/>'
        }</content></section>`,
    )
    .join('\n')
}

const escaped = (text: string) =>
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '') // oxlint-disable-line no-control-regex
    .replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
