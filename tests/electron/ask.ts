import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Channel } from '../../shared/ipc/channels.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'

/** Asks through the real preload, as the screen does; bytes come out as a list of numbers. */
export async function ask<C extends Channel>(
  window: Page,
  channel: C,
  input: Input<C>,
): Promise<Output<C>> {
  const reply = await window.evaluate(
    async ([name, given]) => {
      const { api } = globalThis as unknown as {
        api: { invoke: (name: unknown, given: unknown) => Promise<Record<string, unknown>> }
      }
      const answer = await api.invoke(name, given)
      const value = answer.value as Record<string, unknown> | undefined
      if (!(value?.bytes instanceof Uint8Array)) return answer
      return { ...answer, value: { ...value, bytes: [...value.bytes] } }
    },
    // Playwright's own type of what can be sent is too deep for a whole case.
    [channel as string, input as unknown] as const,
  )
  expect(reply, channel).toMatchObject({ ok: true })
  return (reply as { value: Output<C> }).value
}
