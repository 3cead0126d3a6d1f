import { useEffect, useState } from 'react'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { api, onEvent } from '../../api/client.ts'
import { sentenceOf } from '../session/session.ts'

export type Options = Input<'summary:render'>['options']
export type Rendered = Output<'summary:render'>
export type Summary =
  | Readonly<{ state: 'making'; done: number; cancel: () => void }>
  | Readonly<{ state: 'ready'; rendered: Rendered; password: string | null }>
  | Readonly<{ state: 'stopped' }>
  | Readonly<{ state: 'failed'; sentence: string }>

/** The summary under these options, made again whenever they change; what is no longer wanted is cancelled. */
export function useSummary(options: Options, attempt: number): Summary {
  const [summary, setSummary] = useState<Summary>(MAKING)
  const { patientId, cutoff, paper, password, since = null } = options
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt makes it anew
  useEffect(() => {
    const job = crypto.randomUUID()
    let isWanted = true
    // One that is finished or gone is none to cancel, and nothing is lost by it.
    const stop = () => void api.invoke('summary:cancel', { job }).catch(() => {})
    const cancel = () => {
      isWanted = false
      setSummary({ state: 'stopped' })
      stop()
    }
    setSummary({ state: 'making', done: 0, cancel })
    const unlisten = onEvent('summary:progress', progress => {
      if (progress.job === job && isWanted)
        setSummary({ state: 'making', done: progress.done, cancel })
    })
    api
      .invoke('summary:render', { job, options: { patientId, cutoff, paper, password, since } })
      .then(
        rendered => {
          if (isWanted) setSummary({ state: 'ready', rendered, password })
        },
        error => {
          if (isWanted) setSummary({ state: 'failed', sentence: sentenceOf(error) })
        },
      )
      .finally(unlisten)
    return () => {
      unlisten()
      if (isWanted) stop()
      isWanted = false
    }
  }, [patientId, cutoff, paper, password, since, attempt])
  return summary
}

const MAKING: Summary = { state: 'making', done: 0, cancel: () => {} }
