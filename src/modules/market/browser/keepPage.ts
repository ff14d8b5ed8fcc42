/** Keeps this page and what it needs on the telephone, for a morning without network. */
export const keepPage = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker
    .register('/marche/placement/travailleur.js', { scope: '/marche/placement/', type: 'module' })
    .catch(() => null)
  const parts = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet], link[rel=preload], link[rel=icon]')].map(
    link => link.href,
  )
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(script => script.src)
  const shelf = await caches.open('yvette-marche')
  for (const address of [location.pathname, ...parts, ...scripts]) {
    const answer = await fetch(address).catch(() => null)
    if (answer?.ok && !answer.redirected) await shelf.put(new URL(address, location.href).pathname, answer)
  }
  document.documentElement.dataset['kept'] = 'yes'
}
