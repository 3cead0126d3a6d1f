import { describe, expect, test } from 'vitest'
import { SIDES } from '../../../shared/case/common.ts'
import { ALLERGY_STATES } from '../../../shared/case/context.ts'
import { BONE_TYPES, CERTAINTIES, SITE_ROLES, SITE_STATUSES } from '../../../shared/case/site.ts'
import {
  IHC_SCORES,
  INTENSITIES,
  PROCEDURES,
  REPORTED_CALLS,
} from '../../../shared/case/specimen.ts'
import {
  INTENTS,
  LOCAL_MODALITIES,
  RESPONSES,
  SETTINGS,
  STOP_REASONS,
} from '../../../shared/case/treatment.ts'
import { ALLERGY_STATE_LABEL } from '../../../shared/codes/allergyStates.ts'
import { ECOG_ANSWER_LOINC, ECOG_GRADES, ECOG_LABEL } from '../../../shared/codes/ecog.ts'
import { GRADE_LABEL, GRADES } from '../../../shared/codes/grades.ts'
import {
  HISTOLOGIES,
  HISTOLOGY_ICD_O_3,
  HISTOLOGY_LABEL,
} from '../../../shared/codes/histologies.ts'
import { WAY_FOUND_LABEL, WAYS_FOUND } from '../../../shared/codes/howFound.ts'
import {
  IMAGING_MODALITIES,
  IMAGING_MODALITY_LABEL,
} from '../../../shared/codes/imagingModalities.ts'
import { SIDE_LABEL, SIDE_SNOMED } from '../../../shared/codes/laterality.ts'
import { MARKER_LABEL, MARKER_LOINC, MARKERS } from '../../../shared/codes/markers.ts'
import {
  MENOPAUSAL_STATE_LABEL,
  MENOPAUSAL_STATES,
} from '../../../shared/codes/menopausalStates.ts'
import {
  CLINICAL_RESPONSE_LABEL,
  CLINICAL_RESPONSES,
  DISEASE_STATUS_LABEL,
  DISEASE_STATUS_SNOMED,
  DISEASE_STATUSES,
  RECIST_LABEL,
  RESPONSE_SCALE_LABEL,
  RESPONSE_SCALES,
} from '../../../shared/codes/responseScales.ts'
import {
  IHC_SCORE_LABEL,
  INTENSITY_LABEL,
  REPORTED_CALL_LABEL,
} from '../../../shared/codes/results.ts'
import { SERUM_MARKER_LOINC, SERUM_MARKERS } from '../../../shared/codes/serumMarkers.ts'
import {
  BONE_TYPE_LABEL,
  CERTAINTY_LABEL,
  SITE_ROLE_LABEL,
  SITE_STATUS_LABEL,
} from '../../../shared/codes/siteWords.ts'
import { PROCEDURE_LABEL } from '../../../shared/codes/specimenProcedures.ts'
import {
  STOP_REASON_LABEL,
  STOP_REASON_SNOMED,
  TERMINATION_REASON_LABEL,
  TERMINATION_REASON_SNOMED,
  TERMINATION_REASONS,
} from '../../../shared/codes/stopReasons.ts'
import {
  SURGICAL_PROCEDURE_LABEL,
  SURGICAL_PROCEDURES,
} from '../../../shared/codes/surgicalProcedures.ts'
import {
  INTENT_LABEL,
  INTENT_SNOMED,
  LOCAL_MODALITY_LABEL,
  SETTING_LABEL,
} from '../../../shared/codes/treatmentWords.ts'

const lists: readonly [string, readonly string[], Readonly<Record<string, string>>][] = [
  ['sides', SIDES, SIDE_LABEL],
  ['allergy states', ALLERGY_STATES, ALLERGY_STATE_LABEL],
  ['site roles', SITE_ROLES, SITE_ROLE_LABEL],
  ['certainties', CERTAINTIES, CERTAINTY_LABEL],
  ['site statuses', SITE_STATUSES, SITE_STATUS_LABEL],
  ['bone types', BONE_TYPES, BONE_TYPE_LABEL],
  ['ways found', WAYS_FOUND, WAY_FOUND_LABEL],
  ['specimen procedures', PROCEDURES, PROCEDURE_LABEL],
  ['reported calls', REPORTED_CALLS, REPORTED_CALL_LABEL],
  ['intensities', INTENSITIES, INTENSITY_LABEL],
  ['IHC scores', IHC_SCORES, IHC_SCORE_LABEL],
  ['histologies', HISTOLOGIES, HISTOLOGY_LABEL],
  ['grades', GRADES, GRADE_LABEL],
  ['markers', MARKERS, MARKER_LABEL],
  ['imaging modalities', IMAGING_MODALITIES, IMAGING_MODALITY_LABEL],
  ['settings', SETTINGS, SETTING_LABEL],
  ['intents', INTENTS, INTENT_LABEL],
  ['stop reasons', STOP_REASONS, STOP_REASON_LABEL],
  ['termination reasons', TERMINATION_REASONS, TERMINATION_REASON_LABEL],
  ['RECIST responses', RESPONSES, RECIST_LABEL],
  ['response scales', RESPONSE_SCALES, RESPONSE_SCALE_LABEL],
  ['clinical responses', CLINICAL_RESPONSES, CLINICAL_RESPONSE_LABEL],
  ['disease statuses', DISEASE_STATUSES, DISEASE_STATUS_LABEL],
  ['ECOG grades', ECOG_GRADES, ECOG_LABEL],
  ['menopausal states', MENOPAUSAL_STATES, MENOPAUSAL_STATE_LABEL],
  ['local treatments', LOCAL_MODALITIES, LOCAL_MODALITY_LABEL],
  ['operations', SURGICAL_PROCEDURES, SURGICAL_PROCEDURE_LABEL],
]

describe('closed lists', () => {
  test.each(lists)('%s have one label each, no two the same', (_name, ids, labels) => {
    expect(Object.keys(labels).toSorted()).toEqual([...ids].toSorted())
    expect(new Set(Object.values(labels)).size).toBe(ids.length)
    for (const label of Object.values(labels)) expect(label.trim()).not.toBe('')
  })

  test('sides, intents, statuses and termination reasons carry their verified codes', () => {
    expect(SIDE_SNOMED).toEqual({
      left: '7771000',
      right: '24028007',
      bilateral: '51440002',
      midline: '399488007',
    })
    expect(INTENT_SNOMED).toEqual({
      curative: '373808002',
      palliative: '363676003',
      supportive: '399707004',
      notStated: null,
    })
    expect(Object.values(DISEASE_STATUS_SNOMED)).toEqual([
      '268910001',
      '359746009',
      '271299001',
      '709137006',
    ])
    expect(Object.values(TERMINATION_REASON_SNOMED)).toEqual([
      '266721009',
      '407563006',
      '160932005',
      '105480006',
      '184081006',
      '309846006',
      '399307001',
      '419620001',
      '7058009',
      '443729008',
      '77386006',
    ])
  })

  test('progression is not coded as "no response"', () => {
    expect(STOP_REASON_SNOMED.progression).toBeNull()
  })

  test('markers carry their LOINC codes; codes that are not verified are left out', () => {
    expect(MARKER_LOINC.ER.map(({ code }) => code)).toContain('85329-1')
    expect(MARKER_LOINC['Ki-67']).toEqual([{ code: '29593-1', says: 'percent', of: 'tissue' }])
    expect(SERUM_MARKER_LOINC).toEqual({
      'CA 15-3': ['6875-9', '83083-6'],
      'CA 27-29': ['17842-6'],
      CEA: ['2039-6', '83085-1'],
    })
    expect(SERUM_MARKERS).toHaveLength(3)
    const all = JSON.stringify(MARKER_LOINC)
    expect(all).not.toContain('85330-9')
    expect(all).not.toContain('18474-7')
    const codes = Object.values(MARKER_LOINC).flatMap(list => list.map(({ code }) => code))
    expect(codes).toHaveLength(25)
    expect(new Set(codes).size).toBe(25)
  })

  test('answers and morphologies that are not verified have no code', () => {
    expect(Object.values(ECOG_ANSWER_LOINC)).toEqual([
      'LA9622-7',
      'LA9623-5',
      null,
      null,
      null,
      null,
    ])
    expect(Object.values(HISTOLOGY_ICD_O_3).filter(code => code !== null)).toEqual(['8500/3'])
  })
})
