import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../config.js';
import { DiskFileStore } from './disk-file-store.js';
import { FileStore } from './file-store.js';

@Global()
@Module({
  providers: [
    {
      provide: FileStore,
      inject: [CONFIG],
      useFactory: openFileStore,
    },
  ],
  exports: [FileStore],
})
export class FilesModule {}

/** Opens the configured store. @throws ConfigError when its bucket cannot be used */
export async function openFileStore({ STORAGE_URL, DATA_DIR }: Config): Promise<FileStore> {
  if (!STORAGE_URL) return new DiskFileStore(join(DATA_DIR, 'files'));
  // The AWS client is large, so it is loaded only when used.
  const { S3FileStore } = await import('./s3-file-store.js');
  return S3FileStore.open(STORAGE_URL);
}
