import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { EntryId, PatientId } from '../../../shared/ids.ts'
import type { RenditionSize, ShownPicture } from '../../../shared/ipc/photoContract.ts'
import { api } from '../../api/client.ts'

/** How large a photograph is wanted: one of the small pictures, or all of it. */
export type PhotoSize = RenditionSize | 'original'

/** Large pictures are let go as soon as nothing shows them: a few of them are as large as everything else together. */
const KEEP_MS = { 96: 300_000, 320: 300_000, 1600: 20_000, original: 0 } as const satisfies Record<
  PhotoSize,
  number
>

/** A photograph of a case, in a size. A picture never changes; locking drops it with everything else. */
export function photoQuery(patientId: PatientId, photograph: EntryId, size: PhotoSize) {
  return queryOptions({
    queryKey: ['photo', photograph, size],
    queryFn: () =>
      size === 'original'
        ? api.invoke('photo:original', { patientId, photograph })
        : api.invoke('photo:thumbnail', { patientId, photograph, size }),
    gcTime: KEEP_MS[size],
  })
}

/** A picture that was imported for a form and belongs to no entry yet. */
export function stagedQuery(attachment: string) {
  return queryOptions({
    queryKey: ['photo', 'staged', attachment],
    queryFn: () => api.invoke('photo:staged', { attachment }),
    gcTime: KEEP_MS[320],
  })
}

/** The address of a picture for an `img`; it is taken back when the picture is no longer shown. */
export function usePictureUrl(picture: ShownPicture | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (picture === undefined) return
    // The bytes come from a message and are never shared memory.
    const bytes = picture.bytes as Uint8Array<ArrayBuffer>
    const made = URL.createObjectURL(new Blob([bytes], { type: picture.mediaType }))
    setUrl(made)
    return () => {
      URL.revokeObjectURL(made)
      setUrl(null)
    }
  }, [picture])
  return url
}

/** A photograph as it can be shown now, and why not. */
export function usePhoto(
  patientId: PatientId,
  photograph: EntryId,
  size: PhotoSize,
  isWanted = true,
) {
  const { data, error } = useQuery({
    ...photoQuery(patientId, photograph, size),
    enabled: isWanted,
  })
  const url = usePictureUrl(isWanted ? data : undefined)
  return { url, error }
}
