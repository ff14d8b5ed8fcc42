import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Every fault that axe finds on the page as it is shown now: one line per rule, with where. Best practices count. */
export const axeFaults = async (page: Page, rules?: readonly string[]): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async only => {
    const { violations } = await (
      window as unknown as {
        axe: {
          run(
            root: Document,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>
        }
      }
    ).axe.run(document, {
      resultTypes: ['violations'],
      ...(only ? { runOnly: { type: 'rule', values: only } } : {}),
    })
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(node => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`)
          .join(' | ')}`,
    )
  }, rules)
  return found
}

/** How many pixels lie beyond the right edge; 0 when nothing has to be scrolled sideways. */
export const sidewaysScroll = (page: Page) => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))

/** Makes every text twice as large, as a reader may. */
export const doubleText = (page: Page) =>
  page.evaluate(() => {
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize)
    document.documentElement.style.fontSize = `${size * 2}px`
  })

/** Texts that their box cuts or hides, shown by their first words. What is hidden from the eye on purpose, by clip-path, is left out. */
export const cutTexts = (page: Page) =>
  page.evaluate(() => {
    const isHiddenOnPurpose = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== 'none' || isHiddenOnPurpose(element.parentElement))
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(element => {
        if (element.closest('svg, textarea, select, input') || !element.textContent?.trim() || !element.checkVisibility()) return false
        const { overflowX, overflowY } = getComputedStyle(element)
        const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        const isCut =
          (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1)
        return isCut && !isHiddenOnPurpose(element)
      })
      .map(element => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent!.trim().slice(0, 40)}`)
  })

/** Links, buttons and fields too small for a thumb (24 × 24 px, WCAG 2.2, 2.5.8), links inside a sentence left out. */
export const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .filter(element => {
        const { width, height } = element.getBoundingClientRect()
        if (!element.checkVisibility() || width === 0 || element.closest('.skip')) return false
        const isInSentence = getComputedStyle(element).display === 'inline'
        return !isInSentence && (height < 24 || width < 24)
      })
      .map(element => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.trim().slice(0, 30)}`),
  )
