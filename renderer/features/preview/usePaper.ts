import { useEffect, useState } from 'react'
import type { RenderedPaper } from '../../../shared/ipc/paperContract.ts'
import { api, onEvent } from '../../api/client.ts'
import { sentenceOf } from '../session/session.ts'

/** The documents that are made as jobs; each has the same channels. */
export type PaperNoun = 'summary' | 'lesion' | 'pack'

/** Which document, and how it is asked for. */
export type PaperSource = Readonly<{
  noun: PaperNoun
  /** Everything that the document depends on but its password, so that a change makes it anew. */
  of: string
  render: (job: string, password: string | null) => Promise<RenderedPaper>
}>

export type PaperState =
  | Readonly<{ state: 'making'; done: number; cancel: () => void }>
  | Readonly<{ state: 'ready'; rendered: RenderedPaper; password: string | null }>
  | Readonly<{ state: 'stopped' }>
  | Readonly<{ state: 'failed'; sentence: string }>

const MAKING: PaperState = { state: 'making', done: 0, cancel: () => {} }

/** A document, made again whenever what it depends on changes; what is no longer wanted is cancelled. */
export function usePaper(
  { noun, of, render }: PaperSource,
  password: string | null,
  attempt: number,
): PaperState {
  const [paper, setPaper] = useState<PaperState>(MAKING)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same options make the same document; another attempt makes it anew
  useEffect(() => {
    const job = crypto.randomUUID()
    let isWanted = true
    // One that is finished or gone is none to cancel, and nothing is lost by it.
    const stop = () => void api.invoke(`${noun}:cancel`, { job }).catch(() => {})
    const cancel = () => {
      isWanted = false
      setPaper({ state: 'stopped' })
      stop()
    }
    setPaper({ state: 'making', done: 0, cancel })
    const unlisten = onEvent(`${noun}:progress`, progress => {
      if (progress.job === job && isWanted)
        setPaper({ state: 'making', done: progress.done, cancel })
    })
    render(job, password)
      .then(
        rendered => {
          if (isWanted) setPaper({ state: 'ready', rendered, password })
        },
        error => {
          if (isWanted) setPaper({ state: 'failed', sentence: sentenceOf(error) })
        },
      )
      .finally(unlisten)
    return () => {
      unlisten()
      if (isWanted) stop()
      isWanted = false
    }
  }, [noun, of, password, attempt])
  return paper
}
