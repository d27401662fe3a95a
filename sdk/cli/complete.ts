import type { Command } from './command.js';
import { optionsOf } from './parse.js';

/** One word that may stand here, and what it means. */
export interface Candidate {
  word: string;
  description: string;
}

/** Says to the shell that files may stand here. */
export const files = ':files';

/** What may stand in place of the last word; an empty list leaves the shell to itself. */
export function candidates(words: readonly string[], commands: readonly Command[]): Candidate[] {
  const before = words.slice(0, -1);
  const current = words.at(-1) ?? '';
  const plain = before.filter((word) => !word.startsWith('-'));
  const command = commands
    .filter(({ name }) => name.split(' ').every((word, index) => plain[index] === word))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return offered(before, current, plain, command, commands).filter(
    ({ word }) => word === files || word.startsWith(current),
  );
}

function offered(
  before: readonly string[],
  current: string,
  plain: readonly string[],
  command: Command | undefined,
  commands: readonly Command[],
): Candidate[] {
  const specs = optionsOf(command);
  const asked = specs[before.at(-1)?.replace(/^--/, '') ?? ''];
  if (asked?.type === 'string' && before.at(-1)?.startsWith('--'))
    return asked.isFile ? [isFile] : (asked.choices ?? []).map((word) => ({ word, description: '' }));
  if (current.startsWith('-'))
    return Object.entries(specs).map(([name, { description }]) => ({ word: `--${name}`, description }));
  if (!command) return nextWords(plain, commands);
  const args = command.args ?? [];
  const at = plain.length - command.name.split(' ').length;
  const arg = args[at] ?? (args.at(-1)?.isMany ? args.at(-1) : undefined);
  if (arg?.isFile) return [isFile];
  return (arg?.choices ?? []).map((word) => ({ word, description: '' }));
}

const isFile: Candidate = { word: files, description: '' };

/** The words that go on from these, each once. */
function nextWords(plain: readonly string[], commands: readonly Command[]): Candidate[] {
  const found = new Map<string, string>();
  for (const { name, summary } of commands) {
    const words = name.split(' ');
    if (!plain.every((word, index) => words[index] === word)) continue;
    const [word, ...more] = words.slice(plain.length);
    if (word)
      found.set(
        word,
        more.length > 0 ? `${[found.get(word), more.join(' ')].filter(Boolean).join(', ')}` : summary,
      );
  }
  return [...found].map(([word, description]) => ({ word, description }));
}

/** What each shell asks and does with the answer; what may stand where, the program itself says. */
export const scripts = {
  bash: `_waybill() {
  local current="\${COMP_WORDS[COMP_CWORD]}" found
  found="$(waybill complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1)"
  if [[ "$found" == '${files}' ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$current"))
  else
    COMPREPLY=($(compgen -W "$found" -- "$current"))
  fi
}
complete -F _waybill waybill
`,
  zsh: `#compdef waybill
_waybill() {
  local -a found
  found=(\${(f)"$(waybill complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if [[ "\${found[1]}" == '${files}'* ]]; then
    _files
  else
    found=("\${(@)found//:/\\\\:}")
    found=("\${(@)found/$'\\t'/:}")
    _describe waybill found
  fi
}
if [[ "$funcstack[1]" == _waybill ]]; then _waybill "$@"; else compdef _waybill waybill; fi
`,
  fish: `function __waybill_complete
  set -l words (commandline -opc)
  set -l found (waybill complete -- $words[2..-1] (commandline -ct) 2>/dev/null)
  if test "$found[1]" = '${files}'
    __fish_complete_path (commandline -ct)
  else
    printf '%s\\n' $found
  end
end
complete -c waybill -f -a '(__waybill_complete)'
`,
} as const;
