import type { ComponentChildren } from 'preact'
import { accentUrl, assetUrl } from '../assets.ts'
import { Breadcrumb, type Crumb } from '../breadcrumb/breadcrumb.tsx'
import { useFrame, useWords } from '../frame.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

export interface PageProps {
  readonly title: string
  /** One or two sentences under the title. */
  readonly lead?: ComponentChildren
  /** The way here, without the home page. */
  readonly breadcrumb?: readonly Crumb[] | undefined
  /** Context, in the margin of a wide screen, after the text on a small one. */
  readonly aside?: ComponentChildren
  /** `wide` for tables and lists of two columns; `reading` (usual) for everything else. */
  readonly width?: 'reading' | 'wide' | undefined
  /** One `<Expected>`. */
  readonly expected?: ComponentChildren
  /** Small words above the title: what kind of thing this is. */
  readonly kicker?: ComponentChildren
  /** Short code printed at the foot, to come back here. */
  readonly code?: string | undefined
  /** Atom feed of this page. */
  readonly feed?: string | undefined
  /** Drawn beside the title: a `<Drawing>`. */
  readonly drawing?: ComponentChildren
  readonly children?: ComponentChildren
}

/** A complete document. */
export const Page = (props: PageProps) => {
  const frame = useFrame()
  const t = useWords()
  const accent = accentUrl(frame.body.accent)
  // “Débat” alone would not tell two open tabs apart: the title also says of what.
  const trail = props.breadcrumb ?? []
  const within =
    trail.length < 2
      ? []
      : trail
          .map(crumb => crumb.label)
          .filter(label => !props.title.includes(label))
          .reverse()
  return (
    <html lang={frame.locale}>
      <head>
        <meta charset="utf-8" />
        <title>{[...new Set([props.title, ...within, frame.body.name])].join(' · ')}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="preload" as="font" type="font/woff2" href={assetUrl('atkinson-400.woff2')} crossorigin="anonymous" />
        <link rel="stylesheet" href={assetUrl('yvette.css')} />
        {accent && <link rel="stylesheet" href={accent} />}
        <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
        <link
          rel="alternate"
          type="application/atom+xml"
          href={props.feed ?? '/flux.atom'}
          title={props.feed ? props.title : frame.body.name}
        />
      </head>
      <body>
        <a class="skip" href="#contenu">
          {t('frame.skip')}
        </a>
        <Header />
        <div class={`page page--${props.width ?? 'reading'}`}>
          {props.breadcrumb && <Breadcrumb trail={props.breadcrumb} />}
          <main id="contenu" tabindex={-1}>
            <div class="title">
              {props.drawing}
              <div>
                {props.kicker && <p class="kicker">{props.kicker}</p>}
                <h1>{props.title}</h1>
                {props.lead && (typeof props.lead === 'string' ? <p class="lead">{props.lead}</p> : <div class="lead">{props.lead}</div>)}
              </div>
            </div>
            {props.expected}
            {props.children}
          </main>
          {props.aside && (
            <aside class="aside" aria-label={t('frame.context')}>
              {props.aside}
            </aside>
          )}
        </div>
        <Footer code={props.code} />
      </body>
    </html>
  )
}
