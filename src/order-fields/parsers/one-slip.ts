/** Whether one letter is too many, missing or wrong, or two neighbours are swapped. */
export function isOneSlipAway(typed: string, name: string): boolean {
  if (Math.abs(typed.length - name.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === name[start]) start++;
  const rest = (text: string, skip: number) => text.slice(start + skip);
  if (typed.length > name.length) return rest(typed, 1) === rest(name, 0);
  if (typed.length < name.length) return rest(typed, 0) === rest(name, 1);
  if (rest(typed, 1) === rest(name, 1)) return true;
  return (
    typed[start] === name[start + 1] && typed[start + 1] === name[start] && rest(typed, 2) === rest(name, 2)
  );
}
