import { NabijError } from '@nabij/base'
import { serveCamera } from '../serve-camera.ts'

const behaviours = { crashes: 2, falls: 3, hangs: 4, refuses: 5, babbles: 6 }

/** A camera without pixels: a "picture" tells its number and the process that made it; the seed says how it behaves. */
serveCamera({
  async open({ source: { seed }, from, sampleFolder }) {
    if (seed === behaviours.refuses) throw new NabijError('NABIJ_SAMPLE_DAMAGED', { file: 'photos.json' })
    let number = from
    return {
      async next() {
        if (seed === behaviours.crashes && number - from === 3) process.kill(process.pid, 'SIGSEGV')
        if (seed === behaviours.falls) process.exit(7)
        if (seed === behaviours.hangs) await new Promise(() => undefined)
        if (seed === behaviours.babbles) process.send?.({ type: 'weather', sun: true })
        const picture = new TextEncoder().encode(JSON.stringify({ number: number++, pid: process.pid, sampleFolder }))
        return { picture, truth: { defect: null, regions: [] }, name: null }
      },
    }
  },
})
