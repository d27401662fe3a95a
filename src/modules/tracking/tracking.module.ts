import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { TrackingController } from './tracking.controller.js';
import { TrackingService } from './tracking.service.js';

@Module({ imports: [OrdersModule], controllers: [TrackingController], providers: [TrackingService] })
export class TrackingModule {}
