import { Module } from '@nestjs/common';
import { ReceivingModule } from './shopify/receiving/receiving.module.js';

@Module({ imports: [ReceivingModule] })
export class IntegrationsModule {}
