import { Module } from '@nestjs/common';
import { TrackingLinks } from './tracking-links.js';

@Module({ providers: [TrackingLinks], exports: [TrackingLinks] })
export class OrdersModule {}
