import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module.js';
import { UndeclaredRouteError } from '../../src/auth/access/endpoint-audit.js';
import { Endpoint } from '../../src/auth/access/endpoint.js';
import { loadConfig } from '../../src/config.js';
import { httpAdapter } from '../../src/configure-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

@Controller('forgotten')
class ForgottenController {
  @Get()
  readEverything(): string {
    return 'everything';
  }
}

@Controller('declared')
class DeclaredController {
  @Get()
  @Endpoint({
    permission: 'public',
    summary: 'Says so',
    description: 'Anybody may ask.',
    returns: 'It said so.',
  })
  saySo(): void {}
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

@Module({ controllers: [DeclaredController] })
class DeclaredModule {}

describe('a route that has not said who may call it', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const start = async (module: new () => object) => {
    const config = loadConfig({
      NODE_ENV: 'test',
      JWT_SECRET: 'test-secret-test-secret-test-secret',
      LOG_LEVEL: 'silent',
    });
    const imports = [AppModule.with(config, database.url), module];
    const testing = await Test.createTestingModule({ imports }).compile();
    const app = testing.createNestApplication(httpAdapter(config), { logger: false });
    try {
      await app.listen(0, '127.0.0.1');
    } finally {
      await app.close();
    }
  };

  it('keeps the app from starting, by name', async () => {
    await expect(start(ForgottenModule)).rejects.toThrow(UndeclaredRouteError);
    await expect(start(ForgottenModule)).rejects.toThrow('ForgottenController.readEverything');
  });

  it('does not, once it is declared', async () => {
    await expect(start(DeclaredModule)).resolves.toBeUndefined();
  });
});
