import { randomUUID } from 'node:crypto'
import { SeriesId } from '../../shared/ids.ts'
import type { Channel } from '../../shared/ipc/channels.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { BY_NAME, NO_FILTER } from '../../shared/patient/patientList.ts'
import { buildDetails, buildImaging, buildSite, entryId, patientId } from './builders.ts'
import { buildMeeting, buildOutcome, buildSeries, meetingId, partId } from './meetings.ts'
import { PASSPHRASE, USER } from './workspace.ts'

/** The patient, and the meeting that has the patient on its list with an outcome, whom the questions are about. */
export const PATIENT = patientId(1)
export const MEETING = meetingId(1)
const SERIES = SeriesId.parse(randomUUID())

/** A well-formed question on each channel; ids that exist where they are asked about. */
export function questions(
  act: string,
  job: string,
  folder: string,
  outcomeId: string,
): { [C in Channel]: Input<C> } {
  const options = { patientId: PATIENT, cutoff: '>=1', paper: 'A4', password: null } as const
  const who = { folder, userName: USER }
  const page = { before: null, limit: 10 }
  return {
    'host:info': {},
    'host:chooseFolder': {},
    'host:theme': { theme: 'dark' },
    'session:state': {},
    'session:touch': {},
    'workspace:create': { ...who, role: 'oncologist', passphrase: PASSPHRASE },
    'workspace:openDemo': {},
    'workspace:unlock': { ...who, passphrase: PASSPHRASE },
    'workspace:recover': { ...who, recoveryKey: 'no key', newPassphrase: PASSPHRASE },
    'workspace:lock': {},
    'workspace:verify': {},
    'patient:list': { query: 'test', archived: false, limit: 10, offset: 0 },
    'patient:order': { query: '', archived: false, filter: NO_FILTER, sort: BY_NAME },
    'patient:place': {
      query: '',
      archived: false,
      filter: NO_FILTER,
      sort: BY_NAME,
      startsWith: 'a',
    },
    'patient:create': { id: patientId(2), details: buildDetails() },
    'patient:duplicates': { details: buildDetails(), except: null },
    'patient:archive': { id: PATIENT, revision: 1, archived: true },
    'case:get': { patientId: PATIENT },
    'case:apply': {
      patientId: PATIENT,
      changes: [
        { do: 'update', id: entryId(1), revision: 1, body: buildSite({ note: 'changed' }) },
        { do: 'create', id: entryId(2), body: buildImaging() },
        { do: 'details', revision: 1, details: buildDetails({ givenName: 'Berta' }) },
      ],
    },
    'case:undo': { patientId: PATIENT, act },
    'case:redo': { patientId: PATIENT, act },
    'case:history': { patientId: PATIENT, entry: null, ...page },
    'case:opened': { patientId: PATIENT },
    'case:since': { patientId: PATIENT, since: { from: 'day', day: '2026-11-12' } },
    ...meetingQuestions(outcomeId),
    'draft:put': { key: 'site:new', patientId: PATIENT, body: { note: 'half' } },
    'draft:delete': { key: 'site:new' },
    'draft:list': { patientId: PATIENT },
    'summary:render': { job, options },
    'summary:cancel': { job },
    'summary:save': { job },
    'summary:show': { job, how: 'file' },
    'summary:record': { job, action: 'print' },
    'lesion:render': { job, options: { ...options, lesion: entryId(7) } },
    'lesion:cancel': { job },
    'lesion:save': { job },
    'lesion:show': { job, how: 'file' },
    'lesion:record': { job, action: 'print' },
    'pack:render': {
      job,
      options: {
        meetingId: MEETING,
        kind: 'agenda',
        patientIds: null,
        cutoff: '>=1',
        paper: 'A4',
        since: null,
        outcomeSheets: true,
        password: null,
      },
    },
    'pack:cancel': { job },
    'pack:save': { job },
    'pack:show': { job, how: 'file' },
    'pack:record': { job, action: 'print' },
    'print:list': { of: 'patient', id: PATIENT },
    'photo:upload': { upload: job, offset: 0, total: 8, bytes: new Uint8Array(3) },
    'photo:import': { upload: job, patientId: PATIENT, extension: 'jpg' },
    'photo:cancel': { upload: job },
    'photo:staged': { attachment: 'a'.repeat(64) },
    'photo:discard': { attachment: 'a'.repeat(64) },
    'photo:thumbnail': { patientId: PATIENT, photograph: entryId(1), size: 96 },
    'photo:original': { patientId: PATIENT, photograph: entryId(1) },
    'photo:remove': { patientId: PATIENT, photograph: entryId(1), revision: 1 },
    'photo:camera': { on: true },
    'axis:save': { patientId: PATIENT, svg: '<svg />' },
    'axis:record': { patientId: PATIENT, svg: '<svg />' },
    'view:list': {},
    'view:put': {
      id: patientId(3),
      name: 'A view',
      question: { query: '', archived: false, filter: NO_FILTER, sort: BY_NAME },
      columns: ['name'],
    },
    'view:delete': { id: patientId(3) },
    'view:first': { id: patientId(3) },
    'recent:list': {},
    'recent:add': { patient: PATIENT, command: null },
    'settings:get': {},
    'settings:put': { theme: 'dark', cutoff: '>10', paper: 'A4' },
  }
}

/** About the meeting that has the patient on its list, with an outcome. */
function meetingQuestions(outcomeId: string) {
  const item = { meetingId: MEETING, patientId: PATIENT }
  const act = randomUUID()
  return {
    'series:list': {},
    'series:put': { id: SERIES, revision: null, body: buildSeries() },
    'meeting:list': { from: null, to: '2026-12-31' },
    'meeting:create': { id: meetingId(2), body: buildMeeting() },
    'meeting:next': { id: meetingId(3), seriesId: SERIES, day: null },
    'meeting:get': { meetingId: MEETING },
    'meeting:update': { meetingId: MEETING, revision: 1, body: buildMeeting({ place: 'Room 3' }) },
    'meeting:status': { meetingId: MEETING, revision: 1, status: 'held' },
    'meeting:remove': { meetingId: MEETING, revision: 1 },
    'meeting:add': { meetingId: MEETING, patientIds: [PATIENT] },
    'meeting:drop': item,
    'meeting:order': { meetingId: MEETING, order: [PATIENT] },
    'meeting:item': {
      ...item,
      revision: 1,
      body: {
        state: { state: 'notDiscussed', protocol: 'M-1', reason: null },
        presenter: null,
        awaited: [],
        note: null,
      },
    },
    'meeting:defer': { ...item, revision: 1, cause: 'imaging', words: null, to: null },
    'meeting:question': { ...item, question: 'What next?' },
    'meeting:shown': item,
    'meeting:undo': { meetingId: MEETING, act },
    'meeting:redo': { meetingId: MEETING, act },
    'meeting:minimum': {},
    'meeting:putMinimum': { required: ['question'] },
    'outcome:get': item,
    'outcome:save': { ...item, revision: null, body: buildOutcome() },
    'outcome:sign': { outcomeId, revision: 1 },
    'outcome:addend': { outcomeId, id: randomUUID(), text: 'Later.' },
    'outcome:followUp': {
      outcomeId,
      id: randomUUID(),
      revision: null,
      body: {
        kind: 'agreed',
        recommendation: null,
        state: 'agreed',
        on: null,
        reason: null,
        note: null,
      },
    },
    'action:list': {
      filter: { state: 'open', owner: null, mine: false, overdue: true },
      limit: 10,
      offset: 0,
    },
    'action:done': {
      outcomeId,
      actionId: partId(2),
      revision: null,
      done: { on: '2026-11-22', by: USER, note: null },
    },
  } satisfies Partial<{ [C in Channel]: Input<C> }>
}
