import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Patient } from '../../../shared/patient/patient.ts'
import { api } from '../../api/client.ts'

export const PATIENTS_KEY = 'patients'
export const PAGE = 100

type Search = Readonly<{ query: string; archived: boolean }>

/** One page of the patients who fit a search; the page shown last stays until the next has come. */
export function usePatientPage(
  { query, archived }: Search,
  page: number,
  limit = PAGE,
  enabled = true,
) {
  return useQuery({
    enabled,
    queryKey: [PATIENTS_KEY, query, archived, page, limit],
    queryFn: () => api.invoke('patient:list', { query, archived, limit, offset: page * limit }),
    placeholderData: keepPreviousData,
  })
}

const SETTLE_MS = 60

/** What was typed, once the typing has settled: a search for every letter would be for nothing. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** The value of the first identifier of a kind, or null. */
export function identifierOf(patient: Patient, kind: 'nhs' | 'hospital'): string | null {
  return patient.details.identifiers.find(identifier => identifier.kind === kind)?.value ?? null
}
