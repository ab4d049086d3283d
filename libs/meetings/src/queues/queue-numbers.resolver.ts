import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CallQueueNumber, type QueueStep } from './call-queue-number.js';
import { DrawQueueNumber } from './draw-queue-number.js';
import {
  CallNextQueueNumberInput,
  DrawQueueNumberForInput,
  DrawQueueNumberInput,
  FinishQueueNumberInput,
  GiveBackQueueNumberInput,
  RecallQueueNumberInput,
} from './dto/queue.input.js';
import {
  CallNextQueueNumberResult,
  DrawQueueNumberForResult,
  DrawQueueNumberResult,
  FinishQueueNumberResult,
  GiveBackQueueNumberResult,
  RecallQueueNumberResult,
} from './queue.results.js';
import { QueueNumberType } from './queue.type.js';

const CALLERS = 'owners and editors of the acting organization, whose table it is or which organizes';

/** Call numbers: drawn by who wants to talk, called by whose table it is. */
@Resolver(() => QueueNumberType)
export class QueueNumbersResolver {
  constructor(
    private readonly drawing: DrawQueueNumber,
    private readonly calling: CallQueueNumber,
  ) {}

  @Mutation(() => DrawQueueNumberResult, {
    description:
      'Draws a number at a table of the other side, or gives the one that waits. Owners and editors of a confirmed participant.',
  })
  @Access('owners and editors of the acting organization, which takes part', 'SIGNED_IN')
  drawQueueNumber(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Where.' }) input: DrawQueueNumberInput,
  ): Promise<DrawQueueNumberResult> {
    return this.drawing.draw(viewer, place(input));
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
    return this.drawing.drawFor(viewer, {
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
    return this.drawing.giveBack(viewer, step(input));
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
    return this.calling.next(viewer, place(input));
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
    return this.calling.recall(viewer, step(input));
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
    return this.calling.finish(viewer, { ...step(input), skipped: input.skipped });
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
