import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { useScale } from '../../components/scale.ts'
import { inTurn } from './inTurn.ts'
import styles from './PaperPreview.module.css'

type Props = Readonly<{ page: PDFPageProxy; of: number; zoom: number }>

/** So far before it comes into view a page is drawn. */
const AHEAD = '800px'
/** So few pages are all drawn and read at once. */
const FEW = 8

/**
 * One page as it will be printed, with its text for whoever cannot see it. Of many pages, one keeps its place and
 * is drawn only near the view: a pack has more than memory has room for pictures.
 */
export function PageView({ page, of, zoom }: Props) {
  const place = useRef<HTMLElement>(null)
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const { current } = place
    if (current === null) return
    const observer = new IntersectionObserver(
      entries => setIsNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: AHEAD },
    )
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  const isDrawn = isNear || of <= FEW
  const { width, height } = page.getViewport({ scale: zoom })
  return (
    <section
      ref={place}
      className={styles.page}
      aria-label={`Page ${page.pageNumber} of ${of}`}
      style={{ width: Math.round(width), minHeight: Math.round(height) }}
    >
      {isDrawn && (
        <>
          <Drawing page={page} zoom={zoom} />
          <PageText page={page} />
        </>
      )}
    </section>
  )
}

function Drawing({ page, zoom }: Readonly<{ page: PDFPageProxy; zoom: number }>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scale = useScale()
  const size = page.getViewport({ scale: zoom })
  useEffect(() => {
    const target = canvas.current
    if (target === null) return
    const wanted = new AbortController()
    inTurn(() => {
      // As many points as the monitor has where the page is drawn larger, so that its letters stay sharp.
      const viewport = page.getViewport({ scale: zoom * scale * window.devicePixelRatio })
      target.width = Math.round(viewport.width)
      target.height = Math.round(viewport.height)
      const task = page.render({ canvas: target, viewport })
      wanted.signal.addEventListener('abort', () => task.cancel())
      // A drawing that another zoom has overtaken ends as cancelled, and is none to tell of.
      return task.promise
    }, wanted.signal)
    return () => wanted.abort()
  }, [page, zoom, scale])
  return (
    <canvas
      ref={canvas}
      style={{ width: Math.round(size.width), height: Math.round(size.height) }}
    />
  )
}

function PageText({ page }: Readonly<{ page: PDFPageProxy }>) {
  const [text, setText] = useState('')
  useEffect(() => {
    const wanted = new AbortController()
    inTurn(async () => {
      const { items } = await page.getTextContent()
      if (wanted.signal.aborted) return
      setText(items.map(item => ('str' in item ? item.str : '')).join(' '))
      // Without its text the page is still drawn.
    }, wanted.signal)
    return () => wanted.abort()
  }, [page])
  return <p className="visually-hidden">{text}</p>
}
