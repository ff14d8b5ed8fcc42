import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { fillLabels } from './errorSummary/labels.ts'
import { FrameContext, type FrameData, type Labels, LabelsContext } from './frame.ts'
import { keepMarksWithWords } from './spacing.ts'

/** The whole document, as text, drawn in this frame. `vnode` is a `<Page>`. */
export const renderPage = (vnode: VNode, frame: FrameData): string => {
  const labels: Labels = new Map()
  const drawn = renderToString(
    <FrameContext.Provider value={frame}>
      <LabelsContext.Provider value={labels}>{vnode}</LabelsContext.Provider>
    </FrameContext.Provider>,
  )
  return `<!doctype html>${keepMarksWithWords(fillLabels(drawn, labels, frame.locale === 'fr' ? '\u00a0: ' : ': '))}`
}
