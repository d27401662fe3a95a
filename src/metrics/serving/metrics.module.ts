import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MetricsPage } from './metrics-page.js';
import { MetricsServer } from './metrics-server.js';
import { OperationNames } from './operation-names.js';
import { RequestMetrics } from './request-metrics.js';
import { StoredMetrics } from './stored-metrics.js';

@Module({
  imports: [DiscoveryModule],
  providers: [MetricsPage, MetricsServer, OperationNames, RequestMetrics, StoredMetrics],
})
export class MetricsModule {}
