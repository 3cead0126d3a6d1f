import { useEffect, useState } from 'react'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { api, onEvent } from '../../api/client.ts'
import { sentenceOf } from '../session/session.ts'

export type PackOptions = Input<'pack:render'>['options']
export type RenderedPack = Output<'pack:render'>
export type Pack =
  | Readonly<{ state: 'making'; done: number; cancel: () => void }>
  | Readonly<{ state: 'ready'; rendered: RenderedPack; password: string | null }>
  | Readonly<{ state: 'stopped' }>
  | Readonly<{ state: 'failed'; sentence: string }>

const MAKING: Pack = { state: 'making', done: 0, cancel: () => {} }

/** The papers of a meeting under these options, made again whenever they change; what is no longer wanted is cancelled. */
export function usePack(options: PackOptions, attempt: number): Pack {
  const [pack, setPack] = useState<Pack>(MAKING)
  const wanted = JSON.stringify(options)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same options make the same pack; another attempt makes it anew
  useEffect(() => {
    const job = crypto.randomUUID()
    let isWanted = true
    // One that is finished or gone is none to cancel, and nothing is lost by it.
    const stop = () => void api.invoke('pack:cancel', { job }).catch(() => {})
    const cancel = () => {
      isWanted = false
      setPack({ state: 'stopped' })
      stop()
    }
    setPack({ state: 'making', done: 0, cancel })
    const unlisten = onEvent('pack:progress', progress => {
      if (progress.job === job && isWanted)
        setPack({ state: 'making', done: progress.done, cancel })
    })
    api
      .invoke('pack:render', { job, options })
      .then(
        rendered => {
          if (isWanted) setPack({ state: 'ready', rendered, password: options.password })
        },
        error => {
          if (isWanted) setPack({ state: 'failed', sentence: sentenceOf(error) })
        },
      )
      .finally(unlisten)
    return () => {
      unlisten()
      if (isWanted) stop()
      isWanted = false
    }
  }, [wanted, attempt])
  return pack
}
