import type { Run } from '../verb.ts'

/** `nabij cost example`: a case with everything in it that people forget. */
export const example: Run = async (call) => {
  const start = new Date().toISOString().slice(0, 10)
  call.terminal.print(
    JSON.stringify(
      {
        start,
        imagesPerMonth: 302400,
        rates: [{ currency: 'USD', worth: '0.92', on: start, source: call.say('je bank', 'your bank') }],
        cloud: [{ price: 'azure-custom-vision-prediction-s0', use: { perImage: '1' } }],
        here: {
          hardware: [{ price: 'jetson-orin-nano-super', count: 1 }],
          spare: '0.2',
          installation: '800',
          migration: '400',
          labour: { hoursPerMonth: '2', perHour: '60' },
          power: { watts: '25', how: 'stated', price: 'electricity-nl-small-business' },
          software: '0',
          lifetime: 60,
        },
        discount: '0.08',
      },
      null,
      2,
    ),
  )
  return 0
}
