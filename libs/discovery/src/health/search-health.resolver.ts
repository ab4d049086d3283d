import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  AddSearchSynonymInput,
  RetryDeadLettersInput,
  RetryEmbedderTextsInput,
  SearchHealthArgs,
  UndoSearchSynonymInput,
} from './dto/search-health.inputs.js';
import { RetryDeadLetters } from './retry-dead-letters.js';
import { SearchHealth } from './search-health.js';
import { SearchWords } from './search-words.js';
import { RetryDeadLettersPayload, SearchSynonymPayload } from './search-health.results.js';
import { SearchHealthType } from './search-health.type.js';
import { SearchSynonyms } from './search-synonyms.js';

/** Search as its keepers see it. */
@Resolver()
export class SearchHealthResolver {
  constructor(
    private readonly health: SearchHealth,
    private readonly words: SearchWords,
    private readonly synonyms: SearchSynonyms,
    private readonly letters: RetryDeadLetters,
  ) {}

  @Query(() => SearchHealthType, {
    description:
      'How search fares: lag and dead letters of indexing, what readers ask and do not find. For staff.',
  })
  @Access('staff', 'STAFF')
  searchHealth(@Args() { days }: SearchHealthArgs): Promise<SearchHealthType> {
    return this.health.now(days);
  }

  @Mutation(() => SearchSynonymPayload, {
    description:
      'Makes words a name of a trade concept, at once. A second call finds what the first did. For staff.',
  })
  @Access('staff', 'STAFF')
  async addSearchSynonym(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Words and concept.' }) input: AddSearchSynonymInput,
  ): Promise<SearchSynonymPayload> {
    const synonym = await this.synonyms.add(viewer, input.words, input.conceptId);
    return { synonym: this.words.synonym(synonym) };
  }

  @Mutation(() => SearchSynonymPayload, { description: 'Takes a synonym back, at once. For staff.' })
  @Access('staff', 'STAFF')
  async undoSearchSynonym(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: UndoSearchSynonymInput,
  ): Promise<SearchSynonymPayload> {
    const synonym = await this.synonyms.undo(viewer, keyOf(input.id, 'SearchSynonym'));
    return { synonym: this.words.synonym(synonym) };
  }

  @Mutation(() => RetryDeadLettersPayload, {
    description: 'Tries to index changes once more that were put aside. For staff.',
  })
  @Access('staff', 'STAFF')
  async retryIndexDeadLetters(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: RetryDeadLettersInput,
  ): Promise<RetryDeadLettersPayload> {
    return { revived: await this.letters.retry(viewer, input.ids) };
  }

  @Mutation(() => RetryDeadLettersPayload, {
    description:
      'Sends texts to the outside model once more that it refused and that were put aside. For staff.',
  })
  @Access('staff', 'STAFF')
  async retryEmbedderTexts(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: RetryEmbedderTextsInput,
  ): Promise<RetryDeadLettersPayload> {
    return { revived: await this.letters.retryTexts(viewer, input.ids) };
  }
}
