/** How the scene lies in the picture. Its own unit is a 480th of the usual width; (0, 0) is the middle. */
export interface View {
  width: number
  height: number
  /** Pixels per unit. */
  scale: number
}

const sceneWidth = 480
const sceneHeight = 360

/** The whole scene fits, whatever the shape of the picture. */
export function viewOf(width: number, height: number): View {
  return { width, height, scale: Math.min(width / sceneWidth, height / sceneHeight) }
}
