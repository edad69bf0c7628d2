export { readCameraAddress } from './address.ts'
export {
  type Triggers,
  type VideoCameraOptions,
  type VideoLimits,
  type VideoSource,
  videoCamera,
} from './camera-source.ts'
export { requireFfmpeg } from './find-ffmpeg.ts'
export { type AttachedCamera, type ListOptions, listCameras } from './list-cameras.ts'
export { type Still, stills } from './still.ts'
export { type TriggerLine, type TriggerMessage, triggerLine } from './trigger-line.ts'
