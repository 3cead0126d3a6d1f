import { useEffect, useRef, useState } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import { PAPERS } from '../../../shared/ipc/contract.ts'
import type { MeetingList } from '../../../shared/meeting/meetingList.ts'
import type { PackKind } from '../../../shared/meeting/pack.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { sentenceOf, useHost } from '../session/session.ts'
import { useSettings } from '../session/settings.ts'
import { momentOf } from '../since/sinceContext.ts'
import { PageInView } from './PageInView.tsx'
import { usePages } from './pdfDocument.ts'
import { printPages } from './printPages.ts'
import styles from './SummaryPreview.module.css'
import { type RenderedPack, usePack } from './usePack.ts'

const KINDS = [
  { value: 'pack', label: 'Pack' },
  { value: 'agenda', label: 'Agenda' },
  { value: 'supplement', label: 'Supplement' },
  { value: 'letter', label: 'Letters' },
] as const satisfies readonly { value: PackKind; label: string }[]

const PAPER_LABEL = { A4: 'A4', LETTER: 'Letter' } as const

type Props = Readonly<{
  list: MeetingList
  /** The case that is selected; its letter alone may be wanted. */
  active: PatientId | null
  onClose: () => void
}>

/** The papers of a meeting: the bytes on screen are the bytes that are saved and printed. */
export function PackPreview({ list, active, onClose }: Props) {
  const host = useHost()
  const { settings, change } = useSettings()
  const { cutoff, paper, since } = settings
  const [kind, setKind] = useState<PackKind>('pack')
  const [withSheets, setWithSheets] = useState(list.meeting.status === 'planned')
  const [isOne, setIsOne] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [said, setSaid] = useState<string | null>(null)
  const [savedJob, setSavedJob] = useState<string | null>(null)
  const [isPrinting, setIsPrinting] = useState(false)
  const printing = useRef(new AbortController())
  useEffect(() => () => printing.current.abort(), [])
  const pack = usePack(
    {
      meetingId: list.meeting.id,
      kind,
      patientIds: isOne && active !== null && kind !== 'agenda' ? [active] : null,
      cutoff,
      paper,
      since: momentOf(since),
      outcomeSheets: withSheets,
      password: null,
    },
    attempt,
  )
  const rendered = pack.state === 'ready' ? pack.rendered : null
  const pages = usePages(rendered, null)
  const shown = pages === 'failed' || rendered === null ? null : pages
  const tell = (work: Promise<string>) => {
    work.then(setSaid, error => setSaid(sentenceOf(error)))
  }
  const save = (done: RenderedPack) =>
    tell(
      host.data?.canSaveFile === true
        ? api.invoke('pack:save', { job: done.job }).then(({ saved }) => {
            if (saved) setSavedJob(done.job)
            return saved ? 'Saved, and put on record.' : 'Not saved.'
          })
        : download(done),
    )
  const show = (how: 'file' | 'folder') => {
    if (savedJob === null) return
    tell(
      api
        .invoke('pack:show', { job: savedJob, how })
        .then(() => (how === 'file' ? 'Opened, and put on record.' : 'Shown in its folder.')),
    )
  }
  const print = (done: RenderedPack) => {
    if (shown === null) return
    printing.current = new AbortController()
    setIsPrinting(true)
    const { signal } = printing.current
    const onPage = (page: number) =>
      setSaid(`Preparing page ${page} of ${shown.length} for the printer…`)
    tell(
      printPages(shown, paper, { signal, onPage })
        .then(async wasPrinted => {
          if (!wasPrinted) return 'Stopped. Nothing was printed.'
          await api.invoke('pack:record', { job: done.job, action: 'print' })
          return 'Sent to the printer’s dialog; the print is on record.'
        })
        .finally(() => setIsPrinting(false)),
    )
  }
  return (
    <Dialog
      title="Papers of the meeting"
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
              {isPrinting ? (
                <Button onPress={() => printing.current.abort()}>Cancel printing</Button>
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
        <SegmentedControl label="Which paper" value={kind} segments={KINDS} onChange={setKind} />
        <SegmentedControl
          label="Paper"
          value={paper}
          segments={PAPERS.map(value => ({ value, label: PAPER_LABEL[value] }))}
          onChange={next => change({ paper: next })}
        />
        {kind === 'pack' && (
          <CheckField
            label="Sheets to write the outcome on"
            value={withSheets}
            onChange={setWithSheets}
          />
        )}
        {(kind === 'letter' || kind === 'pack') && active !== null && (
          <CheckField label="The selected case alone" value={isOne} onChange={setIsOne} />
        )}
        {rendered !== null && (
          <span className={styles.quiet}>
            {rendered.pages} {rendered.pages === 1 ? 'page' : 'pages'}
          </span>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the pages scroll, and have nothing in them to tab to */}
      <section className={styles.frame} aria-label="Pages" tabIndex={0}>
        {pack.state === 'making' && (
          <p className={styles.message}>
            <label>
              Making the papers… <progress max={1} value={pack.done} />
            </label>{' '}
            <Button look="plain" onPress={pack.cancel}>
              Cancel
            </Button>
          </p>
        )}
        {pack.state === 'stopped' && (
          <p className={styles.message}>
            Stopped. Nothing was saved or printed.{' '}
            <Button onPress={() => setAttempt(attempt + 1)}>Make it again</Button>
          </p>
        )}
        {pack.state === 'failed' && (
          <p className={styles.message} role="alert">
            {pack.sentence} <Button onPress={() => setAttempt(attempt + 1)}>Try again</Button>
          </p>
        )}
        {pages === 'failed' && rendered !== null && (
          <p className={styles.message} role="alert">
            The pages could not be drawn here. The file itself is whole: save it and open it with
            another program.
          </p>
        )}
        {shown?.map(page => (
          <PageInView key={page.pageNumber} page={page} of={shown.length} zoom={4 / 3} />
        ))}
      </section>
    </Dialog>
  )
}

async function download({ job, bytes, fileName }: RenderedPack): Promise<string> {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
  await api.invoke('pack:record', { job, action: 'export' })
  return 'Handed to the browser to save, and put on record.'
}
