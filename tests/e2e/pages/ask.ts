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
  const answer = await page.evaluate(
    async ([name, type, message]) => {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: Uint8Array.from(atob(message), letter => letter.charCodeAt(0)),
      })
      const bytes = new Uint8Array(await response.arrayBuffer())
      return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
    },
    [channel, WIRE_TYPE, Buffer.from(encodeWire(input)).toString('base64')] as const,
  )
  return decodeWire(new Uint8Array(Buffer.from(answer, 'base64'))) as Reply<C>
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
