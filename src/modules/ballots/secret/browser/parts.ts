/** Small things that the pages of a secret vote share in the browser. */
export const one = (root: ParentNode, name: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (!found) throw new Error(`missing part: ${name}`)
  return found
}

export const show = (root: ParentNode, name: string, isShown = true): HTMLElement => {
  const part = one(root, name)
  part.hidden = !isShown
  return part
}

/** Says what happened, where a screen reader hears it. */
export const say = (root: ParentNode, words: string): void => {
  const part = show(root, 'said', words !== '')
  part.textContent = words
  if (words !== '') part.focus()
}

/** Hands a file over to the person. */
export const give = (name: string, type: string, content: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Posts a form without cookies: the site does not learn whose browser it is. */
export const post = async (
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ readonly ok: boolean; readonly said: Readonly<Record<string, unknown>> }> => {
  const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(fields), credentials: 'omit', redirect: 'manual' })
  const said: unknown = await answer.json().catch(() => ({}))
  return { ok: answer.ok, said: typeof said === 'object' && said !== null ? Object.fromEntries(Object.entries(said)) : {} }
}

/** Lets the page be drawn before long work. */
export const breathe = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0))
