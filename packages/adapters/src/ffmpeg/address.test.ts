import { describe, expect, it } from 'vitest'
import { readCameraAddress, withoutSecrets } from './address.ts'
import { commandLine } from './command-line.ts'

const wish = { rate: 5, compressed: true, platform: 'linux' as const }

describe('the address of a camera', () => {
  it.each([
    ['rtsp://10.0.0.9/stream1', 'rtsp', '10.0.0.9'],
    ['RTSP://cam.local:8554/a/b?channel=1', 'rtsp', 'cam.local:8554'],
    ['rtsps://[fe80::1]:322/x', 'rtsp', '[fe80::1]:322'],
    ['http://user:secret@10.0.0.9/video.mjpg', 'http', '10.0.0.9'],
    ['https://cam/', 'http', 'cam'],
  ])('%s is one on the network', (address, kind, name) => {
    expect(readCameraAddress(address)).toMatchObject({ kind, name })
  })

  it.each([
    ['linux', '/dev/video0'],
    ['linux', '/dev/v4l/by-id/usb-046d_HD_Pro_C920-video-index0'],
    ['win32', 'Integrated Camera'],
    ['win32', 'USB2.0 HD UVC WebCam #2'],
    ['darwin', 'FaceTime HD-camera (ingebouwd)'],
  ] as const)('on %s %s is one at this computer', (platform, address) => {
    expect(readCameraAddress(address, platform)).toMatchObject({ kind: 'device', name: address, device: address })
  })

  it('may ask for a size', () => {
    expect(readCameraAddress('/dev/video0?size=1920x1080', 'linux')).toMatchObject({
      name: '/dev/video0',
      size: '1920x1080',
    })
  })

  it.each([
    '-i /etc/passwd',
    '/etc/passwd',
    '/dev/video0 -f null',
    '/dev/sda',
    '/dev/../etc/passwd',
    '/dev/v4l/by-id/../../../etc/shadow',
    '/dev/v4l/by-id/..',
    '/dev/video0?size=1x1',
    '/dev/video0?size=1920x1080:x',
    'video0',
    'concat:/etc/passwd|/etc/hosts',
    'file:/etc/passwd',
    'file:///etc/passwd',
    'subfile,,start,0,end,9,,:/etc/passwd',
    'pipe:0',
    'data:image/jpeg;base64,AAAA',
    'ftp://host/x',
    'srt://host:9',
    'tee:x',
    'lavfi:testsrc',
    'rtsp://',
    'rtsp:relative',
    'rtsp:///only/path',
    'rtsp://host/a\nfile /etc/passwd',
    'rtsp://host/\u0000',
    '',
    '   ',
  ])('%j is none', (address) => {
    expect(() => readCameraAddress(address, 'linux')).toThrow(expect.objectContaining({ code: 'NABIJ_CAMERA_ADDRESS' }))
  })

  it.each(['Camera:audio=Microphone', 'a"b', '-f', 'a|b', '[0]', 'C:\\x'])('%j is no name of a device', (address) => {
    for (const platform of ['win32', 'darwin'] as const)
      expect(() => readCameraAddress(address, platform)).toThrow(
        expect.objectContaining({ code: 'NABIJ_CAMERA_ADDRESS' }),
      )
  })
})

describe('the command line', () => {
  it('shows nothing of an address on the network: that goes to standard input, as one line', () => {
    const address = readCameraAddress("rtsp://bob:it's%20a%20secret@10.0.0.9/a'b\\c d?key=abc'def")
    const { args, stdin } = commandLine(address, wish)
    expect(args.join(' ')).not.toMatch(/bob|secret|10\.0\.0\.9|abc/)
    expect(stdin?.split('\n').filter((line) => line.startsWith('file'))).toEqual([
      "file 'rtsp://bob:it%27s%20a%20secret@10.0.0.9/a%27b%5Cc%20d?key=abc%27def'",
    ])
  })

  it('lets ffmpeg open nothing but what such a camera needs', () => {
    const after = (args: string[], word: string) => args[args.indexOf(word) + 1]
    const rtsp = commandLine(readCameraAddress('rtsp://h/'), wish).args
    expect([after(rtsp, '-protocol_whitelist'), after(rtsp, '-format_whitelist')]).toEqual([
      'pipe,tcp,tls',
      'concat,rtsp,rtp,sdp',
    ])
    const http = commandLine(readCameraAddress('http://h/'), wish).args
    expect(after(http, '-protocol_whitelist')).toBe('pipe,http,https,tcp,tls')
    expect(after(http, '-format_whitelist')).toBe('concat,mpjpeg')
    expect(after(http, '-c:v')).toBe('copy')
  })

  it('asks a device in the way of its system', () => {
    const line = (platform: NodeJS.Platform, compressed: boolean, address: string) => {
      const { args } = commandLine(readCameraAddress(address, platform), { rate: null, compressed, platform })
      return args.slice(args.indexOf('-protocol_whitelist') + 2, args.indexOf('-map')).join(' ')
    }
    expect(line('linux', true, '/dev/video0?size=1280x720')).toBe(
      '-f v4l2 -input_format mjpeg -video_size 1280x720 -i /dev/video0',
    )
    expect(line('linux', false, '/dev/video0')).toBe('-f v4l2 -i /dev/video0')
    expect(line('win32', false, 'My Cam')).toBe('-f dshow -i video=My Cam')
    expect(line('darwin', true, 'My Cam')).toBe('-f avfoundation -framerate 30 -i My Cam:none')
  })
})

it('keeps passwords out of what is told on', () => {
  const address = readCameraAddress('rtsp://line:top%20secret@10.0.0.9/stream?token=abcdef')
  const said = 'Impossible to open rtsp://line:top%20secret@10.0.0.9/stream?token=abcdef with "top secret" or abcdef'
  expect(withoutSecrets(said, address)).toBe('Impossible to open 10.0.0.9 with "***" or ***')
})
