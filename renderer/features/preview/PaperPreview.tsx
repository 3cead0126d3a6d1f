import { useEffect, useRef, useState } from 'react'
import { PAPERS, type UserSettings } from '../../../shared/ipc/contract.ts'
import type { PrintLogOf } from '../../../shared/meeting/printLog.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { PageView } from './PageView.tsx'
import styles from './PaperPreview.module.css'
import { PrintLogDialog } from './PrintLogDialog.tsx'
import { Protection } from './Protection.tsx'
import { usePaperDeeds } from './paperDeeds.ts'
import { usePages } from './pdfDocument.ts'
import { type PaperSource, type PaperState, usePaper } from './usePaper.ts'

type Sheet = UserSettings['paper']

type Props = PaperSource &
  Readonly<{
    title: string
    /** "the summary": what is being made. */
    making: string
    sheet: Sheet
    onSheet: (sheet: Sheet) => void
    /** What else can be chosen of this document, before and after what can be of all. */
    first?: React.ReactNode
    last?: React.ReactNode
    /** Whose earlier documents are listed. */
    log: PrintLogOf
    onClose: () => void
  }>

const SHEET_LABEL = { A4: 'A4', LETTER: 'Letter' } as const satisfies Record<Sheet, string>
const ZOOMS = { fit: 'Fit', actual: '100 %', large: '150 %' } as const
type Zoom = keyof typeof ZOOMS
/** CSS pixels per PDF point at actual size. */
const ACTUAL = 96 / 72

/** A document as PDF: the bytes on screen are the bytes that are saved and printed. */
export function PaperPreview(props: Props) {
  const { title, making, sheet, onSheet, first, last, log, onClose } = props
  const [isLog, setIsLog] = useState(false)
  const [password, setPassword] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [zoom, setZoom] = useState<Zoom>('fit')
  const paper = usePaper(props, password, attempt)
  const deeds = usePaperDeeds(props.noun, sheet)
  const rendered = paper.state === 'ready' ? paper.rendered : null
  const pages = usePages(rendered, paper.state === 'ready' ? paper.password : null)
  const [frame, width] = useFrameWidth()
  const shown = pages === 'failed' || rendered === null ? null : pages
  const pageWidth = shown?.[0]?.getViewport({ scale: 1 }).width ?? 595
  return (
    <Dialog
      title={title}
      width="full"
      onClose={onClose}
      actions={
        <>
          <span className={styles.said} role="status">
            {deeds.said}
          </span>
          {rendered !== null && rendered.job === deeds.savedJob && (
            <>
              <Button onPress={() => deeds.show('file')}>Open</Button>
              <Button onPress={() => deeds.show('folder')}>Show in folder</Button>
            </>
          )}
          {rendered !== null && shown !== null && (
            <>
              {deeds.isPrinting ? (
                <Button onPress={deeds.stopPrinting}>Cancel printing</Button>
              ) : (
                <Button look="primary" onPress={() => deeds.print(rendered, shown)}>
                  Print
                </Button>
              )}
              <Button onPress={() => deeds.save(rendered)}>Save</Button>
            </>
          )}
          <Button look="plain" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.bar}>
        {first}
        <SegmentedControl
          label="Paper"
          value={sheet}
          segments={PAPERS.map(value => ({ value, label: SHEET_LABEL[value] }))}
          onChange={onSheet}
        />
        <SegmentedControl
          label="Zoom"
          value={zoom}
          segments={(['fit', 'actual', 'large'] as const).map(value => ({
            value,
            label: ZOOMS[value],
          }))}
          onChange={setZoom}
        />
        {last}
        <Protection password={password} onPassword={setPassword} />
        <Button look="plain" onPress={() => setIsLog(true)}>
          Printed before…
        </Button>
        {rendered !== null && (
          <span className={styles.quiet}>
            {rendered.pages} {rendered.pages === 1 ? 'page' : 'pages'}
          </span>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the pages scroll, and have nothing in them to tab to */}
      <section className={styles.frame} ref={frame} aria-label="Pages" tabIndex={0}>
        <Making paper={paper} what={making} onAgain={() => setAttempt(attempt + 1)} />
        {pages === 'failed' && rendered !== null && (
          <p className={styles.message} role="alert">
            The pages could not be drawn here. The file itself is whole: save it and open it with
            another program.
          </p>
        )}
        {shown?.map(page => (
          <PageView
            key={page.pageNumber}
            page={page}
            of={shown.length}
            zoom={zoomScale(zoom, width, pageWidth)}
          />
        ))}
      </section>
      {isLog && <PrintLogDialog of={log} onClose={() => setIsLog(false)} />}
    </Dialog>
  )
}

/** How far the document is, or why there is none. */
function Making({
  paper,
  what,
  onAgain,
}: Readonly<{ paper: PaperState; what: string; onAgain: () => void }>) {
  switch (paper.state) {
    case 'ready':
      return null
    case 'making':
      return (
        <p className={styles.message}>
          <label>
            Making {what}… <progress max={1} value={paper.done} />
          </label>{' '}
          <Button look="plain" onPress={paper.cancel}>
            Cancel
          </Button>
        </p>
      )
    case 'stopped':
      return (
        <p className={styles.message}>
          Stopped. Nothing was saved or printed. <Button onPress={onAgain}>Make it again</Button>
        </p>
      )
    case 'failed':
      return (
        <p className={styles.message} role="alert">
          {paper.sentence} <Button onPress={onAgain}>Try again</Button>
        </p>
      )
  }
}

function zoomScale(zoom: Zoom, width: number, pageWidth: number): number {
  if (zoom === 'actual') return ACTUAL
  if (zoom === 'large') return ACTUAL * 1.5
  return Math.min(ACTUAL * 1.5, Math.max(0.4, (width - 32) / pageWidth))
}

function useFrameWidth() {
  const frame = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(800)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [frame, width] as const
}
