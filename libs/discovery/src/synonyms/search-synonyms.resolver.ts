import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  AddSearchSynonymInput,
  SearchSynonymPayload,
  UndoSearchSynonymInput,
} from './search-synonyms.graphql.js';
import { SearchSynonymsService } from './search-synonyms.service.js';

/** Names of trade concepts that staff add and take back. */
@Resolver()
export class SearchSynonymsResolver {
  constructor(private readonly synonyms: SearchSynonymsService) {}

  @Mutation(() => SearchSynonymPayload, {
    description:
      'Makes words a name of a trade concept, at once. A repeated call returns the same synonym. For staff.',
  })
  @Access('staff', 'STAFF')
  async addSearchSynonym(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Words and concept.' }) input: AddSearchSynonymInput,
  ): Promise<SearchSynonymPayload> {
    return { synonym: await this.synonyms.addSynonym(viewer, input.words, input.conceptId) };
  }

  @Mutation(() => SearchSynonymPayload, { description: 'Takes a synonym back, at once. For staff.' })
  @Access('staff', 'STAFF')
  async undoSearchSynonym(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which synonym.' }) input: UndoSearchSynonymInput,
  ): Promise<SearchSynonymPayload> {
    return { synonym: await this.synonyms.undoSynonym(viewer, keyOf(input.id, 'SearchSynonym')) };
  }
}
