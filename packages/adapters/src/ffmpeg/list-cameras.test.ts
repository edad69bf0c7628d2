import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCameras } from './list-cameras.ts'
import { fakeFfmpeg } from './testing/fake-ffmpeg.ts'

let fake: Awaited<ReturnType<typeof fakeFfmpeg>>
let root: string
beforeAll(async () => {
  fake = await fakeFfmpeg()
  root = await mkdtemp(join(tmpdir(), 'nabij-sys-'))
})
afterAll(async () => {
  await fake.remove()
  await rm(root, { recursive: true })
})

describe('the cameras of this computer', () => {
  it('are those that Linux shows: the nodes with pictures, by a name that stays', async () => {
    const nodes = {
      video10: ['0', 'Second'],
      video2: ['0', 'UVC Camera: UVC Camera'],
      video3: ['1', 'UVC Camera'],
      'v4l-subdev0': ['0', 'x'],
    }
    for (const [node, [index, name]] of Object.entries(nodes)) {
      await mkdir(join(root, 'class', 'video4linux', node), { recursive: true })
      await writeFile(join(root, 'class', 'video4linux', node, 'index'), `${index}\n`)
      await writeFile(join(root, 'class', 'video4linux', node, 'name'), `${name}\n`)
    }
    await mkdir(join(root, 'v4l', 'by-id'), { recursive: true })
    await symlink('../../video10', join(root, 'v4l', 'by-id', 'usb-Acme_Second_123-video-index0'))
    const cameras = await listCameras({ ffmpeg: fake.program, platform: 'linux', sys: root, dev: root })
    expect(cameras).toEqual([
      { address: '/dev/video2', name: 'UVC Camera' },
      { address: '/dev/v4l/by-id/usb-Acme_Second_123-video-index0', name: 'Second' },
    ])
    const nowhere = { ffmpeg: fake.program, platform: 'linux' as const, sys: '/nowhere', dev: '/nowhere' }
    expect(await listCameras(nowhere)).toEqual([])
  })

  it('are those that Windows shows to a new or an old ffmpeg', async () => {
    await fake.devices(
      [
        '[dshow @ 000001] "Integrated Camera" (video)',
        '[dshow @ 000001]   Alternative name "@device_pnp_\\\\?\\usb#vid"',
        '[dshow @ 000001] "Microphone (Realtek)" (audio)',
        '[in#0 @ 000002] Error opening input: Immediate exit requested',
      ].join('\r\n'),
    )
    const windows = { ffmpeg: fake.program, platform: 'win32' as const }
    expect(await listCameras(windows)).toEqual([{ address: 'Integrated Camera', name: 'Integrated Camera' }])
    await fake.devices(
      [
        '[dshow @ 1] DirectShow video devices (some may be both video and audio devices)',
        '[dshow @ 1]  "USB Cam"',
        '[dshow @ 1]     Alternative name "@device_pnp"',
        '[dshow @ 1] DirectShow audio devices',
        '[dshow @ 1]  "Line In"',
      ].join('\n'),
    )
    expect(await listCameras(windows)).toEqual([{ address: 'USB Cam', name: 'USB Cam' }])
  })

  it('are those that macOS shows, without its screens', async () => {
    await fake.devices(
      [
        '[AVFoundation indev @ 0x7f] AVFoundation video devices:',
        '[AVFoundation indev @ 0x7f] [0] FaceTime HD Camera',
        '[AVFoundation indev @ 0x7f] [1] Capture screen 0',
        '[AVFoundation indev @ 0x7f] AVFoundation audio devices:',
        '[AVFoundation indev @ 0x7f] [0] MacBook Microphone',
      ].join('\n'),
    )
    const cameras = await listCameras({ ffmpeg: fake.program, platform: 'darwin' })
    expect(cameras).toEqual([{ address: 'FaceTime HD Camera', name: 'FaceTime HD Camera' }])
  })

  it('are not known without ffmpeg', async () => {
    await expect(listCameras({ ffmpeg: '/nowhere' })).rejects.toMatchObject({ code: 'NABIJ_FFMPEG_MISSING' })
  })
})
