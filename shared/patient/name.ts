import { formatNhsNumber } from './nhsNumber.ts'
import type { Identifier, PatientDetails } from './patient.ts'

type NameParts = Readonly<
  Pick<PatientDetails, 'familyName' | 'givenName' | 'title'> &
    Partial<Pick<PatientDetails, 'caseName'>>
>

/**
 * Upper case by the same rule on every machine. A letter without a capital of its own stays as it is: `ß` is not
 * stretched to `SS`, and Chinese, Japanese, Korean and Georgian letters are untouched.
 */
export function upperCaseName(text: string): string {
  return [...text].map(capitalOf).join('')
}

function capitalOf(letter: string): string {
  // Georgian has capitals for headlines only, and few fonts draw them.
  if (/\p{Script=Georgian}/u.test(letter)) return letter
  const capital = letter.toUpperCase()
  return [...capital].length === 1 ? capital : letter
}

/**
 * A name as on every screen and page: `FAMILY, Given (Title)`. A case without a family name is called what its source
 * calls it, in those letters. CLINICAL: CUI NID.
 */
export function formatName({ familyName, givenName, caseName = null, title }: NameParts): string {
  const first = familyName === null ? caseName : upperCaseName(familyName)
  const full = [first, givenName].filter(part => part !== null).join(', ')
  return title === null ? full : `${full} (${title})`
}

/** The value of an identifier as shown: an NHS number in its groups, every other one as recorded. */
export function formatIdentifierValue({ kind, value }: Readonly<Identifier>): string {
  return kind === 'nhs' ? formatNhsNumber(value) : value
}
