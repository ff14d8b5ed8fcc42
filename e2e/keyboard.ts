import type { Page } from 'playwright-core'

/** Goes through the page with the Tab key: what is never reached, and where the focus cannot be seen. */
export const keyboardFaults = async (page: Page): Promise<readonly string[]> => {
  const wanted = await page.evaluate(markInteractive)
  await page.evaluate(watchFocus)
  const reached = new Map<string, Focus>()
  const keys = await page.context().newCDPSession(page)
  for (let pressed = 0, outside = 0; pressed < wanted.length * 8 + 20 && outside < 2; pressed += round) {
    await Promise.all(Array.from({ length: round }, () => keys.send('Input.dispatchKeyEvent', tab)))
    for (const at of await page.evaluate(readFocus)) {
      if (at === null) outside += 1
      else if (outside < 2 && !reached.has(at.key)) reached.set(at.key, at)
    }
  }
  await keys.detach()
  const unseen = [...reached.values()].filter(at => !at.isSeen).map(at => `focus not seen: ${at.said}`)
  return [...unseen, ...wanted.filter(one => !reached.has(one.key)).map(one => `never reached: ${one.said}`)]
}
/** Keys pressed between two looks at what the page noted. */
const round = 12
const tab = { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const

interface Focus {
  readonly key: string
  readonly said: string
  readonly isSeen: boolean
}
declare global {
  interface Window {
    focusNotes: (Focus | null)[]
  }
}

/** Numbers everything that can be used; a group of radio buttons is one stop. */
const markInteractive = () => {
  const groups = new Set<string>()
  // A mark on a map leads where a link of the list beside it leads: the keyboard takes the list.
  const isShortcut = (element: Element) =>
    element.getAttribute('tabindex') === '-1' &&
    document.querySelector(`a[href="${CSS.escape(element.getAttribute('href') ?? '')}"]:not([tabindex="-1"])`) !== null
  return [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input:not([type=hidden]):not(:disabled), select, textarea, summary',
    ),
  ]
    .filter(element => element.checkVisibility() && !isShortcut(element))
    .flatMap((element, n) => {
      element.dataset.stop = String(n)
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        const group = `${element.form?.action} ${element.name} ${element.closest('fieldset')?.textContent}`
        element.dataset.stop = `group ${group}`
        if (groups.has(group)) return []
        groups.add(group)
      }
      return [
        { key: element.dataset.stop, said: `${element.tagName.toLowerCase()} ${element.textContent?.trim().slice(0, 40) || element.id}` },
      ]
    })
}

/** The page notes where the focus is just before each further key, when what it moved to has been scrolled into view. */
const watchFocus = () => {
  const focused = (): Focus | null => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const { width, height, right, bottom } = element.getBoundingClientRect()
    return {
      key: element.dataset.stop ?? `other ${element.id}`,
      said: `${element.tagName.toLowerCase()} ${element.textContent?.trim().slice(0, 40) || element.id}`,
      isSeen:
        width > 0 &&
        height > 0 &&
        right > 0 &&
        bottom > 0 &&
        ((outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'),
    }
  }
  window.focusNotes = []
  ;(document.activeElement as HTMLElement | null)?.blur() // whatever had the focus is an element of the page
  let isFirst = true
  const note = () => {
    if (!isFirst) window.focusNotes.push(focused())
    isFirst = false
  }
  addEventListener('keydown', note, { capture: true })
}
const readFocus = () => window.focusNotes.splice(0)
