import { MikroORM } from '@mikro-orm/postgresql';
import { ownerOrmConfig } from './mikro-orm.config.js';

/** `create NAME` writes a migration for what changed in the entities; `check` fails if one is missing. */
async function main([command, name]: string[]): Promise<number> {
  const orm = await MikroORM.init(
    ownerOrmConfig(process.env.DATABASE_URL ?? 'postgresql://localhost/waybill'),
  );
  try {
    if (command === 'create') {
      const { fileName } = await orm.migrator.create(undefined, false, false, name);
      console.log(fileName || 'The entities and the migrations agree.');
      return 0;
    }
    const missing = await orm.migrator.checkSchema();
    console.log(
      missing
        ? 'Entities changed without a migration: npm run migration:create NAME'
        : 'Migrations and entities agree.',
    );
    return missing ? 1 : 0;
  } finally {
    await orm.close(true);
  }
}

process.exitCode = await main(process.argv.slice(2));
