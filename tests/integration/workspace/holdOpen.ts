/** Holds a workspace open, with something in its log, until it is killed: `holdOpen.ts FOLDER`. */
import { openWorkspace } from '../../../electron/db/open.ts'
import { putSetting } from '../../../electron/db/queries/settings.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: holdOpen.ts FOLDER')
const { db } = await openWorkspace(folder, {
  userName: 'Nadia Test',
  passphrase: 'nine winter lanterns',
})
putSetting(db, 'held', { by: 'another process' })
process.stdout.write('open\n')
setInterval(() => {}, 60_000)
