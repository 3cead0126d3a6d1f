import { useEffect, useRef, useState } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import { PAPERS, type UserSettings } from '../../../shared/ipc/contract.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import type { SinceChoice } from '../../../shared/since/choice.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { TextField } from '../../components/TextField.tsx'
import { sentenceOf, useHost } from '../session/session.ts'
import { momentOf } from '../since/sinceContext.ts'
import { PageView } from './PageView.tsx'
import { usePages } from './pdfDocument.ts'
import { printPages } from './printPages.ts'
import styles from './SummaryPreview.module.css'
import { type Rendered, useSummary } from './useSummary.ts'

type Paper = UserSettings['paper']

type Props = Readonly<{
  patientId: PatientId
  cutoff: CutoffId
  paper: Paper
  onPaper: (paper: Paper) => void
  /** From when on the board marks what is new; the paper does the same unless it is switched off here. */
  since: SinceChoice
  onClose: () => void
}>

const PAPER_LABEL = { A4: 'A4', LETTER: 'Letter' } as const satisfies Record<Paper, string>
const ZOOMS = { fit: 'Fit', actual: '100 %', large: '150 %' } as const
type Zoom = keyof typeof ZOOMS
/** CSS pixels per PDF point at actual size. */
const ACTUAL = 96 / 72
const LEAST_PASSWORD = 4

/** The summary as PDF: the bytes on screen are the bytes that are saved and printed. */
export function SummaryPreview(props: Props) {
  const { patientId, cutoff, paper, onPaper, since, onClose } = props
  const host = useHost()
  const [password, setPassword] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [zoom, setZoom] = useState<Zoom>('fit')
  const [said, setSaid] = useState<string | null>(null)
  const [savedJob, setSavedJob] = useState<string | null>(null)
  const printing = useStoppable()
  const [marksNew, setMarksNew] = useState(true)
  const moment = marksNew ? momentOf(since) : null
  const summary = useSummary({ patientId, cutoff, paper, password, since: moment }, attempt)
  const rendered = summary.state === 'ready' ? summary.rendered : null
  const pages = usePages(rendered, summary.state === 'ready' ? summary.password : null)
  const [frame, width] = useFrameWidth()
  const shown = pages === 'failed' || rendered === null ? null : pages
  const pageWidth = shown?.[0]?.getViewport({ scale: 1 }).width ?? 595
  const scale = zoomScale(zoom, width, pageWidth)

  const tell = (work: Promise<string>) => {
    work.then(setSaid, error => setSaid(sentenceOf(error)))
  }
  const save = (done: Rendered) =>
    tell(
      host.data?.canSaveFile === true
        ? saveByHost(done).then(wasSaved => {
            if (wasSaved) setSavedJob(done.job)
            return wasSaved ? 'Saved, and put on record.' : 'Not saved.'
          })
        : // A browser keeps a list of what it saved, from which it opens; a page may not show a PDF by itself.
          download(done),
    )
  const show = (how: 'file' | 'folder') => {
    if (savedJob === null) return
    tell(
      api
        .invoke('summary:show', { job: savedJob, how })
        .then(() => (how === 'file' ? 'Opened, and put on record.' : 'Shown in its folder.')),
    )
  }
  const print = (done: Rendered) => {
    if (shown === null) return
    const { signal } = printing.begin()
    const onPage = (page: number) =>
      setSaid(`Preparing page ${page} of ${shown.length} for the printer…`)
    tell(
      printPages(shown, paper, { signal, onPage })
        .then(async wasPrinted => {
          if (!wasPrinted) return 'Stopped. Nothing was printed.'
          await api.invoke('summary:record', { job: done.job, action: 'print' })
          return 'Sent to the printer’s dialog; the print is on record.'
        })
        .finally(printing.end),
    )
  }
  return (
    <Dialog
      title="Summary for the meeting"
      width="full"
      onClose={onClose}
      actions={
        <>
          <span className={styles.said} role="status">
            {said}
          </span>
          {rendered !== null && rendered.job === savedJob && (
            <>
              <Button onPress={() => show('file')}>Open</Button>
              <Button onPress={() => show('folder')}>Show in folder</Button>
            </>
          )}
          {rendered !== null && shown !== null && (
            <>
              {printing.isBusy ? (
                <Button onPress={printing.stop}>Cancel printing</Button>
              ) : (
                <Button look="primary" onPress={() => print(rendered)}>
                  Print
                </Button>
              )}
              <Button onPress={() => save(rendered)}>Save</Button>
            </>
          )}
          <Button look="plain" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.bar}>
        <SegmentedControl
          label="Paper"
          value={paper}
          segments={PAPERS.map(value => ({ value, label: PAPER_LABEL[value] }))}
          onChange={onPaper}
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
        {since.from !== 'off' && (
          <CheckField label="Mark what is new" value={marksNew} onChange={setMarksNew} />
        )}
        <Protection password={password} onPassword={setPassword} />
        {rendered !== null && (
          <span className={styles.quiet}>
            {rendered.pages} {rendered.pages === 1 ? 'page' : 'pages'}
          </span>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the pages scroll, and have nothing in them to tab to */}
      <section className={styles.frame} ref={frame} aria-label="Pages" tabIndex={0}>
        {summary.state === 'making' && <Making done={summary.done} onCancel={summary.cancel} />}
        {summary.state === 'stopped' && (
          <p className={styles.message}>
            Stopped. Nothing was saved or printed.{' '}
            <Button onPress={() => setAttempt(attempt + 1)}>Make it again</Button>
          </p>
        )}
        {summary.state === 'failed' && (
          <p className={styles.message} role="alert">
            {summary.sentence} <Button onPress={() => setAttempt(attempt + 1)}>Try again</Button>
          </p>
        )}
        {pages === 'failed' && rendered !== null && (
          <p className={styles.message} role="alert">
            The pages could not be drawn here. The file itself is whole: save it and open it with
            another program.
          </p>
        )}
        {shown?.map(page => (
          <PageView key={page.pageNumber} page={page} of={shown.length} zoom={scale} />
        ))}
      </section>
    </Dialog>
  )
}

/** Work that can be stopped, and is when the preview is closed. */
function useStoppable() {
  const [isBusy, setIsBusy] = useState(false)
  const controller = useRef(new AbortController())
  useEffect(() => () => controller.current.abort(), [])
  return {
    isBusy,
    begin: () => {
      controller.current = new AbortController()
      setIsBusy(true)
      return controller.current
    },
    end: () => setIsBusy(false),
    stop: () => controller.current.abort(),
  }
}

function Making({ done, onCancel }: { done: number; onCancel: () => void }) {
  return (
    <p className={styles.message}>
      <label>
        Making the summary… <progress max={1} value={done} />
      </label>{' '}
      <Button look="plain" onPress={onCancel}>
        Cancel
      </Button>
    </p>
  )
}

function Protection({
  password,
  onPassword,
}: {
  password: string | null
  onPassword: (password: string | null) => void
}) {
  const [isOpen, setIsOpen] = useState(false)
  const [text, setText] = useState('')
  const [isShort, setIsShort] = useState(false)
  if (password !== null)
    return (
      <span className={styles.protection}>
        Protected by a password
        <Button look="plain" onPress={() => onPassword(null)}>
          Take the password off
        </Button>
      </span>
    )
  if (!isOpen)
    return (
      <Button look="plain" onPress={() => setIsOpen(true)}>
        Protect with a password…
      </Button>
    )
  return (
    <form
      className={styles.protection}
      onSubmit={event => {
        event.preventDefault()
        setIsShort(text.length < LEAST_PASSWORD)
        if (text.length < LEAST_PASSWORD) return
        onPassword(text)
        setIsOpen(false)
        setText('')
      }}
    >
      <TextField
        label="Password that opens the file"
        type="password"
        autoComplete="off"
        autoFocus
        value={text}
        onChange={setText}
        error={isShort ? 'At least 4 characters.' : null}
      />
      <Button type="submit">Protect</Button>
      <Button look="plain" onPress={() => setIsOpen(false)}>
        Leave it open
      </Button>
    </form>
  )
}

async function saveByHost({ job }: Rendered): Promise<boolean> {
  const { saved } = await api.invoke('summary:save', { job })
  return saved
}

async function download({ job, bytes, fileName }: Rendered): Promise<string> {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
  await api.invoke('summary:record', { job, action: 'export' })
  return 'Handed to the browser to save, and put on record.'
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
