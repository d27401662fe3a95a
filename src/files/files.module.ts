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
      useFactory: (config: Config) => new DiskFileStore(join(config.DATA_DIR, 'files')),
    },
  ],
  exports: [FileStore],
})
export class FilesModule {}
