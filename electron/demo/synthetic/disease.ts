import type { Conflict } from '../../../shared/case/conflict.ts'
import type { Context } from '../../../shared/case/context.ts'
import type { SourceDocument } from '../../../shared/case/investigation.ts'
import type { Site } from '../../../shared/case/site.ts'
import { entryFieldsOf, onDay, quantityOf, type Story, sourceOf, whenOf } from './story.ts'

/** Members of the body-site list, the frequent places of breast cancer more often. */
const PLACES = [
  ...['thoracic-vertebra', 'lumbar-vertebra', 'pelvis', 'femur', 'rib', 'sternum', 'humerus'],
  ...['liver', 'liver', 'lung', 'lung', 'pleura', 'brain', 'cerebellum', 'adrenal', 'peritoneum'],
  ...['skin-scalp', 'skin-chest', 'skin-back', 'skin-abdomen', 'chest-wall'],
  ...['axillary-node', 'supraclavicular-node', 'mediastinal-node', 'ovary'],
] as const
const BONES: ReadonlySet<string> = new Set(PLACES.slice(0, 7))

export function primarySiteOf(story: Story): Site {
  const { random, diagnosis } = story
  return {
    ...siteOf(story, { bodySite: 'breast', firstSeen: whenOf(story, diagnosis) }),
    role: 'primary',
    certainty: 'confirmed',
    lesions: null,
    boneType: null,
    primary: {
      quadrant: random.pick(['upper outer', 'upper inner', 'lower outer', 'central']),
      histology: 'invasive ductal carcinoma, NST',
      grade: String(random.int(1, 3)),
      stages: [
        {
          prefix: 'p',
          t: random.pick(['T1c', 'T2', 'T3']),
          n: random.pick(['N0', 'N1a', 'N2a']),
          m: 'M0',
          group: null,
          edition: 'AJCC 8',
          source: sourceOf(story),
        },
      ],
    },
  }
}

export function metastasisOf(story: Story, at: number): Site {
  const { random, firstMetastasis, end } = story
  const day = at === 0 ? firstMetastasis : random.int(firstMetastasis, end)
  return siteOf(story, { bodySite: random.pick(PLACES), firstSeen: whenOf(story, day) })
}

function siteOf(story: Story, fixed: Pick<Site, 'bodySite' | 'firstSeen'>): Site {
  const { random, end } = story
  const isBone = BONES.has(fixed.bodySite ?? '')
  const size = random.int(4, 60)
  return {
    kind: 'site',
    role: 'distant',
    asReported: null,
    side: random.pick(['left', 'right', null] as const),
    subsite: null,
    foundBy: [random.pick(['CT', 'MRI', 'PET/CT', 'examination'])],
    certainty: random.chance(0.55) ? 'confirmed' : 'suspected',
    course: random.chance(0.5)
      ? [
          {
            status: random.pick(['active', 'responding', 'stable', 'progressing'] as const),
            when: whenOf(story, end),
            note: null,
          },
        ]
      : [],
    lesions: random.chance(0.4) ? quantityOf(random.int(1, 6), null) : null,
    sizes: random.chance(0.6)
      ? [
          {
            diameters: random.chance(0.5) ? [size] : [size, Math.ceil(size / 2)],
            unit: 'mm',
            approximate: false,
            method: 'CT',
            when: whenOf(story, end),
            verbatim: null,
            source: sourceOf(story),
          },
        ]
      : [],
    boneType: isBone ? random.pick(['lytic', 'blastic', 'mixed'] as const) : null,
    symptoms: random.chance(0.2) ? [{ text: 'pain on movement', source: sourceOf(story) }] : [],
    findings: null,
    primary: null,
    recurrenceOf: null,
    ...fixed,
    ...entryFieldsOf(story),
  }
}

export function documentOf(story: Story, at: number): SourceDocument {
  return {
    kind: 'document',
    documentKind: at === 0 ? 'letter' : 'pathologyReport',
    title: at === 0 ? 'Synthetic clinic letter' : 'Synthetic pathology report',
    citation: null,
    dated: onDay(story.end),
    sources: [],
    note: null,
  }
}

export function contextOf(story: Story): Context {
  const { random } = story
  const stated = (...texts: string[]) => ({
    missing: null,
    items: texts.map(text => ({ text, source: sourceOf(story) })),
  })
  return {
    kind: 'context',
    question: 'Which systemic treatment next, and is local treatment of the new lesion sensible?',
    comorbidities: random.chance(0.6) ? stated('arterial hypertension') : stated(),
    medicines: stated('colecalciferol'),
    pastHistory: stated(),
    allergies: { state: random.pick(['notRecorded', 'noneKnown'] as const), items: [] },
    menopausal: stated('postmenopausal'),
    germline: { missing: random.pick(['notDone', 'pending'] as const), items: [] },
    familyHistory: stated(),
    keyWorker: stated(),
    wishes: stated(),
    capacity: stated(),
    ...entryFieldsOf(story),
  }
}

export function conflictOf(story: Story, at: number): Conflict {
  const { random, metastases } = story
  const [one, other] = [random.int(5, 20), random.int(21, 40)]
  return {
    kind: 'conflict',
    label: `X${at + 1}`,
    title: 'Size of a metastasis',
    about: [{ entry: random.pick(metastases), facet: 'size' }],
    statements: [
      { short: `${one} mm`, text: `largest diameter ${one} mm`, source: sourceOf(story) },
      { short: `${other} mm`, text: `up to ${other} mm`, source: sourceOf(story) },
    ],
    settlement: null,
    ...entryFieldsOf(story),
  }
}
