import { CHANNELS, type Channel } from '../../shared/ipc/channels.ts'
import { CONTRACT, type Reply } from '../../shared/ipc/contract.ts'
import type { IpcError } from '../../shared/ipc/errors.ts'
import { UPLOAD_PART_BYTES } from '../../shared/ipc/photoContract.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { invalidInput } from '../services/refusal.ts'
import type { Services } from '../services/services.ts'
import { axisHandlers } from './handlers/axis.ts'
import { caseHandlers } from './handlers/case.ts'
import { draftHandlers } from './handlers/draft.ts'
import { hostHandlers } from './handlers/host.ts'
import { lesionHandlers } from './handlers/lesion.ts'
import { meetingHandlers, seriesHandlers } from './handlers/meeting.ts'
import { actionHandlers, outcomeHandlers } from './handlers/outcome.ts'
import { packHandlers } from './handlers/pack.ts'
import { patientHandlers } from './handlers/patient.ts'
import { photoHandlers } from './handlers/photo.ts'
import { printHandlers } from './handlers/print.ts'
import { recentHandlers } from './handlers/recent.ts'
import { sessionHandlers } from './handlers/session.ts'
import { settingsHandlers } from './handlers/settings.ts'
import { summaryHandlers } from './handlers/summary.ts'
import { viewHandlers } from './handlers/view.ts'
import { workspaceHandlers } from './handlers/workspace.ts'
import type { Handlers } from './handlers.ts'
import { inputIssues } from './inputIssues.ts'
import { jsonProblem } from './jsonGuard.ts'
import { toIpcError } from './toIpcError.ts'

export type Dispatch = (channel: unknown, input: unknown) => Promise<Result<unknown, IpcError>>

const CHANNEL_NAMES: ReadonlySet<unknown> = new Set(CHANNELS)

/** SECURITY: one question takes bytes, of one part of a file; no other does. */
function mostBytesOf(channel: Channel): number {
  return channel === 'photo:upload' ? UPLOAD_PART_BYTES : 0
}

function isChannel(channel: unknown): channel is Channel {
  return CHANNEL_NAMES.has(channel)
}

/** Answers every question of the screen by the contract: it never throws, and a refusal is a value. */
export function createDispatch(services: Services): Dispatch {
  const handlers: Handlers = {
    ...hostHandlers(services),
    ...sessionHandlers(services),
    ...workspaceHandlers(services),
    ...patientHandlers(services),
    ...caseHandlers(services),
    ...seriesHandlers(services),
    ...meetingHandlers(services),
    ...outcomeHandlers(services),
    ...actionHandlers(services),
    ...draftHandlers(services),
    ...summaryHandlers(services),
    ...lesionHandlers(services),
    ...packHandlers(services),
    ...printHandlers(services),
    ...axisHandlers(services),
    ...photoHandlers(services),
    ...settingsHandlers(services),
    ...viewHandlers(services),
    ...recentHandlers(services),
  }

  async function answer<C extends Channel>(channel: C, input: unknown): Promise<Reply<C>> {
    const problem = jsonProblem(input, mostBytesOf(channel))
    if (problem !== null) throw invalidInput([{ path: '', message: problem }])
    const parsed = CONTRACT[channel].input.safeParse(input)
    if (!parsed.success) throw invalidInput(inputIssues(parsed.error.issues))
    const handler = handlers[channel] as (input: unknown) => unknown
    const output: unknown = await handler(parsed.data)
    return ok(CONTRACT[channel].output.parse(output)) as Reply<C>
  }

  return async (channel, input) => {
    if (!isChannel(channel))
      return refuse(invalidInput([{ path: '', message: 'there is no such question' }]).error)
    try {
      return await answer(channel, input)
    } catch (error) {
      return refuse(toIpcError(error, channel, services.log))
    }
  }
}
