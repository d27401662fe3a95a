/** Preloaded into a measured server: sends its memory usage to the parent process over IPC. */
import { getHeapSpaceStatistics } from 'node:v8';

process.on('message', (question) => {
  if (question === 'collect') globalThis.gc();
  const { heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage();
  const space = (name) =>
    getHeapSpaceStatistics().find(({ space_name }) => space_name === name).space_used_size;
  process.send({ heapUsed, heapTotal, external, arrayBuffers, oldSpace: space('old_space') });
});
// It must not keep the process alive.
process.channel.unref();
