import type { EntryBody } from '../../shared/case/entry.ts'
import {
  buildConflict,
  buildContext,
  buildDocument,
  buildImaging,
  buildQuantity,
  buildReading,
  buildSite,
  buildSpecimen,
  buildSystemic,
  entryId,
  patientId,
} from './builders.ts'

/** The passphrase of every workspace that a test makes; written again, because a browser's test cannot load the database. */
export const PAST_PASSPHRASE = 'nine plain test horses'
export const PAST_PATIENT = patientId(1)

/** A specimen of the scalp with its ER in per cent. */
export function specimenA(er: number) {
  return buildSpecimen({
    label: 'A',
    site: entryId(1),
    results: [
      {
        marker: 'ER',
        missing: null,
        missingAsReported: null,
        readings: [buildReading({ percent: buildQuantity({ low: er }) })],
      },
    ],
  })
}

/** What was recorded long ago, under the ids 1, 2, 3 … */
export const PAST_ENTRIES: readonly EntryBody[] = [
  buildSite({ bodySite: 'skin-scalp' }),
  specimenA(80),
  buildSystemic({ line: 1 }),
  buildConflict(),
  buildDocument({ title: 'Letter of Nov' }),
  buildContext({ question: null }),
  buildImaging({ findings: 'to be removed' }),
]
