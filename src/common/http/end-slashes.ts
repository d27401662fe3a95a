/** An address or a path without slashes at its end, so that more can follow. */
export const withoutEndSlashes = (address: string) => address.replace(/(?<!\/)\/+$/, '');
