export const maxPictureBytes = 10 * 1024 * 1024;
export const pictureType = 'image/jpeg';

/** A picture as it is kept: a JPEG, turned upright, without what cameras and editors write beside the pixels. */
export interface Picture {
  content: Buffer;
  width: number;
  height: number;
  thumbnail: Buffer;
}
