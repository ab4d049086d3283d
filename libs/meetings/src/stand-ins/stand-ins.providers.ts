import { MeetingStandInsRepository } from './meeting-stand-ins.repository.js';
import { NameStandIn } from './name-stand-in.js';
import { StandInRecord } from './stand-in-record.js';
import { StandInsResolver } from './stand-ins.resolver.js';

/** What others may ask of stand-ins. */
export const standInUseCases = [NameStandIn];

/** Representatives who take the seat of a colleague. */
export const standInProviders = [
  ...standInUseCases,
  StandInRecord,
  MeetingStandInsRepository,
  StandInsResolver,
];
