import type { Page } from 'playwright-core'

/** Goes through the page with the Tab key: what is never reached, and where the focus cannot be seen. */
export const keyboardFaults = async (page: Page): Promise<readonly string[]> => {
  const wanted = await page.evaluate(markInteractive)
  const reached = new Set<string>()
  const faults: string[] = []
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()) // whatever had the focus is an element of the page
  for (let step = 0, outside = 0; step < wanted.length * 8 + 20 && outside < 2; step += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(focused)
    if (at === null) outside += 1
    else if (!reached.has(at.key)) {
      reached.add(at.key)
      if (!at.isSeen) faults.push(`focus not seen: ${at.said}`)
    }
  }
  return [...faults, ...wanted.filter(one => !reached.has(one.key)).map(one => `never reached: ${one.said}`)]
}

/** Numbers everything that can be used; a group of radio buttons is one stop. */
const markInteractive = () => {
  const groups = new Set<string>()
  return [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input:not([type=hidden]):not(:disabled), select, textarea, summary',
    ),
  ]
    .filter(element => element.checkVisibility())
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

const focused = () => {
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
