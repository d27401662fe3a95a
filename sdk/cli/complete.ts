import type { ArgumentSpec, Command, OptionSpec } from './command.js';
import { commandOf, optionNamed, optionsOf, optionsOfAll } from './parse.js';

/** One word that may stand here, and what it means. */
interface Candidate {
  word: string;
  description: string;
}

/** Says to the shell that files may stand here. */
export const files = ':files';

/** What may stand in place of the last word; an empty list leaves the shell to itself. */
export function candidates(words: readonly string[], commands: readonly Command[]): Candidate[] {
  const current = words.at(-1) ?? '';
  return offered(words.slice(0, -1), current, commands).filter(
    ({ word }) => word === files || word.startsWith(current),
  );
}

function offered(before: readonly string[], current: string, commands: readonly Command[]): Candidate[] {
  const { plain, asking } = read(before, optionsOfAll(commands));
  const command = commandOf(plain, commands);
  const specs = optionsOf(command);
  const asked = asking === undefined ? undefined : optionNamed(specs, asking);
  if (asking !== undefined && !(asked?.isBare && current.startsWith('-'))) return valuesOf(asked);
  const [prefix, name] = /^--([^=]+)=/.exec(current) ?? [];
  if (name !== undefined) return valuesOf(optionNamed(specs, name), prefix);
  if (current.startsWith('-'))
    return Object.entries(specs).map(([option, { description }]) => ({ word: `--${option}`, description }));
  if (!command) return nextWords(plain, commands);
  if (command.name === 'help') return nextWords(plain.slice(1), commands);
  const args = command.args ?? [];
  const at = plain.length - command.name.split(' ').length;
  return valuesOf(args[at] ?? (args.at(-1)?.isMany ? args.at(-1) : undefined));
}

/** The words that are neither options nor their values, and the name of the option whose value is the next word. */
function read(words: readonly string[], known: Record<string, OptionSpec>) {
  const plain: string[] = [];
  let asking: string | undefined;
  for (const word of words) {
    const isOption = /^-./.test(word);
    if (asking !== undefined && (!isOption || known[asking]?.choices?.includes(word))) asking = undefined;
    else if (isOption) asking = askingFor(word, known);
    else plain.push(word);
  }
  return { plain, asking };
}

/** The name of an option that was typed, if a value has to follow. */
function askingFor(typed: string, known: Record<string, OptionSpec>): string | undefined {
  const found = Object.entries(known).find(
    ([name, { short }]) => typed === `--${name}` || typed === `-${short}`,
  );
  return found?.[1].type === 'string' ? found[0] : undefined;
}

/** What an argument or an option may be. */
function valuesOf(spec: OptionSpec | ArgumentSpec | undefined, prefix = ''): Candidate[] {
  if (spec?.isFile) return [{ word: files, description: '' }];
  return (spec?.choices ?? []).map((choice) => ({ word: `${prefix}${choice}`, description: '' }));
}

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
  # Bash itself breaks words at : and =, which are part of ours.
  local IFS=$' \\t\\n' current="\${COMP_WORDS[COMP_CWORD]#=}" words found
  read -ra words <<< "\${COMP_LINE:0:COMP_POINT}."
  words[\${#words[@]}-1]="\${words[\${#words[@]}-1]%.}"
  found="$(waybill complete -- "\${words[@]:1}" 2>/dev/null | cut -f1 | sed 's/^--[^=]*=//')"
  IFS=$'\\n'
  COMPREPLY=()
  if [[ "$found" == '${files}' ]]; then
    compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$current"))
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
    compset -P '--*='
    _files
  else
    found=("\${(@)found//:/\\\\:}")
    found=("\${(@)found/$'\\t'/:}")
    _describe waybill found
  fi
}
if [[ "$funcstack[1]" == _waybill ]]; then _waybill "$@"; else compdef _waybill waybill; fi
`,
  fish: `function __waybill_offers
  set -l words (commandline -opc)
  set -g __waybill_offered (waybill complete -- $words[2..-1] (commandline -ct) 2>/dev/null)
  test "$__waybill_offered[1]" != '${files}'
end
# Where it offers nothing of its own, fish offers files.
complete -c waybill -n __waybill_offers -f -a '$__waybill_offered'
`,
} as const;
