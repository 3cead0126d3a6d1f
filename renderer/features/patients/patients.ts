import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Patient } from '../../../shared/patient/patient.ts'
import type { ListQuestion } from '../../../shared/patient/patientList.ts'
import { api } from '../../api/client.ts'

export const PATIENTS_KEY = 'patients'
export const VIEWS_KEY = ['views'] as const

/** The views of this user. */
export const VIEWS_QUERY = { queryKey: VIEWS_KEY, queryFn: () => api.invoke('view:list', {}) }
export const PAGE = 50

/** One page of the patients of a list, as asked for and kept. */
export function pageQuery(question: ListQuestion, page: number) {
  return {
    queryKey: [PATIENTS_KEY, 'page', question, page],
    queryFn: () => api.invoke('patient:list', { ...question, limit: PAGE, offset: page * PAGE }),
  }
}

/** One page of the patients of a list; the page shown last stays until the next has come. */
export function usePatientPage(question: ListQuestion, page: number, enabled = true) {
  return useQuery({ ...pageQuery(question, page), enabled, placeholderData: keepPreviousData })
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
