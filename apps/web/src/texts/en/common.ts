import type { nl } from '../nl/index.ts'

export const common: (typeof nl)['common'] = {
  unknown: 'unknown',
  cancel: 'Don’t do it',
  close: 'Close',
  undo: 'Undo',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  loading: 'Loading',
  example: 'example',
  meaning: 'What does this mean?',
  verdict: { pass: 'Good', fail: 'Bad', unsure: 'Unsure' },
  error: {
    code: 'About this message: {{code}}',
    unreachable: {
      title: 'The box does not answer',
      detail: 'This screen is getting no data. What the box has recorded is kept.',
      action: 'Check whether nabij is still running on this computer. I keep trying too.',
    },
    broken: {
      title: 'This screen got stuck',
      detail: 'The box goes on inspecting; only what you see here is no longer right.',
      action: 'Reload the screen.',
    },
    absent: {
      title: 'This page does not exist (any more)',
      detail: 'The address is wrong, or what was here has been removed.',
      action: 'Go to the overview and choose again.',
    },
  },
}
