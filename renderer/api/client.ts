import { z } from 'zod'
import type { Channel, EventName } from '../../shared/ipc/channels.ts'
import {
  CONTRACT,
  EVENT_PAYLOAD,
  type EventPayload,
  type Input,
  type Output,
} from '../../shared/ipc/contract.ts'
import { IpcError } from '../../shared/ipc/errors.ts'
import { ApiError } from './apiError.ts'
import { takeFirstReply } from './firstQuestions.ts'
import { transport } from './transport.ts'

const AnyReply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: IpcError }),
])

export const api = {
  /** Asks the services; both what goes out and what comes back is parsed. Throws an ApiError for every refusal. */
  async invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
    const { input: inputSchema, output: outputSchema } = CONTRACT[channel]
    const question = inputSchema.safeParse(input)
    if (!question.success) throw new ApiError(invalidInput(question.error))
    const reply = AnyReply.safeParse(await ask(channel, question.data))
    if (!reply.success) throw unreadable(channel, reply.error)
    if (!reply.data.ok) throw new ApiError(reply.data.error)
    const answer = outputSchema.safeParse(reply.data.value)
    if (!answer.success) throw unreadable(channel, answer.error)
    // The schema of this very channel has just parsed it; TypeScript cannot follow the index.
    return answer.data as Output<C>
  },
}

/** Listens to an event of the services until the returned function is called. */
export function onEvent<E extends EventName>(
  event: E,
  listener: (payload: EventPayload<E>) => void,
): () => void {
  return transport().on(event, payload => {
    const parsed = EVENT_PAYLOAD[event].safeParse(payload)
    if (!parsed.success) throw new Error(`the event ${event} did not keep to the contract`)
    listener(parsed.data as EventPayload<E>)
  })
}

async function ask(channel: Channel, input: unknown): Promise<unknown> {
  try {
    return await (takeFirstReply(channel) ?? transport().invoke(channel, input))
  } catch (cause) {
    throw new ApiError(
      {
        kind: 'internal',
        message:
          'MetBoard did not answer. What was saved before is kept, this step may not have been done; start MetBoard again.',
        logId: '',
      },
      { cause },
    )
  }
}

function invalidInput({ issues }: z.ZodError): IpcError {
  return {
    kind: 'invalidInput',
    message:
      'Something in this entry cannot be stored as it is. Nothing was saved; see the marked fields.',
    // SECURITY: where and which rule, never the value that was typed.
    issues: issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  }
}

function unreadable(channel: Channel, cause: z.ZodError): ApiError {
  return new ApiError(
    {
      kind: 'internal',
      message: `MetBoard gave an answer that this window cannot read (${channel}). Nothing on screen was changed; restart MetBoard.`,
      logId: '',
    },
    { cause },
  )
}
