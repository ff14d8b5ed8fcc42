import type { VNode } from 'preact'
import { MessagePage, renderPage } from '#kernel/ui'
import { frameOf } from './frame.ts'
import type { C } from './router.ts'
import { words } from './words.ts'

type Any = C<any>
type Status = 200 | 201 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503

/** Draws a page in the frame of this commune, for this person, in their language. */
export const page = (c: Any, vnode: VNode, status: Status = 200) => c.html(renderPage(vnode, frameOf(c)), status)

/** 303: after a POST, look at the result there. Only paths of this site. */
export const redirect = (c: Any, path: string) => c.redirect(isOfThisSite(path) ? path : '/', 303)

// Browsers read « \ » as « / » and drop tabs and line ends: each could lead to another host.
// oxlint-disable-next-line no-control-regex
const isOfThisSite = (path: string) => /^\/(?!\/)[^\\\u0000-\u001f\u007f]*$/.test(path)

const message = (c: Any, status: Status, title: string, text: string) => page(c, <MessagePage title={title} text={text} />, status)

/** 404: it does not exist, or this person may not know that it does. */
export const notFound = (c: Any) => message(c, 404, words(c.var.locale)('notFound.title'), words(c.var.locale)('notFound.text'))
/** 403: it exists, and this person may not do this; says why when `reason` is given. */
export const forbidden = (c: Any, reason?: string) =>
  message(c, 403, words(c.var.locale)('forbidden.title'), reason ?? words(c.var.locale)('forbidden.text'))
/** 409: somebody else was faster, or it is already done; explained in words. */
export const conflict = (c: Any, reason?: string) =>
  message(c, 409, words(c.var.locale)('conflict.title'), reason ?? words(c.var.locale)('conflict.text'))
/** 429: too often; says when to come back. */
export const tooMany = (c: Any, reason?: string) =>
  message(c, 429, words(c.var.locale)('tooMany.title'), reason ?? words(c.var.locale)('tooMany.text'))

/** JSON for machines; readable from other sites. */
export const json = (c: Any, value: object, status: 200 | 404 = 200) => {
  c.header('Access-Control-Allow-Origin', '*')
  return c.json(value, status)
}

/** A file to keep. */
export const download = (
  c: Any,
  file: { name: string; type: string; body: string | Uint8Array<ArrayBuffer> | ReadableStream; inline?: boolean },
) => {
  c.header('Content-Type', file.type)
  c.header('Content-Disposition', `${file.inline ? 'inline' : 'attachment'}; filename="${file.name.replace(/[^\w.-]+/g, '-')}"`)
  return c.body(file.body)
}
