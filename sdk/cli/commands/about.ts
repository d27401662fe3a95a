import { command } from '../command.js';
import { scripts } from '../complete.js';

const completion = command({
  name: 'completion',
  summary: 'Print what makes a shell complete commands by Tab',
  details: [
    'Shells know a program by its name: install the package with --global rather than run it by npx. In zsh, compinit reads the file when the next shell starts.',
  ],
  args: [{ name: 'shell', description: 'bash, zsh or fish.', choices: Object.keys(scripts) }],
  examples: [
    ['completion bash >> ~/.bashrc', 'For bash'],
    ['completion zsh > "${fpath[1]}/_waybill"', 'For zsh'],
    ['completion fish > ~/.config/fish/completions/waybill.fish', 'For fish'],
  ],
  run({ args: [shell], terminal }) {
    const script = scripts[shell as keyof typeof scripts];
    if (terminal.isJson) terminal.json({ shell, script });
    else terminal.stdout.write(script);
    return Promise.resolve();
  },
});

const help = command({
  name: 'help',
  summary: 'Print what there is, or what a command does',
  args: [{ name: 'command', description: 'Its words: orders list.', isOptional: true, isMany: true }],
  examples: [['help orders list', 'The same as waybill orders list --help']],
  // The program itself prints help, which knows all commands.
  run: () => Promise.resolve(),
});

export const aboutCommands = [completion, help];
