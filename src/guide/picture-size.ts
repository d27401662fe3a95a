/** Width and height of a PNG, from its header. */
export function pictureSize(png: Buffer): { width: number; height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
