import { useEffect, useRef, useState } from 'react'
import { beforeLock } from '../../api/beforeLock.ts'
import { api } from '../../api/client.ts'
import { NewPatientFields, NO_FIELDS } from './newPatient.ts'

const KEY = 'patient:new'
const SAVE_AFTER_MS = 400

/** The fields of a new patient, kept encrypted as they are typed, so that a lock, a crash or a closed window loses nothing. */
export function useNewPatientDraft() {
  const [fields, setFields] = useState<NewPatientFields>(NO_FIELDS)
  const [isRestored, setIsRestored] = useState(false)
  const isDirty = useRef(false)
  useEffect(() => {
    let isGone = false
    api.invoke('draft:list', { patientId: null }).then(
      ({ drafts }) => {
        const kept = NewPatientFields.safeParse(drafts.find(draft => draft.key === KEY)?.body)
        if (isGone || isDirty.current || !kept.success) return
        setFields(kept.data)
        setIsRestored(true)
      },
      // Without the draft the form is empty, as it would have been; nothing stored is touched.
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [])
  useEffect(() => {
    if (!isDirty.current) return
    // A draft that could not be kept is tried again at the next letter.
    const keep = () =>
      api.invoke('draft:put', { key: KEY, patientId: null, body: fields }).catch(() => {})
    const timer = setTimeout(() => void keep(), SAVE_AFTER_MS)
    const forget = beforeLock(keep)
    return () => {
      clearTimeout(timer)
      forget()
    }
  }, [fields])
  return {
    fields,
    isRestored,
    change: (part: Partial<NewPatientFields>) => {
      isDirty.current = true
      setFields(before => ({ ...before, ...part }))
    },
    discard: async () => {
      isDirty.current = false
      setFields(NO_FIELDS)
      setIsRestored(false)
      await api.invoke('draft:delete', { key: KEY })
    },
  }
}
