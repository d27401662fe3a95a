/** The guide's program in Python, as `docs/programs.md` has it run. */
import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './support.mjs';

/** The blocks of a language in a page, in their order. */
async function blocksOf(page, language) {
  const text = await readFile(join(root, page), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, block]) => block,
  );
}

/** Follows two orders to their end. @param dir of the generated client */
export async function followByPython(python, dir, server) {
  const page = 'docs/programs.md';
  const folder = join(dir, 'follow');
  await mkdir(folder);
  await symlink(join(root, 'test'), join(folder, 'test'));
  await writeFile(join(folder, 'follow.py'), (await blocksOf(page, 'python')).join('\n'));
  const script = [...(await blocksOf('README.md', 'sh')), ...(await blocksOf(page, 'sh'))].join('\n');
  const printed = await run(
    'bash',
    [
      '-eo',
      'pipefail',
      '-c',
      script
        .replaceAll('http://localhost:3000', server.url)
        .replace('node follow.mjs', `${python} follow.py`),
    ],
    { cwd: folder, timeout: 120_000, env: { PYTHONPATH: dir, PYTHONDONTWRITEBYTECODE: '1' } },
  );
  const [told] = await blocksOf(page, 'text');
  for (const line of told.trim().split('\n')) assert(printed.includes(line), `not told: ${line}\n${printed}`);
}
