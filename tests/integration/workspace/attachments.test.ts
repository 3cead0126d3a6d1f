import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { attachmentsIn } from '../../../electron/vault/attachments.ts'
import { DatabaseKey } from '../../../electron/vault/databaseKey.ts'
import { refusalOf, temporaryFolder } from './support.ts'

const MIB = 1024 * 1024

function store(key = DatabaseKey.random(), folder = temporaryFolder()) {
  return {
    key,
    folder,
    files: join(folder, 'attachments'),
    attachments: attachmentsIn(folder, key),
  }
}

test.each([0, 1, 16, MIB - 1, MIB, MIB + 1, 3 * MIB + 7])(
  'a file of %i bytes comes back as it was, and lies there in no readable form',
  async size => {
    const { attachments, files } = store()
    const [small, content] = [randomBytes(40), randomBytes(size)]
    const name = await attachments.put([small, content])
    expect(attachments.readPart(name, 0).equals(small)).toBe(true)
    expect(attachments.readPart(name, 1).equals(content)).toBe(true)
    expect((await attachments.readContent(name)).equals(content)).toBe(true)
    expect(attachments.isSound(name)).toBe(true)
    const file = readFileSync(join(files, name))
    expect(file.includes(small)).toBe(false)
    if (size >= 16) expect(file.includes(content.subarray(0, 16))).toBe(false)
    if (process.platform !== 'win32') expect(statSync(join(files, name)).mode & 0o777).toBe(0o600)
    expect(readdirSync(files)).toEqual([name])
  },
)

test('the same content has the same name in one workspace, and another in every other', async () => {
  const [one, other] = [store(), store()]
  const content = Buffer.from('the same picture')
  const name = await one.attachments.put([Buffer.from('notes'), content])
  expect(await one.attachments.put([Buffer.from('other notes'), content])).toBe(name)
  expect(await other.attachments.put([content])).not.toBe(name)
  expect(readdirSync(one.files)).toEqual([name])
})

test('the same content is encrypted otherwise each time, under a key of its own', async () => {
  const { attachments, files } = store()
  const name = await attachments.put([Buffer.alloc(64)])
  const first = readFileSync(join(files, name))
  await attachments.put([Buffer.alloc(64)])
  const second = readFileSync(join(files, name))
  expect(second.length).toBe(first.length)
  expect(second.subarray(-80).equals(first.subarray(-80))).toBe(false)
})

test('a file of a workspace with another key, or under another name, does not open', async () => {
  const { attachments, files, folder } = store()
  const [a, b] = [
    await attachments.put([Buffer.from('a')]),
    await attachments.put([Buffer.from('b')]),
  ]
  const foreign = attachmentsIn(folder, DatabaseKey.random())
  expect(() => foreign.readPart(a, 0)).toThrow('damaged')
  writeFileSync(join(files, b), readFileSync(join(files, a)))
  expect(() => attachments.readPart(b, 0)).toThrow('damaged')
  expect([attachments.isSound(a), attachments.isSound(b)]).toEqual([true, false])
})

test('a change of any bit, a cut or an addition is noticed wherever it is', async () => {
  const { attachments, files } = store()
  const name = await attachments.put([Buffer.from('notes'), randomBytes(MIB + 200)])
  const file = join(files, name)
  const bytes = readFileSync(file)
  const places = [0, 4, 5, 6, 8, 39, 40, 44, 48, 60, 70, 200, MIB, MIB + 80, bytes.length - 1]
  for (const at of places) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 4
    writeFileSync(file, changed)
    expect([at, attachments.isSound(name)]).toEqual([at, false])
  }
  for (const changed of [
    bytes.subarray(0, 0),
    bytes.subarray(0, 30),
    bytes.subarray(0, bytes.length - 16),
    Buffer.concat([bytes, bytes.subarray(-16)]),
  ]) {
    writeFileSync(file, changed)
    expect(attachments.isSound(name)).toBe(false)
  }
})

test('a name that is none reaches no file', () => {
  const { attachments } = store()
  for (const name of ['', '../keyring.json', 'A'.repeat(64), `${'a'.repeat(64)}/x`])
    expect(() => attachments.has(name)).toThrow(RangeError)
})

test('a file that is not there is told as missing, and removing it is no error', async () => {
  const { attachments } = store()
  const refusal = await refusalOf(() => attachments.readPart('a'.repeat(64), 0))
  expect(refusal.code).toBe('missing')
  attachments.remove(['a'.repeat(64)])
})
