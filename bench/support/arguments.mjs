/** What a measurement is told on its command line and by its environment. */
import { basename } from 'node:path';

/** A number above zero, or the usual one; anything else ends the process. */
export function howMany(given, usual) {
  const number = Number(given ?? usual);
  if (number > 0 && Number.isFinite(number)) return number;
  explain(`"${given}" is no number above zero`);
  return process.exit();
}

/** Of all by name, those whose names hold a word. Where there are none, the process fails in the end. */
export function chosen(word, all) {
  const found = Object.entries(all).filter(([name]) => name.includes(word));
  if (found.length === 0) explain(`"${word}" is in none of: ${Object.keys(all).join(', ')}`);
  return found;
}

/** Says what was wrong, and where it stands what is right. */
export function explain(why) {
  console.error(`${why}. What may be said stands at the head of bench/${basename(process.argv[1])}.`);
  process.exitCode = 1;
}
