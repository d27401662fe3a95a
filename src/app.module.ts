import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AuthModule } from './auth/auth.module.js';
import { loggerOptions } from './common/logging.js';
import { CONFIG, type Config } from './config.js';
import { DatabaseModule } from './database/database.module.js';
import { DATABASE_URL } from './database/database-url.js';
import { FilesModule } from './files/files.module.js';
import { HealthModule } from './health/health.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { MailModule } from './mail/mail.module.js';
import { DepotsModule } from './modules/depots/depots.module.js';
import { EventsModule } from './modules/events/events.module.js';
import { OrderImportsModule } from './modules/order-imports/order-imports.module.js';
import { SignupModule } from './modules/signup/signup.module.js';

@Module({})
class SettingsModule {
  static with(config: Config, databaseUrl: string): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: DATABASE_URL, useValue: databaseUrl },
    ];
    return { module: SettingsModule, global: true, providers, exports: providers };
  }
}

@Module({})
export class AppModule {
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(config, databaseUrl),
        LoggerModule.forRoot(loggerOptions(config)),
        DatabaseModule,
        JobsModule,
        FilesModule,
        MailModule,
        AuthModule,
        EventsModule,
        DepotsModule,
        OrderImportsModule,
        SignupModule,
        HealthModule,
      ],
    };
  }
}
