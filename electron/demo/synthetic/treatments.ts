import type { LocalTreatment, Systemic } from '../../../shared/case/treatment.ts'
import { entryFieldsOf, onDay, quantityOf, type Story, whenOf } from './story.ts'

/** Members of the drug list, in the combinations in which they are given. */
const METASTATIC = [
  ['letrozole', 'palbociclib'],
  ['fulvestrant', 'ribociclib'],
  ['exemestane', 'everolimus'],
  ['capecitabine'],
  ['paclitaxel', 'bevacizumab'],
  ['eribulin'],
  ['trastuzumab', 'pertuzumab', 'docetaxel'],
  ['trastuzumab-deruxtecan'],
  ['sacituzumab-govitecan'],
  ['vinorelbine'],
] as const
const ADJUVANT = [['tamoxifen'], ['anastrozole'], ['epirubicin', 'cyclophosphamide']] as const

/** Adjuvant treatment, then two to six lines after one another. */
export function systemicOf(story: Story): Systemic[] {
  const { random, surgery, firstMetastasis, end } = story
  const lines = random.int(2, 6)
  const length = (end - firstMetastasis) / lines
  return [
    {
      ...courseOf(story, random.pick(ADJUVANT), surgery + 40, firstMetastasis - 30),
      setting: 'adjuvant',
      intent: 'curative',
      stopReason: 'completed',
      stopReasonAsReported: null,
    },
    ...Array.from({ length: lines }, (_, at): Systemic => {
      const start = Math.round(firstMetastasis + 20 + at * length)
      const isLast = at === lines - 1
      const drugs = random.pick(METASTATIC)
      return {
        ...courseOf(story, drugs, start, isLast ? null : Math.round(start + length)),
        setting: 'metastatic',
        intent: 'palliative',
        line: random.chance(0.9) ? at + 1 : null,
        stopReason: isLast
          ? null
          : random.pick(['progression', 'toxicity', 'notRecorded'] as const),
      }
    }),
  ]
}

function courseOf(
  story: Story,
  drugs: readonly string[],
  start: number,
  end: number | null,
): Systemic {
  const { random } = story
  return {
    kind: 'systemic',
    drugs: drugs.map(drug => ({
      drug,
      name: drug.replaceAll('-', ' '),
      started: [],
      ended: null,
      dose: random.chance(0.3) ? 'full dose' : null,
    })),
    regimen: null,
    setting: 'notStated',
    settingAsReported: null,
    intent: 'notStated',
    line: null,
    started: whenOf(story, start),
    ended:
      end === null
        ? { status: 'ongoing', when: [] }
        : { status: 'ended', when: whenOf(story, end) },
    duration: null,
    cycles: random.chance(0.4) ? quantityOf(random.int(2, 12), 'cycles') : null,
    doseChanges: random.chance(0.2)
      ? [{ when: whenOf(story, start + 60), text: 'dose reduced by one level' }]
      : [],
    bestResponse: random.chance(0.6)
      ? { value: random.pick(['CR', 'PR', 'SD', 'PD'] as const), method: 'RECIST 1.1', text: null }
      : null,
    stopReason: null,
    stopReasonAsReported: null,
    ...entryFieldsOf(story),
  }
}

export function surgeryOf(story: Story): LocalTreatment {
  const { random, surgery, primarySite } = story
  return {
    ...localOf(story, surgery),
    modality: 'surgery',
    what: [{ text: random.pick(['mastectomy', 'breast-conserving surgery']), source: null }],
    sites: [primarySite],
    intent: 'curative',
    // The day from which others count is known.
    started: onDay(surgery),
    ended: { status: 'ended', when: onDay(surgery) },
    result: 'R0',
  }
}

export function radiotherapyOf(story: Story): LocalTreatment {
  const { random, firstMetastasis, end, metastases } = story
  const fractions = random.pick([1, 5, 10])
  return {
    ...localOf(story, random.int(firstMetastasis, end)),
    modality: 'radiotherapy',
    sites: [random.pick(metastases)],
    dose: quantityOf(fractions === 1 ? 8 : fractions === 5 ? 20 : 30, 'Gy'),
    fractions: quantityOf(fractions, null),
  }
}

function localOf(story: Story, day: number): LocalTreatment {
  return {
    kind: 'local',
    modality: 'other',
    what: [{ text: 'palliative radiotherapy', source: null }],
    sites: [],
    skinLesions: [],
    ect: null,
    wound: null,
    field: null,
    side: null,
    intent: 'palliative',
    started: whenOf(story, day),
    ended: { status: 'notRecorded', when: [] },
    dose: null,
    fractions: null,
    result: null,
    ...entryFieldsOf(story),
  }
}
