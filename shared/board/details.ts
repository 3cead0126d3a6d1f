import type { EntryId } from '../ids.ts'
import type { Board, BoardMeeting, BoardOutcome, BoardResult, BoardSpecimen } from './board.ts'
import type { Fact } from './fact.ts'

/** Facts under a fixed label. */
export type DetailGroup = Readonly<{ label: string; facts: readonly Fact[] }>

/** Everything that the board says of one entry, under fixed labels; nothing for an entry that it does not show. */
export function detailGroups(board: Board, entry: EntryId): DetailGroup[] {
  const isIt = (item: { entry: EntryId | null }) => item.entry === entry
  const groups =
    siteGroups(board, isIt) ??
    specimenGroups(board, isIt) ??
    treatmentGroups(board, isIt) ??
    studyGroups(board, isIt) ??
    skinGroups(board, isIt) ??
    recordGroups(board, isIt) ??
    groupsOfMeeting(board, isIt) ??
    []
  return groups.filter(group => group.facts.length > 0)
}

type IsIt = (item: { entry: EntryId | null }) => boolean
type Groups = DetailGroup[] | null

function group(label: string, ...facts: readonly (Fact | null)[]): DetailGroup {
  return { label, facts: facts.filter(fact => fact !== null) }
}

function siteGroups({ sites }: Board, isIt: IsIt): Groups {
  const site = sites.find(isIt)
  if (site === undefined) return null
  return [
    group('Site', site.name, site.certaintyWord),
    group('First seen', site.firstSeen),
    group('How found', site.foundBy),
    group('Recorded', ...site.details),
    group('Course', site.status),
    group('Interval', site.interval),
    group('Source', site.source),
  ]
}

function specimenGroups({ specimens }: Board, isIt: IsIt): Groups {
  const specimen = specimens.find(isIt)
  if (specimen === undefined) return null
  return [
    group(`Specimen ${specimen.label}`, specimen.from, specimen.procedure),
    group('Collected', specimen.collected),
    group('Found', ...specimen.details, specimen.withoutReceptors),
    group('Compared with', specimen.comparedWith),
    ...specimen.results.map(result => group(result.marker, ...resultFacts(result))),
    group('Subtype, derived', ...subtypeFacts(specimen)),
    group('Source', specimen.source),
  ]
}

function resultFacts(result: BoardResult): (Fact | null)[] {
  const { value, call, change, flag, notEvaluable, details } = result
  return [value, call, change?.fact ?? null, flag?.fact ?? null, notEvaluable, ...details]
}

function subtypeFacts({ subtype }: BoardSpecimen): Fact[] {
  return subtype === null ? [] : [subtype.label, subtype.criterion]
}

function treatmentGroups({ systemic, local }: Board, isIt: IsIt): Groups {
  const drug = systemic.find(isIt)
  if (drug !== undefined)
    return [
      group('Treatment', drug.name),
      group('Line', drug.line),
      group('Setting', drug.setting),
      group('Began', drug.started),
      group('Ended', drug.ended),
      group('Recorded', ...drug.details),
      group('Source', drug.source),
    ]
  const other = local.find(isIt)
  if (other === undefined) return null
  return [
    group('Local treatment', other.what),
    group('When', other.when),
    group('Recorded', ...other.details),
    group('Source', other.source),
  ]
}

function studyGroups({ imaging, assessments }: Board, isIt: IsIt): Groups {
  const study = imaging.find(isIt)
  if (study !== undefined)
    return [
      group('Imaging', study.what),
      group('When', study.when),
      group('Findings', study.findings),
      group('Measured', ...study.details),
      group('Source', study.source),
    ]
  const assessment = assessments.find(isIt)
  if (assessment === undefined) return null
  return [
    group('Assessment', assessment.what),
    group('When', assessment.when),
    group('Source', assessment.source),
  ]
}

function skinGroups({ lesions, skinNotes }: Board, isIt: IsIt): Groups {
  const lesion = lesions.find(isIt)
  if (lesion !== undefined)
    return [
      group(`Skin lesion ${lesion.label}`, lesion.name, lesion.what),
      group('First seen', lesion.firstSeen, lesion.context),
      group('Recorded', ...lesion.details),
      group('Size', lesion.sizes),
      group('Course, as stated', lesion.course),
      group('Reassessment', ...lesion.signs),
      group('Notes', lesion.noted),
      group('Photographs', lesion.photographs?.fact ?? null),
      group('Biopsies', ...lesion.specimens.map(({ fact }) => fact)),
      group('Local treatment', ...lesion.treatments.map(({ fact }) => fact)),
      group('Source', lesion.source),
    ]
  const note = skinNotes.find(isIt)
  if (note === undefined) return null
  return [
    group('Skin note', note.what),
    group('When', note.when, note.author),
    ...note.groups,
    group('Source', note.source),
  ]
}

function recordGroups({ conflicts, documents }: Board, isIt: IsIt): Groups {
  const conflict = conflicts.find(isIt)
  if (conflict !== undefined)
    return [
      group(`Conflict ${conflict.label}`, conflict.title),
      ...conflict.statements.map(({ short, text, source }) =>
        group('Statement', short, text, source),
      ),
      group('Settled', conflict.settled),
    ]
  const document = documents.find(isIt)
  if (document === undefined) return null
  return [group('Source', document.title), group('Recorded', ...document.details)]
}

function groupsOfMeeting({ meetings }: Board, isIt: IsIt): Groups {
  const meeting = meetings.find(isIt)
  return meeting === undefined ? null : meetingGroups(meeting)
}

/** What is said of a meeting of the case, and of what it decided, under fixed labels. */
export function meetingGroups(meeting: BoardMeeting): DetailGroup[] {
  const { outcome } = meeting
  return [
    group('Meeting', meeting.title, meeting.when),
    group('On its list', meeting.state, meeting.cameFrom),
    group('Question', meeting.question),
    group('Presented by', meeting.presenter),
    group('Awaited results', ...meeting.awaited),
    ...(outcome === null ? [] : outcomeGroups(outcome)),
  ].filter(({ facts }) => facts.length > 0)
}

/** What a meeting decided and what became of it, under fixed labels; screen and paper print them in this order. */
export function outcomeGroups(outcome: BoardOutcome): DetailGroup[] {
  return [
    group('Outcome', outcome.decision, outcome.signed),
    group('Recommendations', ...outcome.recommendations),
    group('Options considered', outcome.options),
    group('Rationale', outcome.rationale),
    group('Dissent', outcome.dissent),
    group('Trial', outcome.trial),
    group('Actions', ...outcome.actions),
    group('Review', outcome.review),
    group('Discuss again', outcome.rediscussion),
    group('Attendance', outcome.attendance),
    group('Addenda', ...outcome.addenda),
    group('Agreed with the patient', ...outcome.agreed),
    group('Delivered', ...outcome.delivered),
  ].filter(({ facts }) => facts.length > 0)
}

/** What a meeting is told of the patient: identity, question, context, and the intervals each with its definition. */
export function patientGroups(board: Board): DetailGroup[] {
  const { banner, question, context, intervals } = board
  return [
    group('Name', banner.name),
    group('Born', banner.born, banner.age),
    group('Sex', banner.sex, banner.gender),
    group('Deceased', banner.deceased),
    ...banner.identifiers.map(({ label, fact }) => group(label, fact)),
    group('Allergies', banner.allergies),
    group('Question', question),
    ...context.map(({ label, fact }) => group(label, fact)),
    group('Intervals, derived', ...intervals),
  ].filter(({ facts }) => facts.length > 0)
}
