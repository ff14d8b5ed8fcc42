import type { ComponentChildren } from 'preact'
import { accentUrl, assetUrl } from '../assets.ts'
import { useFrame } from '../frame.ts'

/** A whole document for the tablet of a counter: one question, large, and nowhere else to go. */
export const KioskPage = ({ title, kicker, children }: { title: string; kicker: string; children: ComponentChildren }) => {
  const frame = useFrame()
  const accent = accentUrl(frame.body.accent)
  return (
    <html lang={frame.locale}>
      <head>
        <meta charset="utf-8" />
        <title>{[title, kicker, frame.body.name].join(' · ')}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={assetUrl('yvette.css')} />
        {accent && <link rel="stylesheet" href={accent} />}
        <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
      </head>
      <body class="kiosk">
        <main id="contenu">
          <p class="kicker">
            {frame.body.name} · {kicker}
          </p>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  )
}
