const LONGEST_COMPARED = 60;

/**
 * Normalizes the spelling of a header: `Recipient_Phone`, `recipientPhone`, `RECIPIENT PHONE:` and
 * `Récipient-phone` become `recipient phone`.
 */
export function normalizeHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('#', ' number ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How similar two normalized headers are: 1 when they differ only in spaces, 0 when nothing matches. */
export function headerSimilarity(left: string, right: string): number {
  if (left.length > LONGEST_COMPARED || right.length > LONGEST_COMPARED) return 0;
  return Math.max(
    typoSimilarity(left.replaceAll(' ', ''), right.replaceAll(' ', '')),
    wordSimilarity(left, right),
  );
}

function typoSimilarity(left: string, right: string): number {
  if (left === right) return 1;
  const longer = Math.max(left.length, right.length);
  const distance = editDistance(left, right);
  // One typo in four letters may as well be another word ("city", "cite"), so short words get no bonus.
  const forgiven = longer >= 9 ? 2 : 1;
  const similarity = 1 - distance / longer;
  return longer >= 5 && distance <= forgiven
    ? Math.min(Math.max(similarity, 0.8), 0.9)
    : Math.min(similarity, 0.7);
}

/** How many of the words of two normalized headers are the same. */
export function wordSimilarity(left: string, right: string): number {
  const leftWords = new Set(left.split(' '));
  const rightWords = new Set(right.split(' '));
  const shared = [...leftWords].filter((word) => rightWords.has(word)).length;
  const contained = shared === leftWords.size || shared === rightWords.size;
  if (contained && shared >= 2) return 0.8;
  return contained && shared > 0 ? 0.6 : (0.8 * shared) / (leftWords.size + rightWords.size - shared);
}

/** The number of insertions, deletions, changes and swaps of neighbours between two words. */
function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let i = 1; i <= left.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      let least = Math.min(changed, (last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? Infinity) + 1);
      }
      current.push(least);
    }
    [beforeLast, last] = [last, current];
  }
  return last[right.length] ?? 0;
}
