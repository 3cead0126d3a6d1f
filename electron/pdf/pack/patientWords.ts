import { bannerOf } from '../../../shared/board/banner.ts'
import type { Banner } from '../../../shared/board/board.ts'
import { indexCase } from '../../../shared/board/caseIndex.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { TextRun } from '../definition.ts'
import { factRuns } from '../summary/factText.ts'
import { QUIET } from '../summary/paper.ts'

/** Who a patient is, in the words of every banner, which no cut-off changes. */
export function bannerOfPatient(patient: Case['patient'], today: string): Banner {
  return bannerOf(indexCase({ patient, entries: [] }, '>=1'), today)
}

/** A patient in a list: name, born (age), sex and numbers, so that two of one name are told apart. */
export function patientRuns({ name, born, age, sex, identifiers }: Banner): TextRun[] {
  const named = (label: string): TextRun => ({ text: ` · ${label} `, color: QUIET })
  return [
    ...factRuns(name, { bold: true }),
    named('Born'),
    ...factRuns(born),
    ...(age === null ? [] : [' (', ...factRuns(age), ')']),
    named('Sex'),
    ...factRuns(sex),
    ...identifiers.flatMap(({ label, fact }): TextRun[] => [named(label), ...factRuns(fact)]),
  ]
}
