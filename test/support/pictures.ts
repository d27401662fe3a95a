import sharp from 'sharp';

type Colour = 'red' | 'green' | 'blue' | 'white';

/** A JPEG as a phone sends it, of any size; of another colour, or with other EXIF data, it is another picture. */
export async function jpeg(
  colour: Colour = 'red',
  { width = 400, height = 300, orientation = 1 } = {},
): Promise<Buffer> {
  return canvas(colour, width, height)
    .withExif({ IFD0: { Make: 'Canary Phone' }, IFD3: { GPSLatitude: '40/1 45/1 11/1' } })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}

export const png = (colour: Colour = 'red', width = 400, height = 300) =>
  canvas(colour, width, height).png({ compressionLevel: 9 }).toBuffer();

export const webp = (colour: Colour = 'red') => canvas(colour, 400, 300).webp().toBuffer();

/** Black strokes on nothing, as signature pads send them. */
export const signature = () =>
  sharp({ create: { width: 600, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .composite([
      {
        input: { create: { width: 300, height: 6, channels: 4, background: 'black' } },
        left: 150,
        top: 100,
      },
    ])
    .png()
    .toBuffer();

export const cmyk = () =>
  canvas('red', 400, 300).toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer();

/** Three frames; the server's process can only write animations, not read the frames for one. */
export const animatedWebp = () =>
  Buffer.from(
    [
      'UklGRnwBAABXRUJQVlA4WAoAAAACAAAAYwAAYwAAQU5JTQYAAAD/////AQBBTk1GcgAAAAAAAAAAAGMAAGMAAGQAAAJWUDggWgAA',
      'ABAGAJ0BKmQAZAA+bTaZSaQjIqEgqACADYlpbuFz6XAfgAABja6m9xF5YBrqb3EXlgGupvcReWAaeAD+/lF9//+QXLC65Gv//yA/',
      '5Af8gP/4+KZGlSp0IAAAAEFOTUZoAAAAAAAAAAAAYwAAYwAAZAAAAFZQOCBQAAAAVAUAnQEqZABkAD5tMpNJggoAANiWlu4XPpcA',
      'ABPaWR0HuswppZHQe6zCmlkdB7rMKaAAAP7/Pgf//8gP/8gP/8gP/5Af/8Qu9kBgAAAAAABBTk1GZgAAAAAAAAAAAGMAAGMAAGQA',
      'AABWUDggTgAAAJQFAJ0BKmQAZAA+bTKTSYIKAADYlpbuFz6XAfgAABjWYU0sjoPdZhTSyOg91mFNLI6D3V8AAP7+U8P//8guWF1y',
      'Nf//NgVzXPzUAAAAAA==',
    ].join(''),
    'base64',
  );

export function pictureFile(content: Buffer, name = 'IMG_0001.jpg'): File {
  return new File([new Uint8Array(content)], name, { type: 'image/jpeg' });
}

function canvas(background: Colour, width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false });
}
