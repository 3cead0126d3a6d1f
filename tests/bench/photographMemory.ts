/**
 * Opens a workspace and a hundred of its patients and prints how many megabytes the process then holds:
 * `node --expose-gc photographMemory.ts FOLDER_OF_WORKSPACES FOLDER`, who opens it in METBOARD_USER and METBOARD_PASSPHRASE.
 */
import { startTestApp } from '../support/workspace.ts'

const [workspacesFolder = '', folder = ''] = process.argv.slice(2)
const { METBOARD_USER: userName = '', METBOARD_PASSPHRASE: passphrase = '' } = process.env
const app = startTestApp({ workspacesFolder })
await app.get('workspace:unlock', { folder, userName, passphrase })
const page = { query: '', archived: false, limit: 100, offset: 0 }
const { patients } = await app.get('patient:list', page)
for (const { patient } of patients) await app.get('case:get', { patientId: patient.id })
global.gc?.()
process.stdout.write(String(process.memoryUsage.rss() / 1e6))
await app.get('workspace:lock', {})
