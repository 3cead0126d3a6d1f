import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { NoticeProvider } from '../components/notices.tsx'
import { SessionGate } from '../features/session/SessionGate.tsx'
import { askAhead } from './askAhead.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { readAhead, WORKSTATION } from './parts.ts'
import { PATIENTS, type PlaceIn } from './place.ts'
import { createQueryClient } from './queryClient.ts'

const START: PlaceIn = { screen: PATIENTS, patientId: null, workspace: null }

/** The whole application: the session first, then patients and their boards. */
export function App() {
  const [client] = useState(createQueryClient)
  // Kept here, so that unlocking comes back to where locking left; another workspace begins at its list.
  const [place, setPlace] = useState(START)
  useEffect(() => readAhead(client), [client])
  return (
    <I18nProvider locale="en-GB">
      <QueryClientProvider client={client}>
        <ErrorBoundary>
          <NoticeProvider>
            <SessionGate part={WORKSTATION} onOpen={askAhead}>
              {(session, Workstation) => {
                const { id } = session.workspace
                return (
                  <Workstation
                    session={session}
                    place={place.workspace === id ? place : START}
                    isArrival={place.workspace !== id}
                    onPlace={setPlace}
                  />
                )
              }}
            </SessionGate>
          </NoticeProvider>
        </ErrorBoundary>
      </QueryClientProvider>
    </I18nProvider>
  )
}
