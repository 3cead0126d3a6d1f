import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { PageView } from './PageView.tsx'

type Props = Readonly<{ page: PDFPageProxy; of: number; zoom: number }>

/** So far before it comes into view a page is drawn. */
const AHEAD = '800px'

/** A page that keeps its place and is drawn only near the view: a pack has more pages than memory has room for pictures. */
export function PageInView({ page, of, zoom }: Props) {
  const place = useRef<HTMLDivElement>(null)
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
  const { height } = page.getViewport({ scale: zoom })
  return (
    <div ref={place} style={{ minHeight: Math.round(height) }}>
      {isNear && <PageView page={page} of={of} zoom={zoom} />}
    </div>
  )
}
