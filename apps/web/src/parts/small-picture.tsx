import { type ReactElement, useState } from 'react'

/** A picture in a list. What the browser cannot show (a TIFF, half a file) leaves its place to its name. */
export function SmallPicture({ address, name }: { address: string; name: string }): ReactElement {
  const [failed, setFailed] = useState(false)
  if (failed) return <span className="small">{name}</span>
  return <img src={address} alt={name} loading="lazy" decoding="async" onError={() => setFailed(true)} />
}
