import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { Bridge } from '../../../shared/ipc/bridge.ts'
import { UPLOAD_PART_BYTES } from '../../../shared/ipc/photoContract.ts'
import { patientId } from '../../support/builders.ts'

type Asked = Readonly<{ channel: string; input: Record<string, unknown> }>

const asked: Asked[] = []
let answer: (question: Asked) => unknown
let tell: ((payload: unknown) => void) | null = null
const bridge: Bridge = {
  invoke: async (channel, input) => {
    const question = { channel, input: input as Asked['input'] }
    asked.push(question)
    return answer(question)
  },
  on: (_event, listener) => {
    tell = listener
    return () => {
      tell = null
    }
  },
}
vi.stubGlobal('window', { api: bridge })
const { importPicture } = await import('../../../renderer/api/importPicture.ts')

const PATIENT = patientId(1)
const IMPORTED = {
  picture: {
    attachment: 'a'.repeat(64),
    mediaType: 'image/jpeg',
    width: 8,
    height: 8,
    byteSize: 100,
  },
  thumbnail: { bytes: Uint8Array.of(1), mediaType: 'image/jpeg', width: 8, height: 8 },
  takenSuggestion: null,
  remarks: [],
  alreadyIn: { thisCase: 0, otherCases: 0 },
}

function accepted({ channel, input }: Asked): unknown {
  if (channel !== 'photo:upload')
    return { ok: true, value: channel === 'photo:import' ? IMPORTED : {} }
  const { offset, bytes } = input as { offset: number; bytes: Uint8Array }
  return { ok: true, value: { received: offset + bytes.length } }
}

beforeEach(() => {
  asked.length = 0
  answer = accepted
})
afterAll(() => {
  vi.unstubAllGlobals()
})

test('a file goes out in parts, in order and whole, and of its name the ending alone', async () => {
  const bytes = new Uint8Array(UPLOAD_PART_BYTES * 2 + 5).map((_, at) => at % 251)
  const file = new File([bytes], 'Testfall Anna 12.05.1949.JPG')
  const done: number[] = []
  const found = await importPicture(file, PATIENT, { onProgress: each => done.push(each) })
  expect(found).toEqual(IMPORTED)
  const parts = asked.filter(({ channel }) => channel === 'photo:upload')
  expect(parts.map(({ input }) => [input.offset, input.total])).toEqual([
    [0, bytes.length],
    [UPLOAD_PART_BYTES, bytes.length],
    [UPLOAD_PART_BYTES * 2, bytes.length],
  ])
  const sent = Buffer.concat(parts.map(({ input }) => input.bytes as Uint8Array))
  expect(sent.equals(Buffer.from(bytes))).toBe(true)
  expect(asked.at(-1)).toMatchObject({
    channel: 'photo:import',
    input: { patientId: PATIENT, extension: 'jpg' },
  })
  expect(JSON.stringify(asked.map(({ input }) => ({ ...input, bytes: null })))).not.toMatch(/Anna/)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect(tell).toBeNull()
})

test('what the services tell of the import is told on, and not that of another', async () => {
  const done: number[] = []
  answer = question => {
    if (question.channel === 'photo:import') {
      tell?.({ upload: question.input.upload, done: 0.5 })
      tell?.({ upload: crypto.randomUUID(), done: 1 })
    }
    return accepted(question)
  }
  await importPicture(new File([Uint8Array.of(1)], 'x.png'), PATIENT, {
    onProgress: each => done.push(each),
  })
  expect(done.at(-1)).toBeCloseTo(0.7)
})

test('a file that is too large is told by its size, and nothing of it goes out', async () => {
  const file = { size: 70 * 1024 * 1024, name: 'x.jpg', slice: () => new Blob([]) }
  const refusal = { kind: 'conflict', message: 'Too large.' }
  answer = ({ channel }) =>
    channel === 'photo:upload' ? { ok: false, error: refusal } : { ok: true, value: {} }
  await expect(importPicture(file as unknown as File, PATIENT)).rejects.toThrow('Too large.')
  expect(asked[0]?.input).toMatchObject({ offset: 0, total: file.size, bytes: new Uint8Array(0) })
})

test('stopping it hands over no further part and cancels what was handed over', async () => {
  const stop = new AbortController()
  answer = question => {
    stop.abort()
    return accepted(question)
  }
  const file = new File([new Uint8Array(UPLOAD_PART_BYTES * 3)], 'x.jpg')
  await expect(importPicture(file, PATIENT, { signal: stop.signal })).rejects.toMatchObject({
    error: { kind: 'cancelled' },
  })
  const channels = asked.map(({ channel }) => channel)
  expect(channels.filter(each => each === 'photo:upload')).toHaveLength(1)
  expect(channels).toContain('photo:cancel')
  expect(channels).not.toContain('photo:import')
})
