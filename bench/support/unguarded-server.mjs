/** The server without tenant checks, rate limit and idempotency, to measure the guards against. */
import 'reflect-metadata';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../build/app.module.js';
import { RateLimits } from '../../build/auth/access/rate-limits.js';
import { loadConfig } from '../../build/config.js';
import { configureApp, httpAdapter } from '../../build/configure-app.js';
import { WALLS } from '../../build/database/database.js';
import { IdempotencyInterceptor } from '../../build/idempotency/idempotency.interceptor.js';

const config = loadConfig();
const allowance = { allowed: true, limit: 1, remaining: 1, windowSeconds: 60, resetSeconds: 60 };
const module = await Test.createTestingModule({ imports: [AppModule.with(config, config.DATABASE_URL)] })
  .overrideProvider(WALLS)
  .useValue({ filters: false, policies: false })
  .overrideProvider(RateLimits)
  .useValue({ consume: () => Promise.resolve(allowance) })
  .overrideProvider(IdempotencyInterceptor)
  .useValue({ intercept: (_, next) => next.handle(), attachTo: () => undefined })
  .compile();
const app = module.createNestApplication(httpAdapter(config), { logger: false });
await configureApp(app);
await app.listen(config.PORT, '127.0.0.1');
