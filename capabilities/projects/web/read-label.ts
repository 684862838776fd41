const prefix = 'jincun:asset:'
/** Photos of phones are large; a label is read well, and fast, at this width. */
const widthMaximum = 1_400

/** The asset number on a photo of a label, read on this device; null when no code of ours is seen. */
export async function readLabel(photo: File): Promise<string | null> {
  const image = await createImageBitmap(photo).catch(() => null)
  if (!image) return null
  const scale = Math.min(1, widthMaximum / image.width)
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)]
  const surface = new OffscreenCanvas(width, height).getContext('2d')
  if (!surface) return null
  surface.drawImage(image, 0, 0, width, height)
  // The reader weighs more than the page; only who scans loads it.
  const { default: reader } = await import('jsqr')
  const text = reader.default(surface.getImageData(0, 0, width, height).data, width, height)?.data ?? ''
  return text.startsWith(prefix) ? text.slice(prefix.length) : null
}
