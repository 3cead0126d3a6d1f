import { useEffect, useRef, useState } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import type { ImportedPicture } from '../../../shared/ipc/photoContract.ts'
import { ApiError } from '../../api/apiError.ts'
import { importPicture } from '../../api/importPicture.ts'
import { sentenceOf } from '../session/session.ts'

/** A file on its way in, or one that could not be taken. */
export type PictureJob = Readonly<{
  id: string
  name: string
  /** From 0 to 1. */
  done: number
  /** Why it was not taken; null while it is on its way. */
  refusal: string | null
}>

/** Takes files in one after the other in the order in which they were given; each is told on its own. */
export function usePictureImport(
  patientId: PatientId,
  onImported: (picture: ImportedPicture, isFromCamera: boolean) => void,
) {
  const [jobs, setJobs] = useState<readonly PictureJob[]>([])
  const running = useRef(new Map<string, AbortController>())
  const last = useRef<Promise<void>>(Promise.resolve())
  const imported = useRef(onImported)
  useEffect(() => {
    imported.current = onImported
  })
  // What is on its way when the form is left is stopped: nothing is imported that nobody sees.
  useEffect(() => {
    const all = running.current
    return () => {
      for (const control of all.values()) control.abort()
    }
  }, [])

  function change(id: string, part: Partial<PictureJob>): void {
    setJobs(before => before.map(job => (job.id === id ? { ...job, ...part } : job)))
  }

  async function take(file: File, id: string, isFromCamera: boolean): Promise<void> {
    const control = running.current.get(id)
    if (control === undefined || control.signal.aborted) return
    try {
      const picture = await importPicture(file, patientId, {
        onProgress: done => change(id, { done }),
        signal: control.signal,
      })
      forget(id)
      imported.current(picture, isFromCamera)
    } catch (error) {
      if (control.signal.aborted) return
      change(id, { refusal: sentenceOf(error) })
      // After a lock nothing more is taken in.
      if (error instanceof ApiError && error.error.kind === 'locked') stopAll()
    } finally {
      running.current.delete(id)
    }
  }

  function stopAll(): void {
    for (const control of running.current.values()) control.abort()
  }

  function forget(id: string): void {
    running.current.get(id)?.abort()
    setJobs(before => before.filter(job => job.id !== id))
  }

  return {
    jobs,
    /** Takes files in; those of the camera have no name to tell. */
    add: (files: readonly File[], isFromCamera = false) => {
      for (const file of files) {
        const id = crypto.randomUUID()
        running.current.set(id, new AbortController())
        setJobs(before => [...before, { id, name: file.name, done: 0, refusal: null }])
        last.current = last.current.then(() => take(file, id, isFromCamera))
      }
    },
    /** Stops a file on its way, or takes the words about one away. */
    forget,
  }
}
