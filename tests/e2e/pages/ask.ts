import type { Page } from '@playwright/test'
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Output, Reply } from '../../../shared/ipc/contract.ts'
import { decodeWire, encodeWire, WIRE_TYPE } from '../../../shared/ipc/wire.ts'

/** The answer of the services to a question asked from the page, as the screen asks it. */
export async function reply<C extends Channel>(
  page: Page,
  channel: C,
  input: Input<C>,
): Promise<Reply<C>> {
  // Bytes pass between test and page as lists of numbers.
  const answer = await page.evaluate(
    async ([name, type, message]) => {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: new Uint8Array(message),
      })
      return [...new Uint8Array(await response.arrayBuffer())]
    },
    [channel, WIRE_TYPE, [...encodeWire(input)]] as const,
  )
  return decodeWire(new Uint8Array(answer)) as Reply<C>
}

/** The value of a question that must succeed. */
export async function ask<C extends Channel>(
  page: Page,
  channel: C,
  input: Input<C>,
): Promise<Output<C>> {
  const answer = await reply(page, channel, input)
  if (!answer.ok) throw new Error(`${channel} was refused: ${JSON.stringify(answer.error)}`)
  return answer.value
}
