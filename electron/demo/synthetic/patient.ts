import type { PatientDetails } from '../../../shared/patient/patient.ts'
import { createRandom, type Random } from './random.ts'

const BEGINNINGS =
  'bal bre cor dal fen gal hol jor kel lam mor nol pel quor rim sal tor vel wim zor'
const MIDDLES = 'a ani e ella i illo o ora u umi'
const ENDINGS = 'bek dan gren hof kas lin mer nard ponk rell sen stad tan vik wald'
const GIVEN_ENDINGS = 'bea da ella fia lina mira nora ria sanne tilda'

const syllables = (text: string) => text.split(' ')

/** 3000 made-up names. Few are frequent and most are rare, as with real ones. */
function familyName(random: Random): string {
  const skewed = (from: readonly string[]) =>
    from[Math.floor(random.next() ** 2 * from.length)] ?? ''
  return capital(
    skewed(syllables(BEGINNINGS)) + skewed(syllables(MIDDLES)) + skewed(syllables(ENDINGS)),
  )
}

function givenName(random: Random): string {
  return capital(random.pick(syllables(BEGINNINGS)) + random.pick(syllables(GIVEN_ENDINGS)))
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** A valid number of the range 999, which is kept for tests and given to nobody; null where no check digit fits. */
function testNhsNumber(random: Random): string | null {
  const nine = `999${String(random.int(0, 999_999)).padStart(6, '0')}`
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? null : `${nine}${check}`
}

/** An invented person whom nobody can take for a real one: `TESTFALL-0042` stands in the name and in the number. */
export function syntheticDetails(seed: number): PatientDetails {
  const random = createRandom(seed ^ 0x5eed)
  const number = String(seed).padStart(4, '0')
  const nhs = random.chance(0.7) ? testNhsNumber(random) : null
  const year = random.int(1932, 1995)
  const month = String(random.int(1, 12)).padStart(2, '0')
  const day = String(random.int(1, 28)).padStart(2, '0')
  const precision = random.next()
  const born =
    precision < 0.94 ? `${year}-${month}-${day}` : precision < 0.97 ? `${year}-${month}` : null
  return {
    familyName: `${familyName(random)} Testfall-${number}`,
    givenName: givenName(random),
    caseName: null,
    title: random.chance(0.2) ? 'Dr' : null,
    born,
    ageAsReported: null,
    sex: random.chance(0.99) ? 'female' : 'male',
    gender: null,
    deceased: null,
    identifiers: [
      { kind: 'hospital', label: 'Hospital No.', value: `TEST ${number.padStart(7, '0')}` },
      ...(nhs === null ? [] : [{ kind: 'nhs' as const, label: 'NHS No.', value: nhs }]),
    ],
  }
}
