import { Button, NativeSelect } from '@mantine/core'
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTyping } from '../../app/keyboard.tsx'
import styles from './teach.module.css'

/** The browser's own camera on this computer: photos by button and by space bar. */
export function HereCamera({ onFiles }: { onFiles: (files: File[]) => void }): ReactElement {
  const { t } = useTranslation()
  const [on, setOn] = useState(false)
  return (
    <div className={styles.here}>
      <Button size="md" variant="default" aria-pressed={on} onClick={() => setOn(!on)}>
        {t(on ? 'teach.photos.here.close' : 'teach.photos.here.open')}
      </Button>
      {on && (window.isSecureContext ? <Viewfinder onFiles={onFiles} /> : <p>{t('teach.photos.here.insecure')}</p>)}
    </div>
  )
}

function Viewfinder({ onFiles }: { onFiles: (files: File[]) => void }): ReactElement {
  const { t } = useTranslation()
  const [device, setDevice] = useState('')
  const { stream, cameras, failed } = useStream(device)
  const [taken, setTaken] = useState(0)
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
  }, [stream])

  const take = useCallback(async (): Promise<void> => {
    const seen = video.current
    if (!seen || seen.videoWidth === 0) return
    const canvas = new OffscreenCanvas(seen.videoWidth, seen.videoHeight)
    canvas.getContext('2d')?.drawImage(seen, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
    onFiles([new File([blob], `camera-${Date.now()}.jpg`, { type: 'image/jpeg' })])
    setTaken((before) => before + 1)
  }, [onFiles])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const onButton = event.target instanceof HTMLElement && event.target.closest('button, a') !== null
      if (event.key !== ' ' || event.repeat || onButton || isTyping(event)) return
      event.preventDefault()
      void take()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [take])

  if (failed) return <p role="alert">{t('teach.photos.here.none')}</p>
  return (
    <>
      <video
        ref={video}
        autoPlay
        playsInline
        muted
        className={styles.viewfinder}
        aria-label={t('teach.photos.here.video')}
      />
      <div className={styles.shutter}>
        <Button size="xl" onClick={() => void take()}>
          {t('teach.photos.here.take')}
        </Button>
        <span className="soft">{t('teach.photos.here.key')}</span>
        <output>{taken > 0 && t('teach.photos.here.taken', { count: taken })}</output>
        {cameras.length > 1 && (
          <NativeSelect
            label={t('teach.photos.here.which')}
            value={device}
            data={cameras.map(({ deviceId, label }) => ({ value: deviceId, label }))}
            onChange={(event) => setDevice(event.currentTarget.value)}
          />
        )}
      </div>
    </>
  )
}

/** The picture of a camera while it is wanted; its lamp goes out when it no longer is. */
function useStream(device: string): { stream: MediaStream | null; cameras: MediaDeviceInfo[]; failed: boolean } {
  const [stream, setStream] = useState<MediaStream | null>(null)
  const [cameras, setCameras] = useState<MediaDeviceInfo[]>([])
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let gone = false
    let opened: MediaStream | null = null
    const open = async (): Promise<void> => {
      opened = await openCamera(device)
      if (gone) {
        release(opened)
        return
      }
      setStream(opened)
      const known = await navigator.mediaDevices.enumerateDevices()
      setCameras(known.filter(({ kind }) => kind === 'videoinput'))
    }
    void open().catch(() => setFailed(true))
    return () => {
      gone = true
      release(opened)
    }
  }, [device])
  return { stream, cameras, failed }
}

/** The camera that was chosen, or the browser's own choice; throws when there is none or it may not be used. */
function openCamera(device: string): Promise<MediaStream> {
  const size = { width: { ideal: 1920 }, height: { ideal: 1080 } }
  const video = device === '' ? size : { ...size, deviceId: { exact: device } }
  return navigator.mediaDevices.getUserMedia({ video, audio: false })
}

function release(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
