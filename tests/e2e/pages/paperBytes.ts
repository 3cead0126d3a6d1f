import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import type { Reply } from '../../../shared/ipc/contract.ts'
import type { RenderedPaper } from '../../../shared/ipc/paperContract.ts'
import { decodeWire } from '../../../shared/ipc/wire.ts'
import type { PreviewDialog } from './previewDialog.ts'

export type PaperNoun = 'summary' | 'lesion' | 'pack'

/** What the services answer to the next rendering: the bytes that the preview shows. */
export async function nextRendering(page: Page, noun: PaperNoun): Promise<RenderedPaper> {
  const response = await page.waitForResponse(each => each.url().endsWith(`/api/${noun}:render`))
  const answer = decodeWire(await response.body()) as Reply<`${PaperNoun}:render`>
  if (!answer.ok) throw new Error(`the document was refused: ${answer.error.kind}`)
  return answer.value
}

/** Saves what a preview shows, as the browser does. */
export async function savedBytes(
  page: Page,
  { save, said }: PreviewDialog,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const download = page.waitForEvent('download')
  await save.click()
  const file = await download
  await expect(said).toHaveText('Handed to the browser to save, and put on record.')
  return {
    bytes: new Uint8Array(await readFile(await file.path())),
    fileName: file.suggestedFilename(),
  }
}
