import { z } from 'zod'
import { Role } from '../access/role.ts'
import { Case } from '../case/entry.ts'
import { Change, ChangeRequest } from '../history/change.ts'
import { EarlierCase } from '../history/earlierCase.ts'
import { ActId, EntryId, PatientId, UserId } from '../ids.ts'
import { PackOptions } from '../meeting/pack.ts'
import { PatientMeetings } from '../meeting/patientMeetings.ts'
import { PrintLogOf, PrintLogRow } from '../meeting/printLog.ts'
import { Patient, PatientDetails } from '../patient/patient.ts'
import {
  BY_NAME,
  CaseCounts,
  ListFilter,
  ListQuestion,
  ListSort,
  NO_FILTER,
  PatientView,
  PatientViews,
} from '../patient/patientList.ts'
import { CutoffId } from '../receptors/cutoffId.ts'
import type { Result } from '../result.ts'
import { SinceChoice, SinceMoment } from '../since/choice.ts'
import { Line } from '../text.ts'
import type { Channel, EventName } from './channels.ts'
import type { IpcError } from './errors.ts'
import { MEETING_CONTRACT } from './meetingContract.ts'
import { PAPER } from './paperContract.ts'
import { PHOTO_CONTRACT, PHOTO_EVENTS } from './photoContract.ts'

const Nothing = z.strictObject({})
const Folder = z.string().min(1).max(4096)
const Passphrase = z.string().min(1).max(1024)

export const SessionUser = z.strictObject({ id: UserId, name: Line, role: Role })
export type SessionUser = Readonly<z.infer<typeof SessionUser>>

/** A workspace folder that this machine knows; `users` are the names in its keyring, for the unlock screen. */
export const KnownWorkspace = z.strictObject({
  folder: Folder,
  name: z.string(),
  demo: z.boolean(),
  users: z.array(z.string()),
})

export const SessionState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('closed'), known: z.array(KnownWorkspace) }),
  z.strictObject({
    state: z.literal('open'),
    workspace: z.strictObject({
      id: z.uuid(),
      name: z.string(),
      folder: Folder,
      demo: z.boolean(),
    }),
    user: SessionUser,
    idleMinutes: z.int().min(1),
  }),
])
export type SessionState = Readonly<z.infer<typeof SessionState>>

export const PatientSummary = z.strictObject({
  patient: Patient,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Null while they are being counted, after another release has changed what counts. */
  counts: CaseCounts.nullable(),
})
export type PatientSummary = Readonly<z.infer<typeof PatientSummary>>

/** A case with what can be undone and redone on it, and with the meetings that have it on their lists. */
export const OpenCase = z.strictObject({
  case: Case,
  undo: z.strictObject({ act: ActId, label: z.string() }).nullable(),
  redo: z.strictObject({ act: ActId, label: z.string() }).nullable(),
  meetings: PatientMeetings,
})
export type OpenCase = Readonly<z.infer<typeof OpenCase>>

/** Unsaved input, kept encrypted so that a crash, a lock or a closed window loses nothing. */
export const Draft = z.strictObject({
  /** What the draft is of: a form and the entry it edits. */
  key: z.string().min(1).max(200),
  patientId: PatientId.nullable(),
  body: z.json(),
  at: z.iso.datetime(),
})
export type Draft = Readonly<z.infer<typeof Draft>>

export const PAPERS = ['A4', 'LETTER'] as const
export const SummaryOptions = z.strictObject({
  patientId: PatientId,
  cutoff: CutoffId,
  paper: z.enum(PAPERS),
  /** From when on what is new is marked and listed; null marks nothing. */
  since: SinceMoment.nullable().default(null),
  /** Opens the file; null leaves it unprotected. */
  password: z.string().min(4).max(200).nullable(),
})

/** The report of one skin lesion. */
export const LesionReportOptions = z.strictObject({
  patientId: PatientId,
  lesion: EntryId,
  cutoff: CutoffId,
  paper: z.enum(PAPERS),
  /** Opens the file; null leaves it unprotected. */
  password: z.string().min(4).max(200).nullable(),
})

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
/** How much larger than designed a user may have everything drawn. */
export const SCALES = [1, 1.1, 1.25, 1.5, 1.75, 2] as const
export type Scale = (typeof SCALES)[number]
export const UserSettings = z.strictObject({
  theme: z.enum(THEMES),
  cutoff: CutoffId,
  paper: z.enum(PAPERS),
  /** Whether single letters are commands, which a voice control or an unsteady hand may set off unawares (WCAG 2.1.4). */
  letterKeys: z.boolean().default(true),
  scale: z.literal(SCALES).default(1),
  /** From when on what is new is marked in every case that is opened. */
  since: SinceChoice.default({ from: 'off' }),
})
export type UserSettings = Readonly<z.infer<typeof UserSettings>>

/** What everybody begins with. */
export const DEFAULT_SETTINGS: UserSettings = {
  theme: 'system',
  cutoff: '>=1',
  paper: 'A4',
  letterKeys: true,
  scale: 1,
  since: { from: 'off' },
}

/** The name of a command of the screen, such as `case.undo`. */
const CommandName = z
  .string()
  .regex(/^[a-z]+(?:\.[a-zA-Z]+)+$/)
  .max(60)

const Recent = z.strictObject({
  patients: z.array(PatientSummary),
  commands: z.array(CommandName),
})
export type Recent = Readonly<z.infer<typeof Recent>>

export const Finding = z.strictObject({
  check: z.string(),
  ok: z.boolean(),
  message: z.string(),
})

/** One entry a channel: what goes in and what comes back, parsed on both sides. */
const AxisFile = z.strictObject({
  patientId: PatientId,
  svg: z.string().startsWith('<svg ').max(4_000_000),
})

export const CONTRACT = {
  'host:info': {
    input: Nothing,
    output: z.strictObject({
      kind: z.enum(['electron', 'loopback']),
      version: z.string(),
      canChooseFolder: z.boolean(),
      canSaveFile: z.boolean(),
      workspacesFolder: Folder,
      /** The theme that was used last on this machine, for screens before a workspace is open. */
      theme: z.enum(THEMES),
    }),
  },
  /** Chooses the theme of this machine's screens before a workspace is open. */
  'host:theme': { input: z.strictObject({ theme: z.enum(THEMES) }), output: Nothing },
  'host:chooseFolder': { input: Nothing, output: z.strictObject({ folder: Folder.nullable() }) },
  'session:state': { input: Nothing, output: SessionState },
  /** The user is still there: puts off the lock on idle. */
  'session:touch': { input: Nothing, output: Nothing },
  'workspace:create': {
    input: z.strictObject({ folder: Folder, userName: Line, role: Role, passphrase: Passphrase }),
    output: z.strictObject({ recoveryKey: z.string(), session: SessionState }),
  },
  'workspace:openDemo': { input: Nothing, output: SessionState },
  'workspace:unlock': {
    input: z.strictObject({ folder: Folder, userName: Line, passphrase: Passphrase }),
    output: SessionState,
  },
  'workspace:recover': {
    input: z.strictObject({
      folder: Folder,
      recoveryKey: z.string().max(200),
      userName: Line,
      newPassphrase: Passphrase,
    }),
    output: SessionState,
  },
  'workspace:lock': { input: Nothing, output: SessionState },
  'workspace:verify': { input: Nothing, output: z.strictObject({ findings: z.array(Finding) }) },
  'patient:list': {
    input: z.strictObject({
      query: z.string().max(200),
      archived: z.boolean(),
      filter: ListFilter.default(NO_FILTER),
      sort: ListSort.default(BY_NAME),
      limit: z.int().min(1).max(500),
      offset: z.int().min(0),
    }),
    output: z.strictObject({
      patients: z.array(PatientSummary),
      total: z.int().min(0),
      /** More patients hold the words of the query than were looked at. */
      isCut: z.boolean(),
      /** Patients of the workspace whose counts are still being made: filters and orders by counts lack them. */
      uncounted: z.int().min(0),
    }),
  },
  /** The ids of a list in its order, for going from case to case; `isCut` where there are more. */
  'patient:order': {
    input: ListQuestion,
    output: z.strictObject({ ids: z.array(PatientId), isCut: z.boolean() }),
  },
  /** The place in a list by name of the first name that starts with a text; null where none does. */
  'patient:place': {
    input: ListQuestion.extend({ startsWith: z.string().max(100) }),
    output: z.strictObject({ place: z.int().min(0).nullable() }),
  },
  'patient:create': {
    input: z.strictObject({ id: PatientId, details: PatientDetails }),
    output: OpenCase,
  },
  /** Patients with a same number, or the same name and birth date. A warning, never a block. */
  'patient:duplicates': {
    input: z.strictObject({ details: PatientDetails, except: PatientId.nullable() }),
    output: z.strictObject({ patients: z.array(Patient) }),
  },
  'patient:archive': {
    input: z.strictObject({ id: PatientId, revision: z.int().min(1), archived: z.boolean() }),
    output: Patient,
  },
  'case:get': { input: z.strictObject({ patientId: PatientId }), output: OpenCase },
  'case:apply': {
    input: z.strictObject({
      patientId: PatientId,
      changes: z.array(ChangeRequest).min(1).max(500),
    }),
    output: OpenCase,
  },
  'case:undo': {
    input: z.strictObject({ patientId: PatientId, act: ActId }),
    output: OpenCase,
  },
  'case:redo': {
    input: z.strictObject({ patientId: PatientId, act: ActId }),
    output: OpenCase,
  },
  'case:history': {
    input: z.strictObject({
      patientId: PatientId,
      entry: EntryId.nullable(),
      before: z.int().min(1).nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({ changes: z.array(Change) }),
  },
  /** Puts on record that this user looks at the board; a case may have been fetched without anybody seeing it. */
  'case:opened': { input: z.strictObject({ patientId: PatientId }), output: Nothing },
  /** The case as it was at an earlier moment; null where this user has not opened it before. */
  'case:since': {
    input: z.strictObject({ patientId: PatientId, since: SinceMoment }),
    output: z.strictObject({ earlier: EarlierCase.nullable() }),
  },
  ...MEETING_CONTRACT,
  'draft:put': {
    input: z.strictObject({
      key: Draft.shape.key,
      patientId: PatientId.nullable(),
      body: z.json(),
    }),
    output: Draft,
  },
  'draft:delete': { input: z.strictObject({ key: Draft.shape.key }), output: Nothing },
  'draft:list': {
    input: z.strictObject({ patientId: PatientId.nullable() }),
    output: z.strictObject({ drafts: z.array(Draft) }),
  },
  'summary:render': PAPER.render(SummaryOptions),
  'summary:cancel': PAPER.cancel,
  'summary:save': PAPER.save,
  'summary:show': PAPER.show,
  'summary:record': PAPER.record,
  'lesion:render': PAPER.render(LesionReportOptions),
  'lesion:cancel': PAPER.cancel,
  'lesion:save': PAPER.save,
  'lesion:show': PAPER.show,
  'lesion:record': PAPER.record,
  'pack:render': PAPER.render(PackOptions),
  'pack:cancel': PAPER.cancel,
  'pack:save': PAPER.save,
  'pack:show': PAPER.show,
  'pack:record': PAPER.record,
  /** What left the workspace as a document, of a meeting or of a patient, newest first. */
  'print:list': { input: PrintLogOf, output: z.strictObject({ prints: z.array(PrintLogRow) }) },
  ...PHOTO_CONTRACT,
  /** Removes a photograph and deletes its picture for good; cannot be undone. */
  'photo:remove': {
    input: z.strictObject({
      patientId: PatientId,
      photograph: EntryId,
      revision: z.int().min(1),
    }),
    output: OpenCase,
  },
  /** The lists that this user has named, and which of them comes first. */
  'view:list': { input: Nothing, output: PatientViews },
  /** Adds a view, or changes the one of the same id. */
  'view:put': { input: PatientView, output: PatientViews },
  'view:delete': { input: z.strictObject({ id: z.uuid() }), output: PatientViews },
  'view:first': { input: z.strictObject({ id: z.uuid().nullable() }), output: PatientViews },
  /** What this user last opened and did, newest first. */
  'recent:list': { input: Nothing, output: Recent },
  'recent:add': {
    input: z.strictObject({ patient: PatientId.nullable(), command: CommandName.nullable() }),
    output: Nothing,
  },
  /** Writes the time axis as the screen drew it, as a file of vectors, where the user says. */
  'axis:save': {
    input: AxisFile,
    output: z.strictObject({ saved: z.boolean() }),
  },
  /** Puts on record that the time axis left as a file, and gives the name that the file is to have. */
  'axis:record': {
    input: AxisFile,
    output: z.strictObject({ fileName: z.string() }),
  },
  'settings:get': { input: Nothing, output: UserSettings },
  'settings:put': { input: UserSettings, output: UserSettings },
} as const satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>

export type Input<C extends Channel> = z.input<(typeof CONTRACT)[C]['input']>
export type Parsed<C extends Channel> = z.output<(typeof CONTRACT)[C]['input']>
export type Output<C extends Channel> = z.output<(typeof CONTRACT)[C]['output']>
export type Reply<C extends Channel> = Result<Output<C>, IpcError>

/** What comes with each event. */
export const EVENT_PAYLOAD = {
  'session:changed': SessionState,
  /** The workspace is about to be locked from outside: the screen keeps what is typed, and locks. */
  'session:locking': Nothing,
  'summary:progress': PAPER.progress,
  'lesion:progress': PAPER.progress,
  'pack:progress': PAPER.progress,
  ...PHOTO_EVENTS,
} as const satisfies Record<EventName, z.ZodType>
export type EventPayload<E extends EventName> = z.output<(typeof EVENT_PAYLOAD)[E]>
