/**
 * A place in the database's write-ahead log, as PostgreSQL writes one, such as `16/B374D848`. Who has read at a place has
 * seen what was committed before it.
 */
export type WalPlace = string;

/** Whether a place is another one or behind it. */
export function reaches(place: WalPlace, other: WalPlace): boolean {
  return offset(place) >= offset(other);
}

function offset(place: WalPlace): bigint {
  const [file, byte] = place.split('/');
  return (BigInt(`0x${file}`) << 32n) | BigInt(`0x${byte}`);
}
