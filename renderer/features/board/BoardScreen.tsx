import { useMemo } from 'react'
import { boardOf } from '../../../shared/board/boardOf.ts'
import type { PatientId } from '../../../shared/ids.ts'
import { Button } from '../../components/Button.tsx'
import { sentenceOf } from '../session/session.ts'
import { useSettings } from '../session/settings.ts'
import styles from './BoardScreen.module.css'
import { BoardView } from './BoardView.tsx'
import { today } from './today.ts'
import { useCase } from './useCase.ts'

type Props = Readonly<{
  patientId: PatientId
  canWrite: boolean
  /** Where the app bar keeps a place for the board's own buttons. */
  tools: HTMLElement | null
  isPrinting: boolean
  onPrinted: () => void
  onLeave: () => void
}>

/** The board of one patient, drawn from the case as stored under the user's cut-off. */
export function BoardScreen({ patientId, canWrite, tools, isPrinting, onPrinted, onLeave }: Props) {
  const open = useCase(patientId)
  const { settings, change, isReady } = useSettings()
  const day = today()
  const of = open.data?.case
  const board = useMemo(
    () => (of === undefined ? null : boardOf(of, { cutoff: settings.cutoff, today: day })),
    [of, settings.cutoff, day],
  )
  if (open.error !== null && board === null)
    return (
      <main className={styles.failed}>
        <h1>The case could not be opened</h1>
        <p role="alert">{sentenceOf(open.error)}</p>
        <Button onPress={() => void open.refetch()}>Try again</Button>
        <Button look="plain" onPress={onLeave}>
          Back to the patients
        </Button>
      </main>
    )
  // The first drawing waits for the user's cut-off, so that no call flashes up under another one.
  if (open.data === undefined || board === null || !isReady)
    return <main className={styles.blank} />
  return (
    <BoardView
      open={open.data}
      board={board}
      today={day}
      paper={settings.paper}
      onPaper={paper => change({ paper })}
      canWrite={canWrite}
      tools={tools}
      isPrinting={isPrinting}
      onPrinted={onPrinted}
      onCutoff={cutoff => change({ cutoff })}
    />
  )
}
