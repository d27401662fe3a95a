/** What a driver's phone would take: drawn, and as phones do, with the place where it was taken. */
import sharp from 'sharp';

const doorstep = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
  <rect width="640" height="480" fill="#b9a58f"/><rect y="400" width="640" height="80" fill="#6d6a66"/>
  <rect x="220" y="60" width="200" height="340" fill="#2f4f4f"/><circle cx="395" cy="240" r="9" fill="#d9b24c"/>
  <rect x="300" y="320" width="150" height="110" fill="#c69c6d"/><path d="M300 350h150M375 320v110" stroke="#8a6a43" stroke-width="8"/>
</svg>`;
const scribble = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="160">
  <rect width="400" height="160" fill="#fff"/>
  <path d="M40 110q40-110 60-20t50-30 40 50 60-70 40 60 70-20" fill="none" stroke="#123" stroke-width="5"/>
</svg>`;
const place = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '40/1 45/1 11/1',
  GPSLongitudeRef: 'W',
  GPSLongitude: '73/1 58/1 56/1',
};

export const drawPhoto = () =>
  blob(sharp(Buffer.from(doorstep)).withExif({ IFD3: place }).jpeg(), 'image/jpeg');
export const drawSignature = () => blob(sharp(Buffer.from(scribble)).png(), 'image/png');

const blob = async (picture, type) => new Blob([await picture.toBuffer()], { type });
