import { decodeGlobalId } from '@app/kernel';
import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { EventCalendarsService } from './event-calendars.service.js';

const CALENDAR = 'text/calendar; charset=utf-8';
const FILE = /^([A-Za-z0-9_-]{1,200})\.ics$/;

/** Calendars as calendar programs fetch them: `/calendar/events/<id>.ics`, `/calendar/organizers/<id>.ics`, `/calendar/persons/<secret>.ics`. */
@Controller('calendar')
export class EventCalendarsController {
  constructor(private readonly calendars: EventCalendarsService) {}

  @Get('events/:file')
  @Header('content-type', CALENDAR)
  @Header('cache-control', 'public, max-age=300')
  event(@Param('file') file: string): Promise<string> {
    return found(this.calendars.writeEventCalendar(keyIn(file, 'MatchmakingEvent')));
  }

  @Get('organizers/:file')
  @Header('content-type', CALENDAR)
  @Header('cache-control', 'public, max-age=300')
  organizer(@Param('file') file: string): Promise<string> {
    return found(this.calendars.writeOrganizerCalendar(keyIn(file, 'Organization')));
  }

  @Get('persons/:file')
  @Header('content-type', CALENDAR)
  @Header('cache-control', 'private, no-store')
  person(@Param('file') file: string): Promise<string> {
    return found(this.calendars.writePersonalCalendar(nameIn(file)));
  }
}

async function found(calendar: Promise<string | null>): Promise<string> {
  const text = await calendar;
  if (text === null) throw new NotFoundException();
  return text;
}

function nameIn(file: string): string {
  const name = FILE.exec(file)?.[1];
  if (!name) throw new NotFoundException();
  return name;
}

/** The key behind a global id of one type; everything else is not found. */
function keyIn(file: string, type: string): string {
  const name = nameIn(file);
  try {
    const { typeName, id } = decodeGlobalId(name);
    if (typeName === type) return id;
  } catch {
    // Falls through: what is no id is not found.
  }
  throw new NotFoundException();
}
