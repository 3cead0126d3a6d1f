import fc from 'fast-check'
import type { SourceRef } from '../../shared/case/source.ts'
import type { DateStatement } from '../../shared/dates/when.ts'
import type { EntryId } from '../../shared/ids.ts'
import { maybe } from './whenArbitrary.ts'

/** Invented names in the scripts that have to come out whole, some as long as a register allows. */
const NAMES = [
  'Testfall',
  'Nguyễn Thị Ngọc Ánh',
  'Παπαδοπούλου-Κωνσταντινίδου',
  'Ковалевская',
  '王小明',
  '山田たろう',
  '김철수',
  'Müller-Lüdenscheidt von und zu Testberg',
  'Wolfeschlegelsteinhausenbergerdorffwelchevor',
  'O’Testy & Söhne <b>',
] as const

const SENTENCES = [
  'hypoechoic nodule, 12 × 9 mm',
  'Two lesions; the larger lies ≥ 5 mm from the margin.',
  'Größe unverändert gegenüber der Voruntersuchung',
  '“no evidence of progression”',
  '乳房右上部に腫瘤を認める',
  'Ανεύρεση όζου στο δεξιό θωρακικό τοίχωμα',
  'multiple metabolically active lesions in the skull, the left clavicle, the left scapula and the right femur, the largest of which measures 3.4 cm; comparison with the study before is not possible, because its images are not at hand',
  'x',
] as const

const WORDS = ['right', 'CT thorax', 'FISH', 'upper portion', 'Клиника № 5', 'PET/CT'] as const

export const name = fc.constantFrom(...NAMES)
export const sentence = fc.constantFrom(...SENTENCES)
export const word = fc.constantFrom(...WORDS)
export const few = <T>(value: fc.Arbitrary<T>, maxLength = 2): fc.Arbitrary<T[]> =>
  fc.array(value, { maxLength })
export const size = fc.record({
  diameters: fc.array(fc.constantFrom(3, 10.9, 54), { minLength: 1, maxLength: 3 }),
  unit: fc.constantFrom('mm' as const, 'cm' as const),
  approximate: fc.boolean(),
  method: maybe(word),
  when: fc.constant<DateStatement[]>([]),
  verbatim: fc.constant(null),
  source: fc.constant(null),
})

/** What is in the case before an entry, for it to name. */
export type Known = Readonly<{ anchors: readonly EntryId[]; documents: readonly EntryId[] }>

export function sources({ documents }: Known): fc.Arbitrary<SourceRef[]> {
  if (documents.length === 0) return fc.constant<SourceRef[]>([])
  return few(fc.record({ document: fc.constantFrom(...documents), locator: maybe(word) }))
}
