import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  CloseQueueTableInput,
  MyQueueNumbersArgs,
  OpenQueueTableInput,
  QueueNumbersArgs,
  QueueTablesArgs,
} from './dto/queue.input.js';
import { OpenQueueTable } from './open-queue-table.js';
import { CloseQueueTablePayload, OpenQueueTableResult } from './queue.results.js';
import { QueueNumberConnectionType, QueueNumberType, QueueTableType } from './queue.type.js';
import { QueuesService } from './queues.service.js';

/** Tables at which one talks by call number. */
@Resolver(() => QueueTableType)
export class QueuesResolver {
  constructor(
    private readonly queues: QueuesService,
    private readonly opening: OpenQueueTable,
  ) {}

  @Query(() => [QueueTableType], {
    description:
      'The tables of an event at which one talks by call number. Members of its organizers and confirmed participants; for others there are none.',
  })
  @Access('members of the acting organization', 'SIGNED_IN')
  queueTables(@CurrentViewer() viewer: Viewer, @Args() args: QueueTablesArgs): Promise<QueueTableType[]> {
    return this.queues.tablesOf(viewer, asked(args));
  }

  @Query(() => QueueNumberConnectionType, {
    description:
      'The line of a queue table: what is called, waits or was passed over, by number. Members of whose table it is and of those who organize the event.',
  })
  @Access('members of whose table it is, and of those who organize the event', 'SIGNED_IN')
  queueNumbers(
    @CurrentViewer() viewer: Viewer,
    @Args() args: QueueNumbersArgs,
  ): Promise<Connection<QueueNumberType>> {
    return this.queues.lineOf(viewer, keyOf(args.queueTableId, 'QueueTable'), args);
  }

  @Query(() => QueueNumberConnectionType, {
    description: 'The numbers that an organization drew at an event, the latest first. Its members.',
  })
  @Access('members of the acting organization', 'SIGNED_IN')
  myQueueNumbers(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyQueueNumbersArgs,
  ): Promise<Connection<QueueNumberType>> {
    return this.queues.drawnBy(viewer, asked(args), args);
  }

  @Mutation(() => OpenQueueTableResult, {
    description:
      'Opens a table of a confirmed participant at which one talks by call number. Owners and editors of organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  openQueueTable(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whose, and which.' }) input: OpenQueueTableInput,
  ): Promise<OpenQueueTableResult> {
    const { label, minutesEach } = input;
    return this.opening.open(viewer, {
      ...asked(input),
      registrationId: keyOf(input.registrationId, 'EventRegistration'),
      label: label.trim(),
      minutesEach,
    });
  }

  @Mutation(() => CloseQueueTablePayload, {
    description:
      'No more numbers are drawn at a table; those that wait are still called. Owners and editors of organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  closeQueueTable(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: CloseQueueTableInput,
  ): Promise<InstanceType<typeof CloseQueueTablePayload>> {
    return this.opening.close(viewer, {
      tableId: keyOf(input.queueTableId, 'QueueTable'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
    });
  }
}

function asked(input: { eventId: string; actingOrganizationId: string }) {
  return {
    eventId: keyOf(input.eventId, 'MatchmakingEvent'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}
