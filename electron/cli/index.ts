import { parseArgs } from 'node:util'
import { Refusal } from '../services/refusal.ts'
import { WorkspaceError } from '../vault/workspaceError.ts'
import { CliRefusal, type Command, UsageError, type Values } from './command.ts'
import { board } from './commands/board.ts'
import { demo } from './commands/demo.ts'
import { lesion } from './commands/lesion.ts'
import { agenda, pack } from './commands/pack.ts'
import { summary } from './commands/summary.ts'
import { verify } from './commands/verify.ts'

const COMMANDS: readonly Command[] = [summary, lesion, board, pack, agenda, demo, verify]

const USAGE = `usage: npm run --silent cli -- COMMAND
${COMMANDS.flatMap(({ usage }) => usage.map(line => `  ${line}`)).join('\n')}
  help

The passphrase of a workspace comes from --passphrase-file FILE or METBOARD_PASSPHRASE; --user names the user where the
workspace has several. Exit codes: 0 done, 1 refused (the reason is on standard error), 2 not understood.
`

// Whoever reads the output may have read enough: `| head`. What was done is done, and there is nobody left to tell.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...rest]: string[]): Promise<number> {
  if (name === 'help' || name === '--help') {
    process.stdout.write(USAGE)
    return 0
  }
  try {
    const command = COMMANDS.find(each => each.name === name)
    if (command === undefined)
      throw new UsageError(
        name === undefined ? 'A command is needed.' : 'There is no such command.',
      )
    await command.run(parse(command, rest))
    return 0
  } catch (error) {
    return explain(error)
  }
}

function parse(command: Command, args: string[]): Values {
  try {
    return parseArgs({ args, options: command.options, allowPositionals: false }).values as Values
  } catch {
    // SECURITY: what was typed may name a patient, so it is not repeated.
    throw new UsageError(`An option of ${command.name} is unknown, incomplete or out of place.`)
  }
}

/** Says on standard error what was wrong; the exit code. */
function explain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n${USAGE}`)
    return 2
  }
  const isForPeople =
    error instanceof CliRefusal || error instanceof Refusal || error instanceof WorkspaceError
  // SECURITY: the words of any other error may quote what was read.
  process.stderr.write(
    isForPeople
      ? `${error.message}\n`
      : 'Something went wrong inside MetBoard. Nothing was changed.\n',
  )
  return 1
}
