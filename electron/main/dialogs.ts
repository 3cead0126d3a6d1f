import { type BrowserWindow, dialog } from 'electron'
import { writeFileAtomically } from '../vault/atomicFile.ts'

/** The folder that the user chose, or null. */
export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose a workspace folder',
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Writes the bytes whole or not at all where the user says, and gives the path; null when the user decides not to. */
export async function saveFile(
  window: BrowserWindow,
  fileName: string,
  bytes: Uint8Array,
): Promise<string | null> {
  const isPicture = fileName.endsWith('.svg')
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: isPicture ? 'Save the time axis' : 'Save the summary',
    defaultPath: fileName,
    filters: [
      isPicture ? { name: 'SVG', extensions: ['svg'] } : { name: 'PDF', extensions: ['pdf'] },
    ],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || filePath === '') return null
  writeFileAtomically(filePath, bytes)
  return filePath
}
