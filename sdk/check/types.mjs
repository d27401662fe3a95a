import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { install } from './packed.mjs';
import { olderTsc, output, sdk, tsc } from './support.mjs';

const strict = {
  target: 'es2022',
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: false,
};

/** The type tests against the installed package: strictly, without Node's types, by both ways of finding modules. */
export async function compile(tarball, folder) {
  await install(tarball, folder);
  await cp(join(sdk, 'test/types'), join(folder, 'types'), { recursive: true });
  const lib = ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'];
  const ways = {
    nodenext: { include: ['types/*.mts', 'types/*.cts'], options: { module: 'nodenext', lib } },
    bundler: {
      include: ['types/*.mts'],
      options: { module: 'esnext', moduleResolution: 'bundler', lib },
    },
  };
  const done = [];
  for (const [name, { include, options }] of Object.entries(ways)) {
    const config = `tsconfig.${name}.json`;
    await writeFile(
      join(folder, config),
      JSON.stringify({ compilerOptions: { ...strict, ...options }, include }),
    );
    for (const compiler of [tsc, olderTsc]) {
      await output(process.execPath, [compiler, '-p', config], { cwd: folder });
      const version = await output(process.execPath, [compiler, '--version']);
      done.push(`${name} by TypeScript ${version.split(' ')[1]}`);
    }
  }
  return done.join(', ');
}
