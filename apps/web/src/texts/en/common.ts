import type { nl } from '../nl/index.ts'

export const common: (typeof nl)['common'] = {
  unknown: 'unknown',
  cancel: 'Don’t',
  close: 'Close',
  undo: 'Undo',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  loading: 'Loading',
  example: 'example',
  back: 'Back',
  meaning: 'What does this mean?',
  verdict: { pass: 'Good', fail: 'Bad', unsure: 'Unsure' },
  error: {
    code: 'About this message: {{code}}',
    unreachable: {
      title: 'The box does not answer',
      detail: 'This screen gets no data now. What the box had recorded is kept.',
      action: 'See whether nabij still runs on this computer. I keep trying as well.',
    },
    broken: {
      title: 'This screen got stuck',
      detail: 'The box goes on inspecting; only what you see here is no longer right.',
      action: 'Load the screen again.',
    },
    absent: {
      title: 'This page does not exist (any more)',
      detail: 'The address is wrong, or what stood here was removed.',
      action: 'Go to the overview and choose again.',
    },
  },
}
