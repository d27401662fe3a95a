import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AuthModule } from './auth/auth.module.js';
import { ContextInterceptor } from './auth/access/context.interceptor.js';
import { AnswerHeadersInterceptor } from './auth/access/answer-headers.interceptor.js';
import { loggerOptions } from './common/logging/logging.js';
import { CONFIG, type Config } from './config.js';
import { DatabaseModule } from './database/database.module.js';
import {
  DATABASE_DIRECT_URL,
  DATABASE_SERVER,
  DATABASE_URL,
  type DatabaseServer,
} from './database/database-url.js';
import { FilesModule } from './files/files.module.js';
import { HealthModule } from './health/health.module.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { IdempotencyModule } from './idempotency/idempotency.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { MailModule } from './mail/mail.module.js';
import { MetricsModule } from './metrics/serving/metrics.module.js';
import { ApiKeysModule } from './modules/api-keys/api-keys.module.js';
import { AttemptsModule } from './modules/attempts/attempts.module.js';
import { ClientsModule } from './modules/clients/clients.module.js';
import { DepotsModule } from './modules/depots/depots.module.js';
import { DriversModule } from './modules/drivers/drivers.module.js';
import { EventsModule } from './modules/events/events.module.js';
import { FailedJobsModule } from './modules/jobs/failed-jobs.module.js';
import { IntegrationsModule } from './modules/integrations/integrations.module.js';
import { InvitationsModule } from './modules/invitations/invitations.module.js';
import { ExportsModule } from './modules/exports/exports.module.js';
import { LabelsModule } from './modules/labels/labels.module.js';
import { OrderImportsModule } from './modules/order-imports/order-imports.module.js';
import { OrdersModule } from './modules/orders/orders.module.js';
import { OrganizationsModule } from './modules/organizations/organizations.module.js';
import { ProofsModule } from './modules/proofs/proofs.module.js';
import { RequiredFieldsModule } from './modules/required-fields/required-fields.module.js';
import { RoutesModule } from './modules/routes/routes.module.js';
import { RunSheetsModule } from './modules/run-sheets/run-sheets.module.js';
import { SandboxModule } from './modules/sandbox/sandbox.module.js';
import { SignupModule } from './modules/signup/signup.module.js';
import { StopsModule } from './modules/stops/stops.module.js';
import { RedisModule } from './redis/redis.module.js';
import { TeamsModule } from './modules/teams/teams.module.js';
import { TrackingModule } from './modules/tracking/tracking.module.js';
import { WebhooksModule } from './modules/webhooks/webhooks.module.js';

@Module({})
class SettingsModule {
  static with(config: Config, databaseUrl: string, server: DatabaseServer): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: DATABASE_URL, useValue: databaseUrl },
      { provide: DATABASE_DIRECT_URL, useValue: config.DATABASE_DIRECT_URL ?? databaseUrl },
      { provide: DATABASE_SERVER, useValue: server },
    ];
    return { module: SettingsModule, global: true, providers, exports: providers };
  }
}

@Module({})
export class AppModule {
  /** @param server the state of the database's server; by default one that Waybill does not run */
  static with(
    config: Config,
    databaseUrl: string,
    server: DatabaseServer = { state: () => 'external' },
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(config, databaseUrl, server),
        LoggerModule.forRoot(loggerOptions(config)),
        DatabaseModule,
        RedisModule,
        JobsModule.with(config),
        FilesModule,
        MailModule,
        AuthModule,
        IdempotencyModule,
        EventsModule,
        ApiKeysModule,
        OrganizationsModule,
        DepotsModule,
        TeamsModule,
        ClientsModule,
        RequiredFieldsModule,
        InvitationsModule,
        SignupModule,
        OrdersModule,
        OrderImportsModule,
        IntegrationsModule,
        StopsModule,
        LabelsModule,
        ExportsModule,
        ProofsModule,
        DriversModule,
        RoutesModule,
        AttemptsModule,
        RunSheetsModule,
        TrackingModule,
        FailedJobsModule,
        WebhooksModule,
        SandboxModule,
        HealthModule,
        MetricsModule,
      ],
      // From the outermost to the innermost: the caller's context, repeated requests, response headers.
      providers: [
        { provide: APP_INTERCEPTOR, useClass: ContextInterceptor },
        { provide: APP_INTERCEPTOR, useExisting: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswerHeadersInterceptor },
      ],
    };
  }
}
