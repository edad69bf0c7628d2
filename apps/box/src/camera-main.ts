import { type Camera, type CameraRequest, photoShow, serveCamera } from '@nabij/adapters/camera'
import { encodeJpeg } from '@nabij/adapters/sharp'
import { randomOf, simulators } from '@nabij/simulators'

// The camera process: plays simulated scenes and sends them as compressed pictures.
serveCamera({ open })

async function open({ source, sampleFolder, from }: CameraRequest): Promise<Camera> {
  const { scene, seed, defectRate } = source
  if (scene === 'cookie-photos') {
    return photoShow({ folder: sampleFolder ?? '', defectRate, random: randomOf(seed).next, from })
  }
  const line = simulators[scene].open({ seed, defectRate, from })
  return {
    async next() {
      const { picture, truth } = line.next()
      return { picture: await encodeJpeg(picture), truth, name: null }
    },
  }
}
