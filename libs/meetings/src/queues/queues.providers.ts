import { CallQueueNumber } from './call-queue-number.js';
import { DrawQueueNumber } from './draw-queue-number.js';
import { OpenQueueTable } from './open-queue-table.js';
import { QueueCases } from './queue-cases.js';
import { QueueNumberFieldsResolver, QueueTableFieldsResolver } from './queue-fields.resolver.js';
import { QueueNotices } from './queue-notices.js';
import { QueueNumbersResolver } from './queue-numbers.resolver.js';
import { QueueTablesRepository } from './queue-tables.repository.js';
import { QueueAheadLoader, QueueStandingLoader, QueueTableLoader } from './queue.loaders.js';
import './queue.texts.js';
import { QueuesResolver } from './queues.resolver.js';
import { QueuesService } from './queues.service.js';

/** What others may ask of queue tables. */
export const queueUseCases = [OpenQueueTable, DrawQueueNumber, CallQueueNumber, QueueNotices];

/** Tables at which one talks by call number, beside the slots. */
export const queueProviders = [
  ...queueUseCases,
  QueueTablesRepository,
  QueueCases,
  QueuesService,
  QueueTableLoader,
  QueueStandingLoader,
  QueueAheadLoader,
  QueuesResolver,
  QueueNumbersResolver,
  QueueTableFieldsResolver,
  QueueNumberFieldsResolver,
];
