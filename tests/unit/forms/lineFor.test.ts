import { describe, expect, it } from 'vitest'
import type { Entry, EntryBody } from '../../../shared/case/entry.ts'
import { suggestLineFor } from '../../../shared/forms/lineFor.ts'
import { buildAssessment, buildCase, buildSystemic, entryId, on } from '../../support/builders.ts'

const drug = (name: string) => [{ drug: name, name, started: [], ended: null, dose: null }]
const first = buildSystemic({
  drugs: drug('letrozole'),
  setting: 'metastatic',
  started: on('2020-01'),
  stopReason: null,
  line: null,
})
const second = buildSystemic({
  drugs: drug('capecitabine'),
  setting: 'metastatic',
  started: on('2021-06'),
  stopReason: null,
  line: null,
})
const entry = (n: number, body: EntryBody): Entry => ({
  id: entryId(n),
  revision: 1,
  body,
})

describe('a suggested line', () => {
  it('is the first for the first treatment of advanced disease', () => {
    expect(suggestLineFor(buildCase([]), entryId(1), first)).toMatchObject({
      status: 'suggested',
      number: 1,
    })
  })

  it('is the next where a progression is recorded in between', () => {
    const of = buildCase([
      entry(1, first),
      entry(2, buildAssessment({ type: 'response', value: 'PD', when: on('2021-03') })),
    ])
    expect(suggestLineFor(of, entryId(3), second)).toMatchObject({ status: 'suggested', number: 2 })
  })

  it('is left open without one, and where the order is not recorded', () => {
    expect(suggestLineFor(buildCase([entry(1, first)]), entryId(3), second)?.status).toBe(
      'undecided',
    )
    const undated = buildSystemic({ ...second, started: [] })
    expect(suggestLineFor(buildCase([entry(1, first)]), entryId(3), undated)).toMatchObject({
      status: 'undecided',
      reason: expect.stringContaining('is not recorded'),
    })
  })

  it('goes by the order of beginning and not of entry', () => {
    const of = buildCase([entry(1, second)])
    expect(suggestLineFor(of, entryId(3), first)).toMatchObject({ status: 'suggested', number: 1 })
  })
})
