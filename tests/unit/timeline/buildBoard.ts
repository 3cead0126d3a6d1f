import type { Axis, EventKey, Place } from '../../../shared/board/axis.ts'
import type {
  Board,
  BoardImaging,
  BoardLocal,
  BoardResult,
  BoardSite,
  BoardSpecimen,
  BoardSystemic,
} from '../../../shared/board/board.ts'
import type { Fact, Tone } from '../../../shared/board/fact.ts'
import { EntryId, PatientId } from '../../../shared/ids.ts'

/** A synthetic entry id: the same number gives the same id. */
export function entryId(n: number): EntryId {
  return EntryId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
}

export function fact(
  id: string,
  text: string,
  conflicts: readonly string[] = [],
  tone: Tone = 'reported',
): Fact {
  return { id, text, tone, conflicts }
}

/** A date with the bounds that were recorded; null for one that was not. */
export function place(low: number | null, high: number | null): Place {
  return { low, high, lowKnown: low !== null, highKnown: high !== null, derived: false }
}

export function buildAxis(
  places: Readonly<Partial<Record<EventKey, Place>>>,
  changes: Partial<Axis> = {},
): Axis {
  const ticks = [0, 6, 12, 18, 24, 30, 36].map(at => ({
    at,
    label: String(at),
    weight: 'grid' as const,
  }))
  return {
    id: 'surgery',
    label: 'Months since surgery',
    unavailable: null,
    from: 0,
    to: 40,
    ticks,
    lowerTicks: [],
    lowerNote: null,
    bands: [],
    places,
    before: fact('before', 'before surgery'),
    after: null,
    calendarZero: null,
    ...changes,
  }
}

export function buildSite(n: number, changes: Partial<BoardSite> = {}): BoardSite {
  const key = `site.${n}`
  return {
    entry: entryId(n),
    source: null,
    number: String(n),
    group: 'Bone',
    bodySite: 'skull',
    side: null,
    certainty: 'confirmed',
    name: fact(`${key}.name`, 'Skull'),
    nameInGroup: fact(`${key}.name`, 'Skull'),
    certaintyWord: fact(`${key}.certainty`, 'confirmed'),
    firstSeen: fact(`${key}.firstSeen`, 'month 12'),
    firstSeenShort: fact(`${key}.firstSeen`, 'month 12'),
    foundBy: fact(`${key}.foundBy`, 'bone scan'),
    details: [],
    status: fact(`${key}.status`, 'stable'),
    specimens: [],
    lesions: [],
    conflicts: [],
    interval: null,
    isSkin: false,
    ...changes,
  }
}

export function buildSystemic(n: number, changes: Partial<BoardSystemic> = {}): BoardSystemic {
  const key = `systemic.${entryId(n)}`
  return {
    entry: entryId(n),
    source: null,
    name: fact(`${key}.name`, 'tamoxifen'),
    family: 'endocrine',
    families: ['endocrine'],
    isLine: true,
    line: fact(`${key}.line`, 'line 1'),
    setting: fact(`${key}.setting`, 'adjuvant'),
    started: fact(`${key}.started`, 'month 2'),
    ended: fact(`${key}.ended`, 'month 9'),
    ongoing: false,
    details: [],
    caption: fact(`${key}.caption`, 'from month 2'),
    conflicts: [],
    ...changes,
  }
}

export function buildLocal(n: number, changes: Partial<BoardLocal> = {}): BoardLocal {
  const key = `local.${n}`
  return {
    entry: entryId(n),
    source: null,
    modality: 'radiotherapy',
    mark: 'RT',
    modalityWord: 'radiotherapy',
    what: fact(`${key}.what`, 'radiotherapy'),
    when: fact(`${key}.when`, 'month 3'),
    details: [],
    caption: fact(`${key}.caption`, 'chest wall'),
    conflicts: [],
    ...changes,
  }
}

export function buildImaging(n: number, changes: Partial<BoardImaging> = {}): BoardImaging {
  const key = `imaging.${n}`
  return {
    entry: entryId(n),
    source: null,
    what: fact(`${key}.what`, 'MRI'),
    when: fact(`${key}.when`, 'month 3'),
    findings: fact(`${key}.findings`, 'no change'),
    details: [],
    caption: fact(`${key}.caption`, 'MRI'),
    conflicts: [],
    ...changes,
  }
}

export function buildResult(marker: string, changes: Partial<BoardResult> = {}): BoardResult {
  return {
    marker,
    value: fact(`${marker}.value`, '80 %'),
    readings: [],
    bar: { low: 80, high: 80 },
    spans: [{ low: 80, high: 80 }],
    missing: false,
    call: null,
    change: null,
    flag: null,
    notEvaluable: null,
    details: [],
    ...changes,
  }
}

export function buildSpecimen(n: number, changes: Partial<BoardSpecimen> = {}): BoardSpecimen {
  const key = `specimen.${n}`
  return {
    entry: entryId(n),
    source: null,
    label: 'A',
    from: fact(`${key}.from`, 'Scalp'),
    procedure: fact(`${key}.procedure`, 'biopsy'),
    collected: fact(`${key}.collected`, 'month 12'),
    details: [],
    results: [buildResult('ER')],
    hasReceptors: true,
    withoutReceptors: null,
    comparedWith: null,
    subtype: null,
    site: null,
    lesion: null,
    conflicts: [],
    ...changes,
  }
}

/** A valid board of nobody, with nothing on it but what a test adds. */
export function buildBoard(changes: Partial<Board> = {}): Board {
  const nothing = fact('none', 'not recorded')
  return {
    version: 1,
    banner: {
      patientId: PatientId.parse('00000000-0000-4000-8000-999999999999'),
      archived: false,
      name: fact('patient.name', 'SYNTHETIC, Case'),
      born: nothing,
      age: null,
      sex: nothing,
      gender: null,
      identifiers: [],
      deceased: null,
      allergies: nothing,
    },
    rule: {
      cutoff: '>=1',
      label: '≥ 1 %',
      source: 'ASCO/CAP 2020',
      sentence: fact('rule', 'Calls at ≥ 1 % (ASCO/CAP 2020)'),
      choices: [
        { cutoff: '>=1', label: '≥ 1 %', source: 'ASCO/CAP 2020' },
        { cutoff: '>=10', label: '≥ 10 %', source: 'trials' },
        { cutoff: '>10', label: '> 10 %', source: 'Wu 2024' },
      ],
    },
    story: [],
    storyMore: [],
    question: nothing,
    ecog: nothing,
    context: [],
    counts: {
      confirmed: nothing,
      suspected: nothing,
      excluded: null,
      specimens: nothing,
      conflicts: nothing,
      missing: nothing,
    },
    sites: [],
    suspectedTogether: null,
    specimens: [],
    markers: ['ER'],
    callsByRule: [],
    receptorRemarks: [],
    systemic: [],
    local: [],
    imaging: [],
    assessments: [],
    lesions: [],
    skinNotes: [],
    intervals: [],
    conflicts: [],
    missing: [],
    documents: [],
    meetings: [],
    axes: [],
    ...changes,
  }
}
