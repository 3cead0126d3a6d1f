import type { Member } from '../../../shared/meeting/attendance.ts'
import type { OutcomeBody, Recommendation } from '../../../shared/meeting/outcome.ts'
import type { Random } from './random.ts'

const member = (role: Member['role'], name: string): Member => ({ role, roleWords: null, name })

/** Plainly invented people of a plainly invented board. */
export const TEAM: readonly Member[] = [
  member('oncologist', 'Dr Testa'),
  member('radiationOncologist', 'Dr Muster'),
  member('breastSurgeon', 'Dr Beispiel'),
  member('dermatologist', 'Dr Vorlage'),
  member('radiologist', 'Dr Probe'),
  member('pathologist', 'Dr Exempel'),
  member('nurseSpecialist', 'Nurse Testfall'),
  member('coordinator', 'Coordinator Testfall'),
]

export const QUESTIONS = [
  'Which systemic treatment next, and is local treatment of the new lesion sensible?',
  'Progression under the present line: biopsy before the change of treatment?',
  'Is the new skin lesion a metastasis, and what receptors does it have?',
  'Stereotactic radiotherapy of the spine, or systemic treatment alone?',
  'Discordant receptors between primary and metastasis: which status guides the treatment?',
  'Pain from bone metastases: radiotherapy, bone-modifying agent, or both?',
] as const

export const PROTOCOLS = [
  'Stable disease on first-line treatment, follow-up as planned',
  'Routine change of bone-modifying agent by local protocol',
] as const

type Advice = Pick<Recommendation, 'type' | 'intent' | 'text'>

const ADVICE: readonly Advice[] = [
  {
    type: 'biopsy',
    intent: 'notStated',
    text: 'Biopsy of the accessible metastasis with ER, PR, HER2 and Ki-67.',
  },
  { type: 'radiotherapy', intent: 'palliative', text: 'Radiotherapy of the painful bone lesion.' },
  { type: 'systemic', intent: 'palliative', text: 'Change of the systemic line as discussed.' },
  { type: 'imaging', intent: 'notStated', text: 'CT of chest and abdomen in eight weeks.' },
  { type: 'palliativeCare', intent: 'supportive', text: 'Early contact with palliative care.' },
  { type: 'genetics', intent: 'notStated', text: 'Germline testing is offered.' },
]

const TASKS = [
  ['Book the biopsy', 'Dr Beispiel'],
  ['Refer to radiotherapy', 'Dr Muster'],
  ['Inform the family doctor', 'Coordinator Testfall'],
  ['Talk with the patient about the recommendation', 'Dr Testa'],
  ['Contact palliative care', 'Nurse Testfall'],
] as const

/** An invented outcome that can be signed; `undecided` gives the reason why nothing was decided. */
export function outcomeOf(random: Random, due: string, undecided: string | null): OutcomeBody {
  const advice = undecided === null ? random.some(ADVICE, random.int(1, 3)) : []
  return {
    decision: undecided === null ? 'recommended' : 'noDecision',
    reason: undecided ?? '',
    recommendations: advice.map(each => ({ id: random.uuid(), ...each })),
    options: random.chance(0.4) ? 'Watchful waiting was considered.' : '',
    rationale: undecided === null ? 'Invented for this demonstration.' : '',
    actions: random
      .some(TASKS, random.int(1, 2))
      .map(([text, owner]) => ({ id: random.uuid(), text, owner, due })),
    dissent: random.chance(0.1) ? 'One opinion preferred to wait for the next imaging.' : '',
    trial: random.chance(0.15) ? 'No open trial fits.' : '',
    reviewOn: random.chance(0.5) ? due : null,
    rediscussion: null,
  }
}
