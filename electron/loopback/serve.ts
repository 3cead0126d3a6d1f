import { startLoopbackHost } from './index.ts'

/** Serves until Ctrl-C and prints the address; a port that is taken ends with exit code 1. */
export async function serveLoopback(port: number): Promise<void> {
  let host: Awaited<ReturnType<typeof startLoopbackHost>>
  try {
    host = await startLoopbackHost({ port })
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!isTaken) throw error
    process.stderr.write(`Port ${port} is in use. Give another one, or none for any free port.\n`)
    process.exitCode = 1
    return
  }
  let isEnding = false
  const end = () => {
    if (isEnding) return
    isEnding = true
    host.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  process.stdout.write(
    `Open ${host.newAddress()} (works once; Enter gives a new one, Ctrl-C ends)\n`,
  )
  if (process.stdin.isTTY)
    process.stdin.on('data', () => process.stdout.write(`Open ${host.newAddress()}\n`))
}
