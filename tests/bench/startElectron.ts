import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { ensureBuilt, ROOT } from '../../electron/build.ts'
import { workspacesFolder } from '../../electron/dataFolder.ts'
import { installedElectron } from '../../electron/electronBinary.ts'
import { keyOfPassphrase, newSalt, scryptCost } from '../../electron/vault/wrapping.ts'
import { whyNoElectronHere } from '../electron/electronHere.ts'
import type { CachedWorkspace } from '../support/synthetic/cachedWorkspace.ts'
import { type Bench, slowerRow } from './bench.ts'
import { scaleOf, workspaceOf } from './caseSource.ts'
import { interleave } from './interleave.ts'

const WHAT = 'start to usable list'
const AGAINST = 'an empty window of the same Electron'

/** From the start of Electron to the list of patients, against a window with one word in it. */
export const startElectron: Bench = {
  name: 'start',
  run: async options => {
    const reason = whyNoElectronHere()
    const executablePath = installedElectron()
    if (reason !== null || executablePath === null)
      return [{ what: WHAT, against: AGAINST, notMeasured: `no Electron (${reason})` }]
    const { many, entries } = scaleOf(options.quick)
    const workspace = await workspaceOf({ patients: many, entries }, options)
    ensureBuilt()
    const folder = mkdtempSync(join(tmpdir(), 'metboard-bench-'))
    try {
      const empty = emptyProgram(join(folder, 'empty'))
      const home = homeWith(workspace, join(folder, 'home'))
      const unlockScreens: number[] = []
      const start = async () => {
        const { toUnlock, toList } = await startMetBoard(executablePath, home, workspace)
        unlockScreens.push(toUnlock)
        return toList
      }
      const sides = await interleave(start, () => startEmpty(executablePath, empty), {
        warmUp: 1,
        rounds: options.quick ? 3 : 12,
        perRound: 1,
      })
      const counted = unlockScreens.slice(1)
      const toUnlock = {
        ...sides,
        ours: counted,
        ratios: counted.map((time, at) => time / (sides.theirs[at] ?? Number.NaN)),
      }
      const passphrase = (await productPassphraseMs()).toFixed(0)
      options.remark(
        `start: this workspace's passphrase is cheap to check; checking one costs the product another ${passphrase} ms here, by design, which no empty window has`,
      )
      return [
        slowerRow({ what: `${WHAT}, ${many} patients`, against: AGAINST, sides }, { most: 1.5 }),
        slowerRow(
          { what: 'of that, to the unlock screen', against: AGAINST, sides: toUnlock },
          { most: 1.5 },
        ),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
}

async function startMetBoard(
  executablePath: string,
  home: string,
  { passphrase }: CachedWorkspace,
): Promise<{ toUnlock: number; toList: number }> {
  const begin = performance.timeOrigin + performance.now()
  const app = await launch(executablePath, ROOT, { METBOARD_HOME: home })
  try {
    const window = await app.firstWindow()
    const { unlock, list } = await window.evaluate(unlockAtOnce, passphrase)
    return { toUnlock: unlock - begin, toList: list - begin }
  } finally {
    await app.close()
  }
}

async function startEmpty(executablePath: string, program: string): Promise<number> {
  const begin = performance.timeOrigin + performance.now()
  const app = await launch(executablePath, program, {})
  try {
    const window = await app.firstWindow()
    return (await window.evaluate(whenEmptyIsPainted)) - begin
  } finally {
    await app.close()
  }
}

/**
 * In the page, so that no question of the tool lies in between: types the passphrase as soon as its field is painted, and
 * gives when the field and when the list of patients was, in milliseconds since 1970.
 */
async function unlockAtOnce(passphrase: string): Promise<{ unlock: number; list: number }> {
  const painted = () =>
    new Promise<number>(resolve => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
      requestAnimationFrame(() => channel.port2.postMessage(null))
    })
  const there = (selector: string, text: RegExp) =>
    new Promise<HTMLElement>(resolve => {
      const look = () => {
        const found = document.querySelector<HTMLElement>(selector)
        if (found === null || !text.test(found.textContent ?? '')) return false
        observer.disconnect()
        resolve(found)
        return true
      }
      const observer = new MutationObserver(look)
      if (!look())
        observer.observe(document, { childList: true, characterData: true, subtree: true })
    })
  const field = await there('input[type=password]', /^/)
  const unlock = await painted()
  field.focus()
  document.execCommand('insertText', false, passphrase)
  field.closest('form')?.requestSubmit()
  await there('[data-index="0"]', /testfall/i)
  return { unlock, list: await painted() }
}

/** In the page: when its one word was painted, in milliseconds since 1970. */
function whenEmptyIsPainted(): Promise<number> {
  return new Promise<number>(resolve => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      if (document.body?.textContent?.includes('empty') === true)
        resolve(performance.timeOrigin + performance.now())
      else look()
    }
    const look = () => requestAnimationFrame(() => channel.port2.postMessage(null))
    look()
  })
}

function launch(
  executablePath: string,
  program: string,
  extra: Record<string, string>,
): Promise<ElectronApplication> {
  // As root Chromium has no sandbox to start with.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const env = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return _electron.launch({
    executablePath,
    args: [...flags, program],
    env: { ...Object.fromEntries(env), ...extra },
  })
}

/** The least that opens a window, of the size that MetBoard's has. */
function emptyProgram(folder: string): string {
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'package.json'),
    '{"name":"empty","version":"1.0.0","main":"main.cjs"}',
  )
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.setPath('userData', ${JSON.stringify(join(folder, 'data'))})
app.whenReady().then(() => {
  new BrowserWindow({ width: 1920, height: 1080 }).loadURL('data:text/html,<p>empty</p>')
})
app.on('window-all-closed', () => app.quit())
`,
  )
  return folder
}

/** A data folder of its own around the workspace, for what Electron itself writes there. */
function homeWith({ folder }: CachedWorkspace, home: string): string {
  mkdirSync(workspacesFolder(home), { recursive: true })
  symlinkSync(folder, join(workspacesFolder(home), basename(folder)), 'dir')
  return home
}

async function productPassphraseMs(): Promise<number> {
  const begin = performance.now()
  await keyOfPassphrase('a passphrase of the usual length', newSalt(), scryptCost())
  return performance.now() - begin
}
