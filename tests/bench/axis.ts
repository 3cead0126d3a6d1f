import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { syntheticCase } from '../../electron/demo/synthetic/syntheticCase.ts'
import { boardOf } from '../../shared/board/boardOf.ts'
import { openChromium } from '../support/chromium.ts'
import { type AxisPage, visEvents } from './axisEvents.ts'
import { absoluteRow, type Bench, fasterRow, type Row, slowerRow } from './bench.ts'
import { interleave } from './interleave.ts'
import { median, quantile } from './statistics.ts'

declare global {
  interface Window {
    axisPage: AxisPage
  }
}

const ADDRESS = 'http://localhost:9/'
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/** The time axis of the screen against vis-timeline on the same events, and its frames under a hand. */
export const axis: Bench = {
  name: 'axis',
  run: async ({ quick, remark, say }) => {
    const folder = await mkdtemp(join(tmpdir(), 'metboard-axis-'))
    await buildPage(folder)
    const browser = await openChromium()
    try {
      const page = await openPage(await browser.newPage(), folder)
      const rows: Row[] = []
      for (const events of quick ? [500] : [500, 5_000]) {
        say(`first paint of ${events} events`)
        rows.push(...(await firstPaint(page, events, quick)))
      }
      for (const gesture of ['zoom', 'pan'] as const)
        rows.push(...(await frames(page, gesture, quick, remark)))
      return rows
    } finally {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function buildPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome130',
      cssCodeSplit: false,
      rollupOptions: {
        input: join(import.meta.dirname, 'axisPage.ts'),
        output: {
          entryFileNames: 'axis.js',
          assetFileNames: info =>
            info.names.some(name => name.endsWith('.css')) ? 'axis.css' : '[name][extname]',
        },
      },
    },
  })
}

async function openPage(page: Page, folder: string): Promise<Page> {
  await page.setViewportSize({ width: 1600, height: 700 })
  await page.route(`${ADDRESS}**`, async route => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '')
      return route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><link rel="stylesheet" href="axis.css"><script type="module" src="axis.js"></script>',
      })
    const contentType = TYPES[extname(name)]
    if (contentType === undefined) return route.abort()
    return route.fulfill({ contentType, body: await readFile(join(folder, name)) })
  })
  await page.goto(ADDRESS)
  await page.waitForFunction(() => 'axisPage' in window)
  // The letters of the screen, before anything is measured with them.
  await page.evaluate(async () => {
    const { fontFamily } = getComputedStyle(document.body)
    await Promise.all(
      [400, 500, 600, 700].map(weight => document.fonts.load(`${weight} 13px ${fontFamily}`)),
    )
  })
  return page
}

function boardWith(events: number) {
  return boardOf(syntheticCase(3, { entries: events }), { cutoff: '>=1', today: '2026-11-22' })
}

/**
 * A painting ends with a frame, and the next frame is up to 17 ms away whatever is painted: so an empty element takes turns
 * with both sides, and the row that the budget counts is what each side takes beyond it.
 */
async function firstPaint(page: Page, events: number, quick: boolean): Promise<Row[]> {
  const board = await page.evaluateHandle(value => value, boardWith(events))
  const vis = await page.evaluateHandle(value => value, visEvents(boardWith(events)))
  const nothing: number[] = []
  const repetitions = quick
    ? { warmUp: 1, rounds: 2, perRound: 1 }
    : events > 1000
      ? { warmUp: 1, rounds: 5, perRound: 1 }
      : { warmUp: 6, rounds: 24, perRound: 1 }
  const sides = await interleave(
    async turn => {
      const floor = await page.evaluate(() => window.axisPage.nothing())
      if (turn >= repetitions.warmUp) nothing.push(floor)
      return page.evaluate(value => window.axisPage.ours(value), board)
    },
    () => page.evaluate(value => window.axisPage.theirs(value), vis),
    repetitions,
  )
  const floor = median(nothing)
  const beyond = (times: readonly number[]) => times.map(time => Math.max(time - floor, 0.1))
  const [ours, theirs] = [beyond(sides.ours), beyond(sides.theirs)]
  const ratios = ours.map(time => time / median(theirs))
  const what = `first paint of the axis, ${events} events`
  const against = 'vis-timeline 8'
  return [
    fasterRow({ what, against, sides }, null),
    fasterRow(
      {
        what: `the same beyond an empty element (${floor.toFixed(1)} ms)`,
        against,
        sides: { ours, theirs, ratios },
      },
      5,
    ),
  ]
}

/** Every frame of a wheel turned steadily, and frames of an empty drawing in turns with them. */
async function frames(
  page: Page,
  gesture: 'zoom' | 'pan',
  quick: boolean,
  remark: (text: string) => void,
): Promise<Row[]> {
  const board = await page.evaluateHandle(value => value, boardWith(500))
  const busy: number[] = []
  const [ours, theirs, ratios] = [[] as number[], [] as number[], [] as number[]]
  for (let round = 0; round < (quick ? 2 : 6); round += 1) {
    const full = await page.evaluate(([value, how]) => window.axisPage.frames(value, how, 120), [
      board,
      gesture,
    ] as const)
    const empty = await page.evaluate(() => window.axisPage.emptyFrames(120))
    busy.push(...full.busy)
    ours.push(...full.apart)
    theirs.push(...empty.apart)
    ratios.push(quantile(full.apart, 0.95) / quantile(empty.apart, 0.95))
  }
  remark(
    `axis, ${gesture}: p95 from frame to frame ${quantile(ours, 0.95).toFixed(1)} ms, of an empty drawing ${quantile(theirs, 0.95).toFixed(1)} ms; median ${median(ours).toFixed(1)} and ${median(theirs).toFixed(1)} ms`,
  )
  return [
    absoluteRow(`${gesture} of 500 events: a frame’s own time`, busy, { p95: 16.7 }),
    slowerRow(
      {
        what: `${gesture} of 500 events: p95 from frame to frame`,
        against: 'an empty drawing',
        sides: { ours, theirs, ratios },
      },
      { most: 1.5 },
    ),
  ]
}
