import { useCallback } from 'react'
import { EntryId, type PatientId } from '../../../shared/ids.ts'
import { api } from '../../api/client.ts'
import { useTakeCase } from '../board/useCase.ts'
import { sentenceOf } from '../session/session.ts'
import type { NewDocument } from './FormScope.tsx'

/** Records a document at once, as an act of its own, so that a form can name it as a source; null where it was refused. */
export function useAddDocument(
  patientId: PatientId,
  onRefused: (sentence: string) => void,
): (document: NewDocument) => Promise<EntryId | null> {
  const take = useTakeCase()
  return useCallback(
    async ({ title, documentKind }) => {
      const id = EntryId.parse(crypto.randomUUID())
      const body = {
        kind: 'document' as const,
        documentKind,
        title,
        citation: null,
        dated: [],
        sources: [],
        note: null,
      }
      try {
        const changes = [{ do: 'create' as const, id, body }]
        take(patientId, await api.invoke('case:apply', { patientId, changes }))
        return id
      } catch (error) {
        onRefused(sentenceOf(error))
        return null
      }
    },
    [patientId, onRefused, take],
  )
}
