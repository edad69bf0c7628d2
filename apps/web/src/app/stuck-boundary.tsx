import { Component, type ReactElement, type ReactNode } from 'react'
import { ProblemView } from '../parts/problem-view.tsx'

interface State {
  error: unknown
}

/** Keeps a fault in one screen from taking the frame along. */
export class StuckBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Stuck error={this.state.error} />
  }
}

function Stuck({ error }: { error: unknown }): ReactElement {
  return <ProblemView error={error} onRetry={() => location.reload()} />
}
