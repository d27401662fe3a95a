import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { RedisConnection } from './redis-connection.js';

@Global()
@Module({
  providers: [
    {
      provide: RedisConnection,
      inject: [CONFIG],
      useFactory: (config: Config) => RedisConnection.open(config),
    },
  ],
  exports: [RedisConnection],
})
export class RedisModule {}
