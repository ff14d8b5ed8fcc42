import type { Page } from 'playwright-core'

export interface Weight {
  /** Bytes transferred, compressed, headers included, without fonts. */
  readonly page: number
  /** Bytes of script, as executed. */
  readonly script: number
  readonly fonts: number
}

/** What a first visit to that address transfers. */
export const weigh = async (page: Page, url: string): Promise<Weight> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const types = new Map<string, string>()
  const weight = { page: 0, script: 0, fonts: 0 }
  const underWay = new Set<string>()
  session.on('Network.requestWillBeSent', event => underWay.add(event.requestId))
  for (const end of ['Network.loadingFinished', 'Network.loadingFailed'] as const)
    session.on(end, event => underWay.delete(event.requestId))
  session.on('Network.responseReceived', event => types.set(event.requestId, event.type))
  session.on('Network.dataReceived', event => {
    if (types.get(event.requestId) === 'Script') weight.script += event.dataLength
  })
  session.on('Network.loadingFinished', event => {
    if (types.get(event.requestId) === 'Font') weight.fonts += event.encodedDataLength
    else weight.page += event.encodedDataLength
  })
  await page.goto(url, { waitUntil: 'load' })
  for (let quiet = 0; quiet < 10; quiet = underWay.size === 0 ? quiet + 1 : 0) await page.waitForTimeout(20)
  await session.detach()
  return weight
}
