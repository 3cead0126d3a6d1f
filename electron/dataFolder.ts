import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where MetBoard keeps its workspaces, its log and the window's place: `METBOARD_HOME`, or the computer account's own
 * folder for programs, the same for the window, the loopback host and the command line.
 */
export function dataFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const named = env.METBOARD_HOME
  if (named !== undefined && named !== '') return named
  return join(programsFolder(env, platform, home), 'MetBoard')
}

function programsFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  if (platform === 'win32') return env.APPDATA ?? join(home, 'AppData', 'Roaming')
  return env.XDG_CONFIG_HOME ?? join(home, '.config')
}

/** Where new workspaces are made unless the user says otherwise. */
export function workspacesFolder(data: string): string {
  return join(data, 'workspaces')
}
