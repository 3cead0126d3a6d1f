import { createHash } from 'node:crypto'

/** What a signature stands for; its own hash is not part of it. */
export type SignedContent = Readonly<{
  id: string
  meetingId: string
  patientId: string
  body: unknown
  /** Who, when, and what stood around the outcome then. */
  around: Readonly<Record<string, unknown>>
}>

/** SHA-256 over all that was signed, in hexadecimal. Members are sorted, so that no way of writing them matters. */
export function signedHash({ id, meetingId, patientId, body, around }: SignedContent): string {
  const { sha256: _, ...rest } = around
  const text = JSON.stringify(sorted({ id, meetingId, patientId, body, around: rest }))
  return createHash('sha256').update(text).digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}
