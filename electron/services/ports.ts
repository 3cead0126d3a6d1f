import type { z } from 'zod'
import type { Role } from '../../shared/access/role.ts'
import type { PrintedPhotograph } from '../../shared/board/printedPhotograph.ts'
import type { Case } from '../../shared/case/entry.ts'
import type { EarlierCase } from '../../shared/history/earlierCase.ts'
import type { EntryId } from '../../shared/ids.ts'
import type { EventName } from '../../shared/ipc/channels.ts'
import type { EventPayload, Output, SummaryOptions } from '../../shared/ipc/contract.ts'
import type { PackHead, PackSection } from '../../shared/meeting/pack.ts'
import type { PatientMeetings } from '../../shared/meeting/patientMeetings.ts'
import type { CutoffId } from '../../shared/receptors/cutoffId.ts'
import type { Result } from '../../shared/result.ts'
import type { PreparedPicture, Rendition } from '../pictures/order.ts'
import type { PictureProblem } from '../pictures/problem.ts'

/** What the program that runs the services can do for them: Electron, the loopback server or the command line. */
export type HostPort = Readonly<{
  kind: Output<'host:info'>['kind']
  /** The release of MetBoard. */
  version: string
  canChooseFolder: boolean
  canSaveFile: boolean
  /** Asks the person for a folder; null when none was chosen. */
  chooseFolder: () => Promise<string | null>
  /** Asks the person where, and writes the bytes there whole or not at all; false when nowhere was chosen. */
  saveFile: (fileName: string, bytes: Uint8Array) => Promise<boolean>
  /** Lets the screen use the camera, or no longer. */
  allowCamera: (isAllowed: boolean) => void
  /** Opens a PDF that `saveFile` wrote under this name with the program for it, or shows it in its folder. */
  showSaved: (fileName: string, bytes: Uint8Array, how: 'file' | 'folder') => Promise<ShownOutcome>
}>

/** `changed`: the file is gone, or holds something else by now. */
export type ShownOutcome = 'shown' | 'notSaved' | 'notPdf' | 'changed' | 'noProgram'

/** How a document is made: until it is aborted, and told how far it is, from 0 to 1. */
export type PdfControl = Readonly<{ signal: AbortSignal; onProgress: (done: number) => void }>

type Pdf = Promise<Readonly<{ bytes: Uint8Array; pages: number }>>

/** Who prints, and when. */
export type Printing = Readonly<{
  paper: z.output<typeof SummaryOptions>['paper']
  /** Opens the file; null leaves it unprotected. */
  password: string | null
  printedBy: Readonly<{ name: string; role: Role }>
  /** ISO date and time in UTC. */
  printedAt: string
}>

/** One summary to be laid out: a case as it is now, under a named cut-off, for one person. */
export type SummaryInput = Printing &
  Readonly<{
    case: Case
    /** The meetings that have it on their lists, newest first. */
    meetings: PatientMeetings
    /** Those of its photographs that were chosen for the paper. */
    photographs: readonly PrintedPhotograph[]
    /** The case as it was when what is new begins; null marks nothing. */
    earlier: EarlierCase | null
    cutoff: CutoffId
  }>

/** The report of one skin lesion to be laid out. */
export type LesionReportInput = Printing &
  Readonly<{
    case: Case
    lesion: EntryId
    /** Those of its photographs that were chosen for the paper. */
    photographs: readonly PrintedPhotograph[]
    cutoff: CutoffId
  }>

/** Turns a case into the bytes of a PDF, off the window's thread. */
export type PdfPort = Readonly<{ render: (input: SummaryInput, control: PdfControl) => Pdf }>

/** Turns one skin lesion into the bytes of a PDF, off the window's thread. */
export type LesionReportPort = Readonly<{
  render: (input: LesionReportInput, control: PdfControl) => Pdf
}>

/** Turns a meeting's list into the bytes of a PDF, off the window's thread; asks for one section after the other. */
export type PackPort = Readonly<{
  render: (
    head: PackHead,
    sectionAt: (at: number) => Promise<PackSection>,
    control: PdfControl,
  ) => Pdf
}>

/** Reads files of pictures, off the window's thread; refuses by a reason and never throws. */
export type PicturePort = Readonly<{
  prepare: (
    bytes: Uint8Array,
    control: Readonly<{ signal: AbortSignal; onProgress: (done: number) => void }>,
  ) => Promise<Result<PreparedPicture, PictureProblem>>
  /** A kept original as an upright JPEG. */
  upright: (bytes: Uint8Array) => Promise<Result<Rendition, PictureProblem>>
}>

/** Makes the demo workspace; its passphrase is public. */
export type DemoPort = Readonly<{
  /** Creates the workspace in a folder that is not there yet, and leaves it closed. */
  create: (folder: string) => Promise<void>
  userName: string
  passphrase: string
}>

/** Tells the screen something it did not ask for. */
export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void
