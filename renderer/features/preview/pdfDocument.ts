import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import rendererUrl from 'pdfjs-dist/legacy/build/pdf.renderer.min.mjs?url'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { useEffect, useState } from 'react'
import type { RenderedPaper } from '../../../shared/ipc/paperContract.ts'

GlobalWorkerOptions.workerSrc = workerUrl
// Pages are drawn in a worker of their own, so that the window answers meanwhile.
GlobalWorkerOptions.rendererSrc = rendererUrl

/** The pages of a document, in order. */
export type PageProxies = readonly PDFPageProxy[]

type Read = Readonly<{ of: RenderedPaper; pages: PageProxies | 'failed' }>

/** Pages of the very bytes that are saved and printed; null while they are read, 'failed' where they cannot be. */
export function usePages(
  rendered: RenderedPaper | null,
  password: string | null,
): PageProxies | null | 'failed' {
  const [read, setRead] = useState<Read | null>(null)
  useEffect(() => {
    if (rendered === null) return
    let isWanted = true
    const task = getDocument({
      // A copy: the worker takes what it is given away, and these bytes are still to be saved.
      data: rendered.bytes.slice(),
      ...(password === null ? {} : { password }),
      // SECURITY: nothing is fetched for it.
      useWorkerFetch: false,
      useWasm: false,
      disableAutoFetch: true,
      disableStream: true,
    })
    task.promise.then(readPages).then(
      pages => {
        if (isWanted) setRead({ of: rendered, pages })
      },
      () => {
        if (isWanted) setRead({ of: rendered, pages: 'failed' })
      },
    )
    return () => {
      isWanted = false
      void task.destroy()
    }
  }, [rendered, password])
  // Pages of bytes that have been replaced since are no longer there to draw.
  return read !== null && read.of === rendered ? read.pages : null
}

async function readPages(document: PDFDocumentProxy): Promise<PDFPageProxy[]> {
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1)
  return Promise.all(numbers.map(number => document.getPage(number)))
}
