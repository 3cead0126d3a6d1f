import type { Zone } from '../../shared/dates/zone.ts'
import { type Actions, createActions } from './actions.ts'
import { type AxisFiles, createAxisFiles } from './axisFiles.ts'
import { type Cases, createCases } from './cases.ts'
import { type Clock, MACHINE_ZONE, SYSTEM_CLOCK } from './clock.ts'
import { keepCounting } from './counting.ts'
import { createDrafts, type Drafts } from './drafts.ts'
import { createLesionReports, type LesionReports } from './lesionReports.ts'
import { createLog, type Log, type LogSink, stderrSink } from './log.ts'
import { createMeetings, type Meetings } from './meetings.ts'
import { createMinimum, type Minimum } from './minimum.ts'
import { keepRecording } from './outcomeRecording.ts'
import { createOutcomeSigning, type OutcomeSigning } from './outcomeSigning.ts'
import { createOutcomes, type Outcomes } from './outcomes.ts'
import { createPacks, type Packs } from './packs.ts'
import { createPatients, type Patients } from './patients.ts'
import { createPhotographs, type Photographs } from './photographs.ts'
import type {
  DemoPort,
  Emit,
  HostPort,
  LesionReportPort,
  PackPort,
  PdfPort,
  PicturePort,
} from './ports.ts'
import { createPresentation, type Presentation } from './presentation.ts'
import { createPrintLog, type PrintLog } from './printLog.ts'
import { createRecents, type Recents } from './recents.ts'
import { createSeries, type Series } from './series.ts'
import { createSession, type Session } from './session.ts'
import { createSettings, type Settings } from './settings.ts'
import { createSummaries, type Summaries } from './summaries.ts'
import { keepSwept } from './sweeping.ts'
import { createVerification, type Verification } from './verification.ts'
import { createViews, type Views } from './views.ts'

export type ServiceOptions = Readonly<{
  host: HostPort
  /** Where workspaces are made and looked for. */
  workspacesFolder: string
  pdf: PdfPort
  lesionReport: LesionReportPort
  pack: PackPort
  pictures: PicturePort
  demo: DemoPort
  emit: Emit
  clock?: Clock
  /** How far the clock on the wall is ahead of UTC; this machine's own when not given. */
  zone?: Zone
  /** Takes the log of bugs, one line each; standard error when not given. */
  logSink?: LogSink
  /** Cost of scrypt for new passphrases; the product's own when not given. */
  scryptN?: number
}>

export type Services = Readonly<{
  host: HostPort
  workspacesFolder: string
  log: Log
  session: Session
  patients: Patients
  cases: Cases
  series: Series
  meetings: Meetings
  presentation: Presentation
  minimum: Minimum
  outcomes: Outcomes
  signing: OutcomeSigning
  actions: Actions
  drafts: Drafts
  settings: Settings
  views: Views
  recents: Recents
  summaries: Summaries
  lesionReports: LesionReports
  packs: Packs
  printLog: PrintLog
  axisFiles: AxisFiles
  photographs: Photographs
  verification: Verification
}>

/** Everything that MetBoard can do, for whichever program runs it. */
export function createServices(options: ServiceOptions): Services {
  const {
    host,
    workspacesFolder,
    pdf,
    lesionReport,
    pack,
    pictures,
    demo,
    emit,
    clock = SYSTEM_CLOCK,
    zone = MACHINE_ZONE,
  } = options
  const log = createLog(options.logSink ?? stderrSink, clock)
  const scryptN = options.scryptN ?? null
  const session = createSession({ workspacesFolder, demo, clock, emit, log, scryptN })
  keepCounting(session, clock, log)
  keepRecording(session, log)
  const cases = createCases(session, clock, zone)
  keepSwept(session, clock, log)
  const photographs = createPhotographs(session, { clock, pictures, host, emit, log })
  return {
    host,
    workspacesFolder,
    log,
    session,
    patients: createPatients(session, clock),
    cases,
    series: createSeries(session, clock),
    meetings: createMeetings(session, { clock, zone, cases }),
    presentation: createPresentation(session, clock, zone),
    minimum: createMinimum(session, clock),
    outcomes: createOutcomes(session, clock),
    signing: createOutcomeSigning(session, clock),
    actions: createActions(session, clock, zone),
    drafts: createDrafts(session, clock),
    settings: createSettings(session, workspacesFolder),
    views: createViews(session),
    recents: createRecents(session),
    summaries: createSummaries(session, { clock, zone, pdf, host, emit }),
    lesionReports: createLesionReports(session, { clock, zone, lesionReport, host, emit }),
    packs: createPacks(session, { clock, zone, pack, host, emit }),
    printLog: createPrintLog(session),
    axisFiles: createAxisFiles(session, { clock, host }),
    photographs,
    verification: createVerification(session, photographs.imported),
  }
}
