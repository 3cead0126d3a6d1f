import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { startLoopbackServer } from '../../../electron/loopback/server.ts'
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Reply } from '../../../shared/ipc/contract.ts'
import { UPLOAD_PART_BYTES } from '../../../shared/ipc/photoContract.ts'
import { decodeWire, encodeWire, WIRE_TYPE } from '../../../shared/ipc/wire.ts'
import { buildDetails, buildPhotograph, entryId, patientId } from '../../support/builders.ts'
import { imported, pictureEngine } from '../../support/pictures/importing.ts'
import { jpegFile } from '../../support/pictures/jpegFile.ts'
import { openTestWorkspace } from '../../support/workspace.ts'
import { request } from './request.ts'

const PATIENT = patientId(1)

/** The services behind the loopback host, asked as a browser asks them. */
async function overLoopback() {
  const app = await openTestWorkspace({ pictures: pictureEngine() })
  const server = await startLoopbackServer({
    dispatch: app.dispatch,
    files: new Map(),
    port: 0,
    onTakeover: async () => undefined,
  })
  onTestFinished(async () => {
    await server.close()
    await app.close()
  })
  const { pathname, search } = new URL(server.newAddress())
  const { headers } = await request(server.port, { path: pathname + search })
  const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
  const ask = async <C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>> => {
    const { bytes } = await request(server.port, {
      method: 'POST',
      path: `/api/${channel}`,
      headers: {
        origin: `http://127.0.0.1:${server.port}`,
        'content-type': WIRE_TYPE,
        cookie,
      },
      body: encodeWire(input),
    })
    return decodeWire(bytes) as Reply<C>
  }
  const get: typeof app.get = async (channel, input) => {
    const reply = await ask(channel, input)
    if (!reply.ok) throw new Error(`${channel} was refused: ${JSON.stringify(reply.error)}`)
    return reply.value
  }
  return { ask, get, headers }
}

test('a photograph of several parts goes in through a browser and comes out, byte for byte', async () => {
  const { ask, get } = await overLoopback()
  await get('patient:create', { id: PATIENT, details: buildDetails() })
  // Nothing but zeros behind its end, which are not kept, makes it long.
  const file = jpegFile(640, 480, { behind: new Uint8Array(UPLOAD_PART_BYTES + 1000) })
  const { picture, thumbnail } = await imported({ ask, get }, PATIENT, file)
  expect(thumbnail.bytes).toBeInstanceOf(Uint8Array)
  const body = buildPhotograph({ picture })
  const changes = [{ do: 'create' as const, id: entryId(1), body }]
  await get('case:apply', { patientId: PATIENT, changes })
  const shown = await get('photo:original', { patientId: PATIENT, photograph: entryId(1) })
  expect(Buffer.from(shown.bytes).equals(jpegFile(640, 480))).toBe(true)
})

test('bytes are taken by the handing over of a file alone, and in parts that are not too large', async () => {
  const { ask } = await overLoopback()
  const bytes = new Uint8Array(10)
  const elsewhere = { patientId: PATIENT, entry: null, before: null, limit: 10, bytes }
  expect(await ask('case:history', elsewhere)).toMatchObject({
    error: { kind: 'invalidInput', message: expect.stringContaining('not data') },
  })
  const part = { upload: randomUUID(), offset: 0, total: UPLOAD_PART_BYTES + 1 }
  const tooLarge = new Uint8Array(UPLOAD_PART_BYTES + 1)
  expect(await ask('photo:upload', { ...part, bytes: tooLarge })).toMatchObject({
    error: { kind: 'invalidInput', message: expect.stringContaining('too large') },
  })
})

test('the page may ask the browser for the camera, and for no other sensor', async () => {
  const { headers } = await overLoopback()
  expect(headers['permissions-policy']).toBe(
    'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=()',
  )
})
