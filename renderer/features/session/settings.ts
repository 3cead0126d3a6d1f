import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { DEFAULT_SETTINGS, type UserSettings } from '../../../shared/ipc/contract.ts'
import { api } from '../../api/client.ts'
import { HOST_KEY, type Host } from './session.ts'

const SETTINGS_KEY = ['settings'] as const

export const SETTINGS_QUERY = {
  queryKey: SETTINGS_KEY,
  queryFn: () => api.invoke('settings:get', {}),
}

/**
 * What this user chose, and how to choose otherwise; a choice shows at once and is then stored. A step from what was chosen
 * is given as a function: keys may come faster than the screen is drawn.
 */
export function useSettings() {
  const client = useQueryClient()
  const query = useQuery(SETTINGS_QUERY)
  const settings = query.data ?? DEFAULT_SETTINGS
  const { mutate } = useMutation({
    mutationFn: (next: UserSettings) => api.invoke('settings:put', next),
    onMutate: next => {
      client.setQueryData(SETTINGS_KEY, next)
      // What the screens before the next unlocking look like.
      client.setQueryData<Host>(HOST_KEY, host => host && { ...host, theme: next.theme })
    },
  })
  const change = useCallback(
    (part: Partial<UserSettings> | ((before: UserSettings) => Partial<UserSettings>)) => {
      const before = client.getQueryData<UserSettings>(SETTINGS_KEY) ?? DEFAULT_SETTINGS
      mutate({ ...before, ...(typeof part === 'function' ? part(before) : part) })
    },
    [client, mutate],
  )
  return { settings, isReady: query.isFetched, change }
}

export const THEME_LABEL = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
} as const satisfies Record<UserSettings['theme'], string>

/** Draws the chosen theme; `system` follows the machine, in its contrast too. */
export function useTheme(theme: UserSettings['theme']): void {
  useEffect(() => {
    const moreContrast = window.matchMedia('(prefers-contrast: more)')
    const apply = () => {
      const shown = theme === 'system' ? (moreContrast.matches ? 'contrast' : null) : theme
      if (shown === null) delete document.documentElement.dataset.theme
      else document.documentElement.dataset.theme = shown
    }
    apply()
    moreContrast.addEventListener('change', apply)
    return () => moreContrast.removeEventListener('change', apply)
  }, [theme])
}
