import { p } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';

/** UUIDv7, so that ids sort by age. */
export const id = () =>
  p
    .uuid()
    .primary()
    .onCreate(() => uuidv7());

/** A timestamp with milliseconds. */
export const moment = () => p.datetime(3).columnType('timestamptz(3)');

export const createdAt = () => moment().onCreate(() => new Date());

export const updatedAt = () =>
  moment()
    .onCreate(() => new Date())
    .onUpdate(() => new Date());

/** Counts the changes of a row; a flush that finds another count fails. */
export const version = () => p.integer().version();
