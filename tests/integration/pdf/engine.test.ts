import { afterEach, describe, expect, it } from 'vitest'
import type { PdfNode } from '../../../electron/pdf/definition.ts'
import type { PdfProgress, WholeJob } from '../../../electron/pdf/job.ts'
import type { PdfEngine, PdfEngineOptions } from '../../../electron/pdf/pdfService.ts'
import { createPdfEngine } from '../../../electron/pdf/pdfService.ts'
import { buildDefinition } from '../../support/pdf/buildDefinition.ts'
import { readPdf } from '../../support/pdf/readPdf.ts'

const workerUrl = new URL('../../../electron/pdf/worker.ts', import.meta.url)
const engines: PdfEngine[] = []

function startEngine(options: Partial<PdfEngineOptions> = {}): PdfEngine {
  const engine = createPdfEngine({ workerUrl, ...options })
  engines.push(engine)
  return engine
}

function job(content: PdfNode, title = 'Synthetic'): WholeJob {
  return { kind: 'definition', definition: buildDefinition(content, { title }) }
}

const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `finding-${index % 997}`).join(' ')

afterEach(async () => {
  await Promise.all(engines.splice(0).map(engine => engine.close()))
})

describe('PDF engine', () => {
  it('renders in a worker and hands over the bytes', async () => {
    const result = await startEngine().render(job('王 text'))
    expect(result.ok && (await readPdf(result.value.bytes)).text).toBe('王 text')
  })

  it('renders what comes at once one after the other, each its own', async () => {
    const engine = startEngine()
    const results = await Promise.all(['one', 'two', 'three'].map(text => engine.render(job(text))))
    const texts = await Promise.all(
      results.map(async result => (result.ok ? (await readPdf(result.value.bytes)).text : null)),
    )
    expect(texts).toEqual(['one', 'two', 'three'])
  })

  it('renders a hundred pages and tells how far it is, forward only', async () => {
    const progress: PdfProgress[] = []
    const pages = Array.from({ length: 100 }, (_, page) => ({
      stack: [`page ${page}`, words(60)],
      ...(page === 0 ? {} : { pageBreak: 'before' as const }),
    }))
    const result = await startEngine().render(job({ stack: pages }), {
      onProgress: one => progress.push(one),
    })
    const pdf = result.ok ? await readPdf(result.value.bytes) : null
    expect(pdf?.pages).toHaveLength(100)
    const order = progress.map(one => (one.phase === 'layout' ? 0 : 1) + one.fraction)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(progress.length).toBeGreaterThan(50)
    expect(progress.at(-1)).toEqual({ phase: 'draw', fraction: 1 })
  })

  it('lays out a megabyte in one paragraph', async () => {
    const text = words(85_000)
    expect(text.length).toBeGreaterThan(1_000_000)
    const result = await startEngine().render(job(text))
    expect(result.ok).toBe(true)
  })

  it('stops at once when cancelled amid ten megabytes, and renders the next job', async () => {
    const engine = startEngine()
    await engine.warmUp()
    const abort = new AbortController()
    const large = engine.render(job({ stack: Array.from({ length: 850 }, () => words(1000)) }), {
      signal: abort.signal,
      onProgress: () => abort.abort(),
    })
    const next = engine.render(job('next'))
    expect(await large).toEqual({ ok: false, error: { code: 'cancelled', at: null } })
    const result = await next
    expect(result.ok && (await readPdf(result.value.bytes)).text).toBe('next')
  })

  it('drops a cancelled job that still waits, and leaves the running one alone', async () => {
    const engine = startEngine()
    const abort = new AbortController()
    const running = engine.render(job('running'))
    const waiting = engine.render(job('waiting'), { signal: abort.signal })
    abort.abort()
    expect(await waiting).toEqual({ ok: false, error: { code: 'cancelled', at: null } })
    expect((await running).ok).toBe(true)
    expect(await engine.render(job('late'), { signal: abort.signal })).toEqual({
      ok: false,
      error: { code: 'cancelled', at: null },
    })
  })

  it('refuses a job that is no plain data, and renders the next', async () => {
    const engine = startEngine()
    const broken: WholeJob = {
      kind: 'definition',
      definition: { ...buildDefinition('a'), footer: () => 'page' },
    }
    expect(await engine.render(broken)).toEqual({
      ok: false,
      error: { code: 'invalidDefinition', at: null },
    })
    expect((await engine.render(job('a'))).ok).toBe(true)
  })

  it('says what failed without a word of the document', async () => {
    const engine = startEngine()
    const secret = 'DOE, Jane'
    const results = await Promise.all([
      engine.render(job({ svg: `<text>${secret}`, alt: secret }, secret)),
      engine.render(job({ image: `data:image/png;base64,${secret}`, alt: secret }, secret)),
      engine.render(job({ [secret]: secret } as unknown as PdfNode, secret)),
      engine.render(job({ svg: '<svg/>', alt: '' }, secret)),
    ])
    expect(results.map(result => (result.ok ? 'ok' : result.error.code))).toEqual([
      'internal',
      'internal',
      'invalidDefinition',
      'invalidDefinition',
    ])
    expect(JSON.stringify(results)).not.toContain('Jane')
  })

  it('names the font file that is missing', async () => {
    const result = await startEngine({ fontFolder: '/nonexistent' }).render(job('a'))
    expect(result).toEqual({
      ok: false,
      error: { code: 'fontMissing', at: 'NotoSans_400Regular.ttf' },
    })
  })

  it('ends a job that needs too much memory, and renders the next', async () => {
    const engine = startEngine({ memoryMb: 100 })
    const large = await engine.render(job(words(900_000)))
    expect(large).toEqual({ ok: false, error: { code: 'tooLarge', at: null } })
    expect((await engine.render(job('small'))).ok).toBe(true)
  })

  it('ends every job when it is closed', async () => {
    const engine = startEngine()
    const running = engine.render(job(words(100_000)))
    const waiting = engine.render(job('waiting'))
    await engine.close()
    const cancelled = { ok: false, error: { code: 'cancelled', at: null } }
    expect([await running, await waiting, await engine.render(job('late'))]).toEqual([
      cancelled,
      cancelled,
      cancelled,
    ])
  })

  it('reports a worker file that cannot start', async () => {
    const engine = startEngine({ workerUrl: new URL('./absent.ts', import.meta.url) })
    expect(await engine.render(job('a'))).toEqual({
      ok: false,
      error: { code: 'workerFailed', at: null },
    })
  })
})
