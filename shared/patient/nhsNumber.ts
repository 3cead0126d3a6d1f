/**
 * The ten digits of a typed NHS number, or null when there are not exactly ten; spaces and dashes between them are
 * allowed.
 */
export function nhsNumberDigits(text: string): string | null {
  const digits = text.trim().replace(/(?<=\d)[ \u00a0\u2009\p{Pd}]+(?=\d)/gu, '')
  return /^[0-9]{10}$/.test(digits) ? digits : null
}

/**
 * Whether the tenth digit is the check digit of the nine before it.
 * CLINICAL: NHS Data Model and Dictionary, NHS NUMBER: weights 10 to 2, 11 minus the remainder by 11; 11 becomes 0, and
 * a number that gives 10 is not valid.
 */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, d, at) => total + Number(d) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check === Number(digits[9])
}

/** Why a text is not an NHS number, as a sentence without the text; null if it is one. */
export function nhsNumberProblem(text: string): string | null {
  const digits = nhsNumberDigits(text)
  if (digits === null) return 'an NHS number has exactly 10 digits'
  return hasCheckDigit(digits)
    ? null
    : 'the check digit of this NHS number is wrong: one digit is mistyped or two are swapped'
}

/** An NHS number in groups of 3, 3 and 4; any other text as it is. CLINICAL: CUI NUM, shown 3-3-4. */
export function formatNhsNumber(text: string): string {
  const digits = nhsNumberDigits(text)
  return digits === null ? text : `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`
}
