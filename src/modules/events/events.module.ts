import { Global, Module } from '@nestjs/common';
import { EventLog } from './event-log.js';
import { EventPositions } from './event-positions.js';
import { EventTypesController } from './event-types.controller.js';
import { EventsController } from './events.controller.js';
import { EventsService } from './events.service.js';
import { EventHints } from './streams/event-hints.js';
import { EventReader } from './streams/event-reader.js';
import { EventStreams } from './streams/event-streams.js';
import { SettleWatch } from './streams/settle-watch.js';

@Global()
@Module({
  controllers: [EventsController, EventTypesController],
  providers: [EventHints, EventLog, EventPositions, EventReader, EventStreams, EventsService, SettleWatch],
  exports: [EventHints, EventLog, SettleWatch],
})
export class EventsModule {}
