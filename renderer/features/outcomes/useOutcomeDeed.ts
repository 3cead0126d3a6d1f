import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Outcome } from '../../../shared/meeting/outcome.ts'
import { outcomeKey, useOutcomeChanged } from './useOutcome.ts'

/** Something done to a signed outcome; its answer takes the place of the one on screen. */
export function useOutcomeDeed<I>(deed: (input: I) => Promise<Outcome>, onDone: () => void) {
  const client = useQueryClient()
  const changed = useOutcomeChanged()
  return useMutation({
    mutationFn: deed,
    onSuccess: outcome => {
      client.setQueryData(outcomeKey(outcome.meetingId, outcome.patientId), outcome)
      changed(outcome.meetingId, outcome.patientId)
      onDone()
    },
  })
}
