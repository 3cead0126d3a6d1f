import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { useScale } from '../../components/scale.ts'
import styles from './SummaryPreview.module.css'

type Props = Readonly<{ page: PDFPageProxy; of: number; zoom: number }>

/** One page as it will be printed, with its text for whoever cannot see it. */
export function PageView({ page, of, zoom }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = usePageText(page)
  const scale = useScale()
  const size = page.getViewport({ scale: zoom })
  useEffect(() => {
    const target = canvas.current
    if (target === null) return
    // As many points as the monitor has where the page is drawn larger, so that its letters stay sharp.
    const viewport = page.getViewport({ scale: zoom * scale * window.devicePixelRatio })
    target.width = Math.round(viewport.width)
    target.height = Math.round(viewport.height)
    const task = page.render({ canvas: target, viewport })
    // A drawing that another zoom has overtaken ends as cancelled, and is none to tell of.
    task.promise.catch(() => {})
    return () => task.cancel()
  }, [page, zoom, scale])
  return (
    <section className={styles.page} aria-label={`Page ${page.pageNumber} of ${of}`}>
      <canvas
        ref={canvas}
        style={{ width: Math.round(size.width), height: Math.round(size.height) }}
      />
      <p className="visually-hidden">{text}</p>
    </section>
  )
}

function usePageText(page: PDFPageProxy): string {
  const [text, setText] = useState('')
  useEffect(() => {
    let isWanted = true
    page.getTextContent().then(
      ({ items }) => {
        if (!isWanted) return
        setText(items.map(item => ('str' in item ? item.str : '')).join(' '))
      },
      // Without its text the page is still drawn.
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [page])
  return text
}
