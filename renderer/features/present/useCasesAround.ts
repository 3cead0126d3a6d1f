import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import { caseQuery } from '../board/useCase.ts'

/** The cases before and after this one are fetched ahead, so that going there paints at once. */
export function useCasesAround(order: readonly PatientId[], patientId: PatientId): void {
  const client = useQueryClient()
  useEffect(() => {
    const at = order.indexOf(patientId)
    for (const near of [order[at + 1], order[at - 1]])
      if (near !== undefined) void client.prefetchQuery(caseQuery(near))
  }, [client, order, patientId])
}
