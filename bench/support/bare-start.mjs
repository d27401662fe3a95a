/** What a start cannot do without: the embedded PostgreSQL, one query, and a Nest on Fastify that has one route. */
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../build/database/embedded/embedded-postgres.js';

const server = await startEmbeddedPostgres({ dataDir: process.env.DATA_DIR });
const client = new pg.Client(server.url);
await client.connect();
await client.query('select 1');
await client.end();

class Health {
  ready() {
    return { status: 'up' };
  }
}
Controller('health')(Health);
Get('ready')(Health.prototype, 'ready', Object.getOwnPropertyDescriptor(Health.prototype, 'ready'));
class App {}
Module({ controllers: [Health] })(App);

const app = await NestFactory.create(App, new FastifyAdapter(), { logger: false });
await app.listen(process.env.PORT, process.env.HOST);
console.log('Ready');

process.once('SIGTERM', async () => {
  await app.close();
  await server.stop();
  process.exit();
});
