const firstSize = 1 << 12;

/**
 * Remembers the first row of each Id, in 12 to 24 bytes per Id of any length. Two Ids count as equal when
 * both their 32-bit hashes are, which does not happen by chance in files of this size.
 */
export class SeenIds {
  private size = firstSize;
  private count = 0;
  private first = new Int32Array(firstSize);
  private second = new Int32Array(firstSize);
  /** 0 marks a free slot: no row has that number. */
  private rows = new Int32Array(firstSize);

  /** The first row with this Id; 0 if it is new, in which case `row` is recorded. */
  claim(id: string, row: number): number {
    if (this.count * 3 > this.size * 2) this.grow();
    const [first, second] = hashes(id);
    const place = this.placeOf(first, second);
    const before = this.rows[place]!;
    if (before !== 0) return before;
    this.put(place, first, second, row);
    return 0;
  }

  private placeOf(first: number, second: number): number {
    const mask = this.size - 1;
    let place = first & mask;
    while (this.rows[place] !== 0 && (this.first[place] !== first || this.second[place] !== second))
      place = (place + 1) & mask;
    return place;
  }

  private put(place: number, first: number, second: number, row: number): void {
    this.first[place] = first;
    this.second[place] = second;
    this.rows[place] = row;
    this.count += 1;
  }

  private grow(): void {
    const { first, second, rows } = this;
    this.size *= 2;
    this.count = 0;
    this.first = new Int32Array(this.size);
    this.second = new Int32Array(this.size);
    this.rows = new Int32Array(this.size);
    for (let i = 0; i < rows.length; i += 1) {
      if (rows[i] === 0) continue;
      this.put(this.placeOf(first[i]!, second[i]!), first[i]!, second[i]!, rows[i]!);
    }
  }
}

/** Two independent multiply-and-rotate hashes, finished as MurmurHash3 does. */
function hashes(text: string): [number, number] {
  let first = 0x9e3779b9;
  let second = 0x85ebca6b;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    first = Math.imul(first ^ code, 0x5bd1e995);
    first = (first << 13) | (first >>> 19);
    second = Math.imul(second ^ code, 0x27d4eb2f);
    second = (second << 15) | (second >>> 17);
  }
  return [finish(first ^ text.length), finish(second ^ text.length)];
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
