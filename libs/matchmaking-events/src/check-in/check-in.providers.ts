import { CheckInResolver } from './check-in.resolver.js';
import { AttendanceLoader, EventNumbersLoader, TicketKeysLoader } from './check-in.loaders.js';
import './check-in.texts.js';
import { CheckInsHolder } from './check-ins.holder.js';
import { CheckInsRepository } from './check-ins.repository.js';
import { DoorBook } from './door-book.js';
import { EventNumbersFeed } from './event-numbers-feed.js';
import { EventNumbersWatch } from './event-numbers-watch.js';
import { EventNumbersResolver } from './event-numbers.resolver.js';
import { EventNumbersReader } from './event-numbers.repository.js';
import { EventFilesResolver } from '../files/event-files.resolver.js';
import { EventListsRepository } from '../files/event-lists.repository.js';
import { ExportEventFile } from '../files/export-event-file.js';
import { RegisterWalkIn } from './register-walk-in.js';
import { SyncCheckIns } from './sync-check-ins.js';
import { TicketHolders } from './ticket-holders.js';
import { TicketKeysRepository } from './ticket-keys.repository.js';
import { CheckInResultFieldsResolver, TicketFieldsResolver, TicketsResolver } from './tickets.resolver.js';

/** What other libraries may ask of the door. */
export const checkInUseCases = [SyncCheckIns, RegisterWalkIn, EventNumbersReader, TicketHolders];

/** The door of an event: tickets, who came, lists and badges. */
export const checkInProviders = [
  ...checkInUseCases,
  CheckInsHolder,
  AttendanceLoader,
  CheckInsRepository,
  DoorBook,
  TicketKeysRepository,
  TicketKeysLoader,
  EventNumbersLoader,
  EventNumbersFeed,
  EventNumbersWatch,
  EventNumbersResolver,
  CheckInResolver,
  TicketsResolver,
  TicketFieldsResolver,
  CheckInResultFieldsResolver,
  EventListsRepository,
  ExportEventFile,
  EventFilesResolver,
];
