import type { Page } from '@playwright/test'
import { base64ToBytes, bytesToBase64 } from '../../../electron/loopback/base64.ts'
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Output, Reply } from '../../../shared/ipc/contract.ts'
import { decodeWire, encodeWire } from '../../../shared/ipc/wire.ts'

/** The answer of the services to a question asked from the page, as the screen asks it. */
export async function reply<C extends Channel>(
  page: Page,
  channel: C,
  input: Input<C>,
): Promise<Reply<C>> {
  const text = await page.evaluate(
    async ([name, body]) => {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      return response.text()
    },
    [channel, encodeWire(input, bytesToBase64)] as const,
  )
  return decodeWire(text, base64ToBytes) as Reply<C>
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
