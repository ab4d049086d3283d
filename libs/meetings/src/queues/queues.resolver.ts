import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { QueueNumbersService, type QueueStep } from './queue-numbers.service.js';
import {
  CallNextQueueNumberInput,
  CallNextQueueNumberResult,
  CloseQueueTableInput,
  CloseQueueTablePayload,
  DrawQueueNumberForInput,
  DrawQueueNumberForResult,
  DrawQueueNumberInput,
  DrawQueueNumberResult,
  FinishQueueNumberInput,
  FinishQueueNumberResult,
  GiveBackQueueNumberInput,
  GiveBackQueueNumberResult,
  MyQueueNumbersArgs,
  OpenQueueTableInput,
  OpenQueueTableResult,
  QueueNumberConnectionType,
  QueueNumbersArgs,
  QueueNumberType,
  QueueTablesArgs,
  QueueTableType,
  RecallQueueNumberInput,
  RecallQueueNumberResult,
} from './queue.graphql.js';
import { QueuesService } from './queues.service.js';

const CALLERS = 'owners and editors of the acting organization, whose table it is or which organizes';

/** Call numbers: drawn by who wants to talk, called by whose table it is. */
@Resolver(() => QueueNumberType)
export class QueueNumbersResolver {
  constructor(private readonly numbers: QueueNumbersService) {}

  @Mutation(() => DrawQueueNumberResult, {
    description:
      'Draws a number at a table of the other side, or gives the one that waits. Owners and editors of a confirmed participant.',
  })
  @Access('owners and editors of the acting organization, which takes part', 'SIGNED_IN')
  drawQueueNumber(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Where.' }) input: DrawQueueNumberInput,
  ): Promise<DrawQueueNumberResult> {
    return this.numbers.drawNumber(viewer, place(input));
  }

  @Mutation(() => DrawQueueNumberForResult, {
    description:
      'Draws a number for somebody at the event, or gives the one that waits: walk-ins have no page to draw on. Owners and editors of organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  drawQueueNumberFor(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Where, and for whom.' }) input: DrawQueueNumberForInput,
  ): Promise<DrawQueueNumberForResult> {
    const { registrationId, ticket } = input;
    return this.numbers.drawNumberFor(viewer, {
      ...place(input),
      registrationId: registrationId ? keyOf(registrationId, 'EventRegistration') : null,
      ticket: ticket?.trim() || null,
    });
  }

  @Mutation(() => GiveBackQueueNumberResult, {
    description: 'Gives a number back, so that others go ahead. Owners and editors of who drew it.',
  })
  @Access('owners and editors of the acting organization, which drew it', 'SIGNED_IN')
  giveBackQueueNumber(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: GiveBackQueueNumberInput,
  ): Promise<GiveBackQueueNumberResult> {
    return this.numbers.giveBackNumber(viewer, step(input));
  }

  @Mutation(() => CallNextQueueNumberResult, {
    description:
      'Calls who waits longest; while a number is called, that one is given. Owners and editors of whose table it is and of organizers.',
  })
  @Access(CALLERS, 'SIGNED_IN')
  callNextQueueNumber(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Where.' }) input: CallNextQueueNumberInput,
  ): Promise<CallNextQueueNumberResult> {
    return this.numbers.callNextNumber(viewer, place(input));
  }

  @Mutation(() => RecallQueueNumberResult, {
    description:
      'Calls a number again: the one that is called, or one that was passed over. Owners and editors of whose table it is and of organizers.',
  })
  @Access(CALLERS, 'SIGNED_IN')
  recallQueueNumber(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: RecallQueueNumberInput,
  ): Promise<RecallQueueNumberResult> {
    return this.numbers.recallNumber(viewer, step(input));
  }

  @Mutation(() => FinishQueueNumberResult, {
    description:
      'The talk of the called number is over, or nobody came. Owners and editors of whose table it is and of organizers.',
  })
  @Access(CALLERS, 'SIGNED_IN')
  finishQueueNumber(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which, and how.' }) input: FinishQueueNumberInput,
  ): Promise<FinishQueueNumberResult> {
    return this.numbers.finishNumber(viewer, { ...step(input), skipped: input.skipped });
  }
}

function place(input: { queueTableId: string; actingOrganizationId: string }) {
  return {
    tableId: keyOf(input.queueTableId, 'QueueTable'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}

function step(input: { numberId: string; actingOrganizationId: string }): QueueStep {
  return {
    numberId: keyOf(input.numberId, 'QueueNumber'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}

/** Tables at which one talks by call number. */
@Resolver(() => QueueTableType)
export class QueuesResolver {
  constructor(private readonly queues: QueuesService) {}

  @Query(() => [QueueTableType], {
    description:
      'The tables of an event at which one talks by call number. Members of its organizers and confirmed participants; for others there are none.',
  })
  @Access('members of the acting organization', 'SIGNED_IN')
  queueTables(@CurrentViewer() viewer: Viewer, @Args() args: QueueTablesArgs): Promise<QueueTableType[]> {
    return this.queues.findEventTables(viewer, asked(args));
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
    return this.queues.findLine(viewer, keyOf(args.queueTableId, 'QueueTable'), args);
  }

  @Query(() => QueueNumberConnectionType, {
    description: 'The numbers that an organization drew at an event, the latest first. Its members.',
  })
  @Access('members of the acting organization', 'SIGNED_IN')
  myQueueNumbers(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyQueueNumbersArgs,
  ): Promise<Connection<QueueNumberType>> {
    return this.queues.findDrawnNumbers(viewer, asked(args), args);
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
    return this.queues.openTable(viewer, {
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
    return this.queues.closeTable(viewer, {
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
