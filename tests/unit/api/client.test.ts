import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { Bridge } from '../../../shared/ipc/bridge.ts'

const asked: unknown[][] = []
const listeners = new Map<string, (payload: unknown) => void>()
let answer: () => unknown

// The preload's side of the bridge, as the page finds it.
const bridge: Bridge = {
  invoke: async (...question) => {
    asked.push(question)
    return answer()
  },
  on: (event, listener) => {
    listeners.set(event, listener)
    return () => listeners.delete(event)
  },
}
vi.stubGlobal('window', { api: bridge })
const { api, onEvent } = await import('../../../renderer/api/client.ts')
const { askFirst } = await import('../../../renderer/api/firstQuestions.ts')

beforeEach(() => {
  asked.length = 0
})
afterAll(() => {
  vi.unstubAllGlobals()
})

test('a question goes out parsed and its answer comes back parsed', async () => {
  answer = () => ({ ok: true, value: { state: 'closed', known: [] } })
  expect(await api.invoke('session:state', {})).toEqual({ state: 'closed', known: [] })
  expect(asked).toEqual([['session:state', {}]])
})

test('what was asked before the screen ran answers its first question, once, and is parsed as every answer', async () => {
  answer = () => ({ ok: true, value: { state: 'closed', known: [] } })
  askFirst()
  expect(asked).toEqual([
    ['host:info', {}],
    ['session:state', {}],
  ])
  expect(await api.invoke('session:state', {})).toEqual({ state: 'closed', known: [] })
  expect(asked).toHaveLength(2)
  expect(await api.invoke('session:state', {})).toEqual({ state: 'closed', known: [] })
  expect(asked).toHaveLength(3)
  await expect(api.invoke('host:info', {})).rejects.toThrow('cannot read (host:info)')
})

test('an input that does not fit the contract is refused here, by place and rule, and not sent', async () => {
  const secret = 'x'.repeat(300)
  const refused = api.invoke('patient:list', {
    query: secret,
    archived: false,
    limit: 10,
    offset: 0,
  })
  await expect(refused).rejects.toMatchObject({
    name: 'ApiError',
    error: { kind: 'invalidInput', issues: [{ path: 'query' }] },
  })
  await refused.catch(error => expect(JSON.stringify(error.error)).not.toContain(secret))
  expect(asked).toEqual([])
})

test('a refusal of the services is thrown with its kind and sentence', async () => {
  answer = () => ({ ok: false, error: { kind: 'locked', message: 'Locked.' } })
  await expect(api.invoke('session:touch', {})).rejects.toMatchObject({
    message: 'Locked.',
    error: { kind: 'locked' },
  })
})

test.each([
  ['no reply', () => undefined],
  ['a reply of another shape', () => ({ ok: true })],
  ['an answer of another channel', () => ({ ok: true, value: { folder: null } })],
  ['a refusal of an unknown kind', () => ({ ok: false, error: { kind: 'odd', message: '' } })],
])('%s is told as an internal error and never reaches the screen', async (_, reply) => {
  answer = reply
  await expect(api.invoke('session:state', {})).rejects.toMatchObject({
    error: { kind: 'internal' },
  })
})

test('a bridge that does not answer is told as an internal error', async () => {
  answer = () => {
    throw new Error('gone')
  }
  await expect(api.invoke('session:state', {})).rejects.toMatchObject({
    error: { kind: 'internal' },
  })
})

test('an event reaches its listener parsed until it stops listening', () => {
  const heard: unknown[] = []
  const stop = onEvent('session:changed', state => heard.push(state))
  listeners.get('session:changed')?.({ state: 'closed', known: [] })
  expect(heard).toEqual([{ state: 'closed', known: [] }])
  expect(() => listeners.get('session:changed')?.({ state: 'odd' })).toThrow('contract')
  stop()
  expect(listeners.size).toBe(0)
})
