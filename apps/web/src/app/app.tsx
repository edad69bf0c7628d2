import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { Router } from 'wouter'
import { ApiError } from '../api/problem.ts'
import { Gate } from '../pages/login/gate.tsx'
import { Toasts } from '../parts/toasts.tsx'
import { Frame } from './frame.tsx'
import { Pages } from './pages.tsx'
import { schemeMemory } from './scheme.ts'
import { StuckBoundary } from './stuck-boundary.tsx'
import { theme } from './theme.ts'
import { type Workspace, WorkspaceContext } from './workspace.ts'

/** The whole page of one workspace. Going to the other workspace loads the page anew: nothing is carried over. */
export function App({ workspace }: { workspace: Workspace }): ReactElement {
  const [client] = useState(createClient)
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={schemeMemory}>
      <QueryClientProvider client={client}>
        <WorkspaceContext value={workspace}>
          <Router base={workspace.base}>
            <Gate>
              <Frame>
                <StuckBoundary>
                  <Pages />
                </StuckBoundary>
              </Frame>
            </Gate>
            <Toasts />
          </Router>
        </WorkspaceContext>
      </QueryClientProvider>
    </MantineProvider>
  )
}

function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5000,
        // What the box refused it refuses again; only a box that did not answer is asked once more.
        retry: (count, error) => count < 1 && error instanceof ApiError && error.problem === null,
        // The box is on this computer: the browser's idea of being online says nothing about it.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}
