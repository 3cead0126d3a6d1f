import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ChangeRequest } from '../../../shared/history/change.ts'
import type { PatientId } from '../../../shared/ids.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { api } from '../../api/client.ts'
import { sinceKey } from '../since/sinceContext.ts'

export function caseKey(patientId: PatientId) {
  return ['case', patientId] as const
}

/** A patient's case as stored. */
export function caseQuery(patientId: PatientId) {
  return queryOptions({
    queryKey: caseKey(patientId),
    queryFn: () => api.invoke('case:get', { patientId }),
  })
}

/** Puts a case that a service answered with in the place of the one on screen. */
export function useTakeCase() {
  const client = useQueryClient()
  return useCallback(
    (patientId: PatientId, open: OpenCase) => {
      client.setQueryData(caseKey(patientId), open)
      void client.invalidateQueries({ queryKey: ['history', patientId] })
      void client.invalidateQueries({ queryKey: sinceKey(patientId) })
      void client.invalidateQueries({ queryKey: ['patients'] })
    },
    [client],
  )
}

/** Changes, undo and redo; each answers with the case after it. */
export function useChangeCase(patientId: PatientId) {
  const take = useTakeCase()
  const onSuccess = (open: OpenCase) => take(patientId, open)
  return {
    apply: useMutation({
      mutationFn: (changes: ChangeRequest[]) => api.invoke('case:apply', { patientId, changes }),
      onSuccess,
    }),
    undo: useMutation({
      mutationFn: (act: NonNullable<OpenCase['undo']>['act']) =>
        api.invoke('case:undo', { patientId, act }),
      onSuccess,
    }),
    redo: useMutation({
      mutationFn: (act: NonNullable<OpenCase['redo']>['act']) =>
        api.invoke('case:redo', { patientId, act }),
      onSuccess,
    }),
  }
}
