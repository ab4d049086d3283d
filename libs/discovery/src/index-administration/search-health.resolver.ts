import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  RetryDeadLettersInput,
  RetryDeadLettersPayload,
  RetryEmbedderTextsInput,
  SearchHealthArgs,
  SearchHealthType,
} from './search-health.graphql.js';
import { DeadLettersService, SearchHealthService } from './search-health.service.js';

/** The state of search and the retries, for staff. */
@Resolver()
export class SearchHealthResolver {
  constructor(
    private readonly health: SearchHealthService,
    private readonly deadLetters: DeadLettersService,
  ) {}

  @Query(() => SearchHealthType, {
    description:
      'How search works now: lag and dead letters of indexing, and what readers ask and do not find. For staff.',
  })
  @Access('staff', 'STAFF')
  searchHealth(@Args() { days }: SearchHealthArgs): Promise<SearchHealthType> {
    return this.health.readHealth(days);
  }

  @Mutation(() => RetryDeadLettersPayload, {
    description: 'Retries changes that could not be indexed and were put aside. For staff.',
  })
  @Access('staff', 'STAFF')
  async retryIndexDeadLetters(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which changes.' }) input: RetryDeadLettersInput,
  ): Promise<RetryDeadLettersPayload> {
    return { revived: await this.deadLetters.retryChanges(viewer, input.ids) };
  }

  @Mutation(() => RetryDeadLettersPayload, {
    description: 'Sends texts again that the outside model refused and that were put aside. For staff.',
  })
  @Access('staff', 'STAFF')
  async retryEmbedderTexts(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which texts.' }) input: RetryEmbedderTextsInput,
  ): Promise<RetryDeadLettersPayload> {
    return { revived: await this.deadLetters.retryTexts(viewer, input.ids) };
  }
}
