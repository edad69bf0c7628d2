import { useLocalStorage } from '@mantine/hooks'
import type { Verdict } from '@nabij/base'
import { useEffect, useRef } from 'react'

/** Two short tones, loud enough beside a machine and over in a third of a second. */
const tones = [
  { at: 0, hertz: 880 },
  { at: 0.16, hertz: 660 },
]
const tone = 0.14

let speaker: AudioContext | null = null

/** A browser lets a page make sound only after somebody has touched it: turning it on is such a touch. */
function beep(): void {
  speaker ??= new AudioContext()
  void speaker.resume()
  for (const { at, hertz } of tones) {
    const from = speaker.currentTime + at
    const swing = new OscillatorNode(speaker, { type: 'square', frequency: hertz })
    const volume = new GainNode(speaker, { gain: 0.2 })
    swing.connect(volume).connect(speaker.destination)
    swing.start(from)
    swing.stop(from + tone)
  }
}

/** Whether a bad part is heard (off until somebody wants it, remembered by this browser), and how to change that. */
export function useFailSound(last: Verdict | null): { on: boolean; turn: () => void } {
  const [on, setOn] = useLocalStorage({ key: 'nabij-sound', defaultValue: false })
  const heard = useRef(last?.seq ?? 0)
  useEffect(() => {
    if (!last || last.seq <= heard.current) return
    heard.current = last.seq
    if (on && last.verdict === 'fail') beep()
  }, [last, on])
  const turn = (): void => {
    setOn(!on)
    if (!on) beep()
  }
  return { on, turn }
}
