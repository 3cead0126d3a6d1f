import type { Context } from './context.ts'

const nothingStated = { missing: null, items: [] } as const

/** The patient context of a case that has none yet: nothing is recorded in it, and it says so everywhere. */
export function blankContext(): Context {
  const blank = () => ({ ...nothingStated, items: [] })
  return {
    kind: 'context',
    question: null,
    comorbidities: blank(),
    medicines: blank(),
    pastHistory: blank(),
    allergies: { state: 'notRecorded', items: [] },
    menopausal: blank(),
    germline: blank(),
    familyHistory: blank(),
    keyWorker: blank(),
    wishes: blank(),
    capacity: blank(),
    sources: [],
    note: null,
  }
}
