import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClusterFolder } from '../../../test/support/embedded-clusters.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { tellOfLeftClusters } from './left-clusters.js';

let folder: ClusterFolder;
beforeAll(async () => {
  folder = await ClusterFolder.make();
});
afterAll(() => folder.remove());

describe('an embedded database outside of its DATA_DIR', () => {
  it('tells of a database that lies elsewhere, and of one that was left there', async () => {
    const dataDir = await folder.makeDataDir();
    const elsewhere = join(folder.path, 'elsewhere');
    await (await startEmbeddedPostgres({ dataDir })).stop();
    await mkdir(elsewhere);
    await rename(join(dataDir, 'postgres'), join(elsewhere, 'one'));
    await symlink(join(elsewhere, 'one'), join(dataDir, 'postgres'));

    const said: string[] = [];
    const server = await startEmbeddedPostgres({ dataDir, log: (line) => void said.push(line) });
    await server.stop();
    expect(said).toContainEqual(expect.stringContaining(`lies outside ${dataDir}`));
    const left: string[] = [];
    const look = () => tellOfLeftClusters((line) => void left.push(line), elsewhere);
    await look();
    expect(left).toEqual([]);
    await rm(dataDir, { recursive: true });
    await look();
    expect(left).toEqual([
      expect.stringMatching(/^A database .*no DATA_DIR is known to use: .*elsewhere\/one \(.*rm -r\.$/),
    ]);
    for (let n = 2; n <= 8; n += 1) {
      const data = join(elsewhere, String(n), 'data');
      await mkdir(data, { recursive: true });
      await writeFile(join(data, 'PG_VERSION'), '17');
      await utimes(data, new Date(), new Date(2026, 0, n));
    }
    await look();
    expect(left).toHaveLength(2);
    expect(left[1]).toMatch(/^8 databases .*: .*\/2 \(.*\/3 .*\/4 .*\/5 .*\/6 \([^,]* and 3 more\. /);
  });
});
