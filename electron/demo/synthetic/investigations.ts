import type { Assessment, Imaging } from '../../../shared/case/investigation.ts'
import { entryFieldsOf, laterDay, quantityOf, type Story, whenOf } from './story.ts'

const FINDINGS = [
  'Known lesions of the same size, no new lesion.',
  'Two new lesions in the right lobe of the liver, the larger one 14 mm.',
  'Increasing uptake in the spine; no pathological fracture.',
  'Partial remission of the pulmonary lesions; small pleural effusion on the left.',
] as const

export function imagingOf(story: Story): Imaging {
  const { random, metastases } = story
  const day = laterDay(story)
  return {
    kind: 'imaging',
    modality: random.pick(['CT', 'MRI', 'PET/CT', 'ultrasound', 'bone scan']),
    region: random.pick(['chest and abdomen', 'brain', 'spine', 'whole body']),
    when: whenOf(story, day),
    findings: random.pick(FINDINGS),
    measures: [],
    sites: random.some(metastases, random.int(0, 3)),
    ...entryFieldsOf(story),
  }
}

export function assessmentOf(story: Story): Assessment {
  const { random } = story
  const entry = {
    kind: 'assessment',
    value: null,
    quantity: null,
    missing: null,
    text: null,
    when: whenOf(story, laterDay(story)),
    ...entryFieldsOf(story),
  } as const
  const draw = random.next()
  if (draw < 0.4) {
    const isPending = random.chance(0.05)
    return {
      ...entry,
      type: 'tumourMarker',
      scale: random.pick(['CA 15-3', 'CEA']),
      quantity: isPending ? null : quantityOf(random.int(12, 480), 'U/ml'),
      missing: isPending ? 'pending' : null,
    }
  }
  if (draw < 0.6) return { ...entry, type: 'ecog', scale: 'ECOG', value: String(random.int(0, 2)) }
  if (draw < 0.85)
    return {
      ...entry,
      type: 'response',
      scale: 'RECIST 1.1',
      value: random.pick(['CR', 'PR', 'SD', 'PD']),
    }
  return {
    ...entry,
    type: 'clinical',
    scale: null,
    text: 'Good general condition, no new symptoms.',
  }
}
