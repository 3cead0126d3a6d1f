import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../electron/db/open.ts'
import { getSetting, putSetting } from '../../../electron/db/queries/settings.ts'
import { DatabaseKey } from '../../../electron/vault/databaseKey.ts'
import {
  addUser,
  changePassphrase,
  createKeyring,
  type Keyring,
  listUsers,
  removeUser,
  renewRecoveryKey,
  setPassphrase,
  unlockWithPassphrase,
  unlockWithRecoveryKey,
} from '../../../electron/vault/keyring.ts'
import { KEYRING_FILE, readKeyring, writeKeyring } from '../../../electron/vault/keyringFile.ts'
import { passphraseProblem } from '../../../electron/vault/passphrase.ts'
import {
  parseRecoveryKey,
  printRecoveryKey,
  recoveryKeyProblem,
} from '../../../electron/vault/recoveryKey.ts'
import { PRODUCT_SCRYPT_N } from '../../../electron/vault/wrapping.ts'
import {
  closedWorkspace,
  hashFiles,
  NADIA,
  newWorkspace,
  PASSPHRASE,
  refusalOf,
  CHEAP_SCRYPT_N as scryptN,
} from './support.ts'

const WORKSPACE_ID = '6f1f8f4e-7c57-4b0e-9f0a-2f1d1f1b7a10'

async function newKeyring() {
  const key = DatabaseKey.random()
  const made = await createKeyring(WORKSPACE_ID, key, {
    name: 'Nadia Test',
    role: 'administrator',
    passphrase: PASSPHRASE,
    scryptN,
  })
  return { ...made, key }
}

function bytesOf(key: DatabaseKey): string {
  return key.use(bytes => bytes.toString('hex'))
}

describe('a keyring', () => {
  test('gives the same database key to every user and to the recovery key', async () => {
    const { keyring: first, key, recoveryKey } = await newKeyring()
    const omar = { name: 'Omar Test', role: 'coordinator', passphrase: 'other words here', scryptN }
    const { keyring } = await addUser(first, key, { ...omar, role: 'coordinator' })
    const byNadia = await unlockWithPassphrase(keyring, { userName: 'nadia test' }, PASSPHRASE)
    const byOmar = await unlockWithPassphrase(keyring, { userName: 'Omar Test' }, omar.passphrase)
    const byRecovery = unlockWithRecoveryKey(keyring, recoveryKey.toLowerCase().replace(/-/g, ' '))
    expect([byNadia, byOmar, byRecovery].map(each => bytesOf(each.databaseKey))).toEqual(
      Array(3).fill(bytesOf(key)),
    )
    expect([byNadia, byOmar, byRecovery].map(each => [each.user.name, each.user.role])).toEqual([
      ['Nadia Test', 'administrator'],
      ['Omar Test', 'coordinator'],
      ['Recovery key', 'administrator'],
    ])
  })

  test('takes a passphrase however its accents were typed', async () => {
    const key = DatabaseKey.random()
    const user = { name: 'A', role: 'readOnly', passphrase: 'caf\u00e9 au lait', scryptN } as const
    const { keyring } = await createKeyring(WORKSPACE_ID, key, user)
    const { databaseKey } = await unlockWithPassphrase(
      keyring,
      { userName: 'A' },
      'cafe\u0301 au lait',
    )
    expect(bytesOf(databaseKey)).toBe(bytesOf(key))
  })

  test('refuses a wrong passphrase, an unknown user and a wrong or mistyped recovery key', async () => {
    const { keyring, recoveryKey } = await newKeyring()
    const other = await newKeyring()
    const who = { userName: 'Nadia Test' }
    const refusals = [
      await refusalOf(() => unlockWithPassphrase(keyring, who, `${PASSPHRASE} `)),
      await refusalOf(() => unlockWithPassphrase(keyring, { userName: 'Nobody' }, PASSPHRASE)),
      await refusalOf(() => unlockWithRecoveryKey(keyring, other.recoveryKey)),
      await refusalOf(() => unlockWithRecoveryKey(keyring, recoveryKey.slice(0, -1))),
    ]
    expect(refusals.map(each => each.code)).toEqual([
      'wrongPassphrase',
      'unknownUser',
      'wrongRecoveryKey',
      'wrongRecoveryKey',
    ])
  })

  test('changes a passphrase only for who knows the old one, and the old one stops working', async () => {
    const { keyring, user } = await newKeyring()
    const change = (old: string) =>
      changePassphrase(keyring, user.id, old, 'brand new words', scryptN)
    expect((await refusalOf(() => change('not the old one'))).code).toBe('wrongPassphrase')
    const changed = await change(PASSPHRASE)
    const open = (passphrase: string) =>
      unlockWithPassphrase(changed, { userId: user.id }, passphrase)
    expect((await open('brand new words')).user).toEqual(user)
    expect((await refusalOf(() => open(PASSPHRASE))).code).toBe('wrongPassphrase')
  })

  test('lets a holder of the recovery key set a new passphrase', async () => {
    const { keyring, user, recoveryKey } = await newKeyring()
    const { databaseKey } = unlockWithRecoveryKey(keyring, recoveryKey)
    const changed = await setPassphrase(keyring, databaseKey, user.id, 'found it again', scryptN)
    const opened = await unlockWithPassphrase(changed, { userId: user.id }, 'found it again')
    expect(opened.user).toEqual(user)
  })

  test('forgets a removed user but never the last administrator', async () => {
    const { keyring: first, key, user } = await newKeyring()
    const { keyring, user: omar } = await addUser(first, key, {
      name: 'Omar Test',
      role: 'readOnly',
      passphrase: 'other words here',
      scryptN,
    })
    expect(listUsers(removeUser(keyring, key, omar.id))).toEqual([user])
    expect((await refusalOf(() => removeUser(keyring, key, user.id))).code).toBe('lastUser')
  })

  test('refuses a second user of the same name and a weak passphrase', async () => {
    const { keyring, key } = await newKeyring()
    const add = (name: string, passphrase: string) =>
      addUser(keyring, key, { name, role: 'readOnly', passphrase, scryptN })
    expect((await refusalOf(() => add(' NADIA test', PASSPHRASE))).code).toBe('nameTaken')
    expect((await refusalOf(() => add('Omar', 'short'))).code).toBe('weakPassphrase')
  })

  test('lets the old recovery key stop working when it is renewed', async () => {
    const { keyring, key, recoveryKey } = await newKeyring()
    const renewed = renewRecoveryKey(keyring, key)
    const byNew = unlockWithRecoveryKey(renewed.keyring, renewed.recoveryKey)
    expect(bytesOf(byNew.databaseKey)).toBe(bytesOf(key))
    const byOld = await refusalOf(() => unlockWithRecoveryKey(renewed.keyring, recoveryKey))
    expect(byOld.code).toBe('wrongRecoveryKey')
  })

  test('notices every change made without the database key', async () => {
    const { keyring: first, key } = await newKeyring()
    const { keyring } = await addUser(first, key, {
      name: 'Omar Test',
      role: 'readOnly',
      passphrase: 'other words here',
      scryptN,
    })
    const [nadia, omar] = keyring.users
    if (nadia === undefined || omar === undefined) throw new Error('two users were added')
    const forged: Keyring[] = [
      { ...keyring, users: [nadia, { ...omar, role: 'administrator' }] },
      { ...keyring, users: [nadia, { ...omar, name: 'Nadia Tests' }] },
      { ...keyring, users: [omar] },
      { ...keyring, seal: '0'.repeat(64) },
    ]
    for (const each of forged) {
      const open = () => unlockWithPassphrase(each, { userId: omar.id }, 'other words here')
      expect((await refusalOf(open)).code).toBe('damaged')
    }
  })

  test('binds each wrapped key to its user and its workspace', async () => {
    const { keyring, user } = await newKeyring()
    const elsewhere = { ...keyring, workspaceId: '11111111-1111-4111-8111-111111111111' }
    const other = '22222222-2222-4222-8222-222222222222'
    const users = keyring.users.map(each => ({ ...each, id: other }))
    const refusals = [
      await refusalOf(() => unlockWithPassphrase(elsewhere, { userId: user.id }, PASSPHRASE)),
      await refusalOf(() =>
        unlockWithPassphrase({ ...keyring, users }, { userId: other }, PASSPHRASE),
      ),
    ]
    expect(refusals.map(each => each.code)).toEqual(['wrongPassphrase', 'wrongPassphrase'])
  })

  test('costs a guess as much as the product promises, unless a test says otherwise', async () => {
    const { keyring } = await createKeyring(WORKSPACE_ID, DatabaseKey.random(), {
      name: 'A',
      role: 'readOnly',
      passphrase: PASSPHRASE,
    })
    expect(PRODUCT_SCRYPT_N).toBeGreaterThanOrEqual(2 ** 17)
    expect(keyring.users[0]?.cost).toEqual({ name: 'scrypt', n: PRODUCT_SCRYPT_N, r: 8, p: 1 })
  })

  test('never shows the database key or a passphrase in its file', async () => {
    const { workspace, recoveryKey } = await newWorkspace()
    const text = readFileSync(join(workspace.folder, KEYRING_FILE), 'utf8')
    const hidden = workspace.databaseKey.use(bytes => [
      bytes.toString('hex'),
      bytes.toString('base64'),
      PASSPHRASE,
      recoveryKey,
    ])
    expect(hidden.filter(each => text.includes(each))).toEqual([])
    expect(JSON.stringify(workspace.databaseKey)).toBe('{}')
  })
})

describe('the keyring file', () => {
  test('opens the workspace for two users, who see the same data', async () => {
    const { workspace } = await newWorkspace()
    const { folder, databaseKey } = workspace
    putSetting(workspace.db, 'shared', 'seen by both')
    const omar = { name: 'Omar Test', role: 'coordinator', passphrase: 'other words here', scryptN }
    const added = await addUser(readKeyring(folder), databaseKey, { ...omar, role: 'coordinator' })
    writeKeyring(folder, added.keyring)
    workspace.close()
    const { passphrase } = omar
    const byOmar = await openWorkspace(folder, { userName: omar.name, passphrase })
    expect([byOmar.user, getSetting(byOmar.db, 'shared')]).toEqual([added.user, 'seen by both'])
    byOmar.close()
    const byNadia = await openWorkspace(folder, NADIA)
    expect(getSetting(byNadia.db, 'shared')).toBe('seen by both')
    byNadia.close()
  })

  test.each([
    ['cut in the middle', (text: string) => text.slice(0, text.length / 2), 'damaged'],
    ['not JSON', () => 'hello', 'damaged'],
    ['with a field too many', (text: string) => text.replace('{', '{"extra": 1,'), 'damaged'],
    [
      'with a cheaper scrypt',
      (text: string) => text.replace('"n": 1024', '"n": 2048'),
      'wrongPassphrase',
    ],
    [
      'with an absurd scrypt',
      (text: string) => text.replace('"n": 1024', '"n": 4294967296'),
      'damaged',
    ],
    ['with another role', (text: string) => text.replace('oncologist', 'administrator'), 'damaged'],
    ['of a later version', (text: string) => text.replace('"version": 1', '"version": 2'), 'newer'],
  ])('is refused %s, and nothing is changed', async (_, tamper, code) => {
    const folder = await closedWorkspace()
    const file = join(folder, KEYRING_FILE)
    const text = readFileSync(file, 'utf8')
    const tampered = tamper(text)
    expect(tampered).not.toBe(text)
    writeFileSync(file, tampered)
    const before = hashFiles(folder)
    expect((await refusalOf(() => openWorkspace(folder, NADIA))).code).toBe(code)
    expect(hashFiles(folder)).toEqual(before)
  })

  test('is refused with any bit of the wrapped key flipped', async () => {
    const folder = await closedWorkspace()
    const keyring = readKeyring(folder)
    const [user] = keyring.users
    if (user === undefined) throw new Error('a workspace has a user')
    for (const field of ['ciphertext', 'tag', 'nonce', 'salt'] as const) {
      const bytes = Buffer.from(user.wrapped[field], 'base64')
      bytes.writeUInt8(bytes.readUInt8(3) ^ 4, 3)
      const wrapped = { ...user.wrapped, [field]: bytes.toString('base64') }
      writeKeyring(folder, { ...keyring, users: [{ ...user, wrapped }] })
      expect((await refusalOf(() => openWorkspace(folder, NADIA))).code).toBe('wrongPassphrase')
    }
  })
})

describe('a recovery key', () => {
  test('is nine groups of four that read back whatever the case and the dashes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), bytes => {
        const printed = printRecoveryKey(Buffer.from(bytes))
        expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
        const typed = printed.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l')
        expect(parseRecoveryKey(typed)).toEqual(Buffer.from(bytes))
        expect(recoveryKeyProblem(printed)).toBeNull()
      }),
    )
  })

  test('is known to be mistyped when a character is wrong, missing or swapped', () => {
    const printed = printRecoveryKey(Buffer.from('0123456789abcdefghij', 'latin1'))
    const characters = [...printed.replace(/-/g, '')]
    const wrong = characters.map((each, at) =>
      characters.with(at, each === 'Z' ? 'Y' : 'Z').join(''),
    )
    const swapped = characters
      .map((each, at) =>
        characters
          .with(at, characters[at + 1] ?? '')
          .with(at + 1 === characters.length ? at : at + 1, each)
          .join(''),
      )
      .filter(each => each !== characters.join(''))
    const missing = characters.map((_, at) => characters.toSpliced(at, 1).join(''))
    const unnoticed = [...wrong, ...swapped, ...missing].filter(
      each => recoveryKeyProblem(each) === null,
    )
    expect(unnoticed).toEqual([])
  })
})

test('a passphrase needs ten characters, four of them different', () => {
  const problems = ['', 'ninechars', 'aaaaaaaaaaaa', 'x'.repeat(2000), 'ten chars!', PASSPHRASE]
  expect(problems.map(each => passphraseProblem(each) === null)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
  ])
})
