import { entriesOf } from '../case/entry.ts'
import { ageInYears } from '../dates/calendar.ts'
import { formatPartialDate } from '../dates/formatDate.ts'
import { formatIdentifierValue, formatName } from '../patient/name.ts'
import type { PatientDetails } from '../patient/patient.ts'
import type { Banner, Labelled } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import type { Fact } from './fact.ts'
import { absent, derived, reported } from './makeFact.ts'

const SEX_WORD = {
  female: 'Female',
  male: 'Male',
  intersex: 'Intersex',
  unknown: 'unknown',
  notRecorded: 'not recorded',
} as const

/** The numbers that every banner has room for, whether recorded or not. */
const ALWAYS_SHOWN = [
  { kind: 'hospital', label: 'Hospital No.' },
  { kind: 'nhs', label: 'NHS No.' },
] as const

/** Who the patient is, in the order of the banner: name, born (age), sex, hospital number, NHS number. */
export function bannerOf(index: CaseIndex, today: string): Banner {
  const { patient } = index.of
  const { details } = patient
  return {
    patientId: patient.id,
    archived: patient.archived,
    name: nameFact(details),
    born:
      details.born === null
        ? absent('patient.born')
        : reported('patient.born', formatPartialDate(details.born)),
    age: ageFact(details, today),
    sex:
      details.sex === 'unknown' || details.sex === 'notRecorded'
        ? absent('patient.sex', details.sex)
        : reported('patient.sex', SEX_WORD[details.sex]),
    gender: details.gender === null ? null : reported('patient.gender', details.gender),
    identifiers: identifierFacts(details),
    deceased:
      details.deceased === null
        ? null
        : reported(
            'patient.deceased',
            details.deceased.on === null
              ? 'Deceased, date not recorded'
              : `Deceased ${formatPartialDate(details.deceased.on)}`,
          ),
    allergies: allergyFact(index),
  }
}

function nameFact(details: PatientDetails): Fact {
  const { familyName, givenName, title, caseName } = details
  if (familyName === null) return reported('patient.name', caseName ?? '')
  return reported('patient.name', formatName({ familyName, givenName, title }))
}

/** An age as reported, or the age today (at death for the deceased) derived from the date of birth. */
function ageFact({ born, ageAsReported, deceased }: PatientDetails, today: string): Fact | null {
  if (born === null) {
    return ageAsReported === null ? null : reported('patient.age', ageAsReported)
  }
  if (deceased !== null) return null
  const { low, high } = ageInYears(born, today)
  return derived('patient.age', low === high ? `${low} y` : `${low}–${high} y`)
}

function identifierFacts(details: PatientDetails): Labelled[] {
  const known = details.identifiers.map((identifier, i) => ({
    kind: identifier.kind,
    label: identifier.label,
    fact: reported(`patient.identifier.${i}`, formatIdentifierValue(identifier)),
  }))
  const expected = ALWAYS_SHOWN.flatMap(({ kind, label }) => {
    const recorded = known.filter(identifier => identifier.kind === kind)
    return recorded.length > 0
      ? recorded
      : [{ kind, label, fact: absent(`patient.identifier.${kind}`) }]
  })
  const others = known.filter(identifier => identifier.kind === 'other')
  return [...expected, ...others].map(({ label, fact }) => ({ label, fact }))
}

function allergyFact(index: CaseIndex): Fact {
  const id = 'context.allergies'
  const allergies = entriesOf(index.of, 'context')[0]?.body.allergies
  switch (allergies?.state) {
    case 'noneKnown':
      return reported(id, 'No known allergies')
    case 'unableToObtain':
      return reported(id, 'Unable to obtain allergy history')
    case 'recorded':
      return reported(id, allergies.items.map(item => item.text).join('; ') || 'Allergies recorded')
    default:
      return absent(id)
  }
}
