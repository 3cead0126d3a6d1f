import type { QueryClient } from '@tanstack/react-query'
import { EVERYONE } from '../features/patients/listViews.ts'
import { pageQuery, VIEWS_QUERY } from '../features/patients/patients.ts'
import { SETTINGS_QUERY } from '../features/session/settings.ts'

/**
 * Asks for what the first screen of an open workspace shows, so that the services look it up while that screen is drawn.
 * What could not be answered is asked again, and told, by the screen itself.
 */
export function askAhead(client: QueryClient): void {
  void client.prefetchQuery(SETTINGS_QUERY)
  void client.prefetchQuery(VIEWS_QUERY)
  void client.prefetchQuery(pageQuery(EVERYONE.question, 0))
}
