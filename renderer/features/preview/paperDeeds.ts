import { useEffect, useRef, useState } from 'react'
import type { RenderedPaper } from '../../../shared/ipc/paperContract.ts'
import { api } from '../../api/client.ts'
import { sentenceOf, useHost } from '../session/session.ts'
import type { PageProxies } from './pdfDocument.ts'
import { type PrintedPaper, printPages } from './printPages.ts'
import type { PaperNoun } from './usePaper.ts'

export type PaperDeeds = Readonly<{
  /** What came of what was done last. */
  said: string | null
  /** The document that was saved last as a file. */
  savedJob: string | null
  isPrinting: boolean
  save: (paper: RenderedPaper) => void
  show: (how: 'file' | 'folder') => void
  print: (paper: RenderedPaper, pages: PageProxies) => void
  stopPrinting: () => void
}>

/** Saving, showing and printing a document: each is put on record, and printing stops when the preview is closed. */
export function usePaperDeeds(noun: PaperNoun, sheet: PrintedPaper): PaperDeeds {
  const host = useHost()
  const [said, setSaid] = useState<string | null>(null)
  const [savedJob, setSavedJob] = useState<string | null>(null)
  const [isPrinting, setIsPrinting] = useState(false)
  const printing = useRef(new AbortController())
  useEffect(() => () => printing.current.abort(), [])
  const tell = (work: Promise<string>) => {
    work.then(setSaid, error => setSaid(sentenceOf(error)))
  }
  const saveByHost = async ({ job }: RenderedPaper): Promise<string> => {
    const { saved } = await api.invoke(`${noun}:save`, { job })
    if (saved) setSavedJob(job)
    return saved ? 'Saved, and put on record.' : 'Not saved.'
  }
  return {
    said,
    savedJob,
    isPrinting,
    // A browser keeps a list of what it saved, from which it opens; a page may not show a PDF by itself.
    save: paper =>
      tell(host.data?.canSaveFile === true ? saveByHost(paper) : download(noun, paper)),
    show: how => {
      if (savedJob === null) return
      tell(
        api
          .invoke(`${noun}:show`, { job: savedJob, how })
          .then(() => (how === 'file' ? 'Opened, and put on record.' : 'Shown in its folder.')),
      )
    },
    print: ({ job }, pages) => {
      printing.current = new AbortController()
      setIsPrinting(true)
      const { signal } = printing.current
      const onPage = (page: number) =>
        setSaid(`Preparing page ${page} of ${pages.length} for the printer…`)
      tell(
        printPages(pages, sheet, { signal, onPage })
          .then(async wasPrinted => {
            if (!wasPrinted) return 'Stopped. Nothing was printed.'
            await api.invoke(`${noun}:record`, { job, action: 'print' })
            return 'Sent to the printer’s dialog; the print is on record.'
          })
          .finally(() => setIsPrinting(false)),
      )
    },
    stopPrinting: () => printing.current.abort(),
  }
}

async function download(noun: PaperNoun, { job, bytes, fileName }: RenderedPaper): Promise<string> {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
  await api.invoke(`${noun}:record`, { job, action: 'export' })
  return 'Handed to the browser to save, and put on record.'
}
