import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { CommandLine } from '../support/command-line.js';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];
const here = shells.filter((shell) => spawnSync(shell, ['-c', 'exit 0']).status === 0);

/** In zsh Tab is pressed, in a terminal of its own; the others are asked what Tab asks. */
const programs: Record<Shell, (line: string) => string[]> = {
  bash: (line) => [
    '--norc',
    '-c',
    `source <(waybill completion bash)
     compopt() { return 1; } # Only a Tab may set options.
     COMP_LINE=${quoted(line)} COMP_POINT=\${#COMP_LINE}
     COMP_WORDS=(${(line.match(/[=:]+|[^\s=:]+/g) ?? []).map(quoted).join(' ')})
     COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
     _waybill
     printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  zsh: (line) => [
    '-f',
    '-c',
    `zmodload zsh/zpty
     zpty terminal zsh -f -i
     zpty -w terminal 'fpath=($PWD/functions $fpath); autoload -U compinit; compinit -u -D
       tell() { print -r -- "<<$BUFFER>>" }; zle -N tell; bindkey "^X" tell; print read""y'
     zpty -r terminal said '*ready*'
     zpty -n -w terminal ${quoted(line)}$'\\t\\x18'
     zpty -r terminal said '*>>*'
     zpty -d terminal
     print -r -- "\${\${said##*<<}%%>>*}"`,
  ],
  fish: (line) => ['--no-config', '-c', `waybill completion fish | source; complete -C ${quoted(line)}`],
};

const quoted = (text: string) => `'${text}'`;

describe('Tab', () => {
  let waybill: CommandLine;
  beforeAll(async () => {
    waybill = await CommandLine.make();
    await chmod(join(waybill.folder, 'waybill.mjs'), 0o755);
    await mkdir(join(waybill.folder, 'bin'));
    await symlink('../waybill.mjs', join(waybill.folder, 'bin/waybill'));
    await writeFile(join(waybill.folder, 'spring orders.csv'), '');
    await mkdir(join(waybill.folder, 'functions'));
    const { stdout } = await waybill.run('completion zsh');
    await writeFile(join(waybill.folder, 'functions/_waybill'), stdout);
  });
  afterAll(() => waybill.remove());

  /** What a shell makes of the last word of a line. */
  async function completed(shell: Shell, line: string): Promise<string> {
    const { folder } = waybill;
    const child = spawn(shell, programs[shell](line), {
      cwd: folder,
      env: {
        HOME: folder,
        PATH: [join(folder, 'bin'), dirname(process.execPath), process.env.PATH].join(':'),
        TERM: 'dumb',
        LANG: 'C.UTF-8',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const answer = (await buffer(child.stdout)).toString().replaceAll('\\', '').trim();
    // zsh tells the whole line, fish what a word means, and both an option with its value.
    return answer.replace(/\t.*/, '').replace(/^.*(--\w+=| (?=\S+$))/, '');
  }

  it('is tried in bash, and in zsh and fish where they are', () => {
    expect(here).toContain('bash');
  });

  describe.each(here)('in %s', (shell) => {
    it.each([
      ['waybill or', 'orders'],
      ['waybill orders wi', 'withdraw'],
      ['waybill --url http://127.0.0.1:3000 orders wi', 'withdraw'],
      ['waybill orders list --st', '--status'],
      ['waybill orders list --status dr', 'draft'],
      ['waybill orders list --status=dr', 'draft'],
      ['waybill help orders su', 'submit'],
    ])('goes on from “%s” with %s', async (line, word) => {
      expect(await completed(shell, line)).toBe(word);
    });

    it.each(['waybill import --mode skip_invalid spr', 'waybill orders export -o spr'])(
      'goes on from “%s” with a file',
      async (line) => {
        expect(await completed(shell, line)).toMatch(/^(spring )?orders\.csv$/);
      },
    );
  });
});
