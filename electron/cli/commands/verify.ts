import { CliRefusal, type Command } from '../command.ts'
import { inWorkspace, WORKSPACE_OPTIONS } from '../workspace.ts'

/** Checks integrity, schema, keyring and history of a workspace. */
export const verify: Command = {
  name: 'verify',
  usage: ['verify --workspace DIR [--user NAME]'],
  options: WORKSPACE_OPTIONS,
  async run(values) {
    await inWorkspace(values, async ask => {
      const { findings } = await ask('workspace:verify', {})
      for (const { check, ok, message } of findings)
        process.stdout.write(`${ok ? 'ok    ' : 'FAULT '} ${check}: ${message}\n`)
      const faults = findings.filter(({ ok }) => !ok).length
      if (faults > 0)
        throw new CliRefusal(
          `The workspace is not sound: ${faults} of ${findings.length} checks found a fault. Nothing was changed.`,
        )
    })
  },
}
