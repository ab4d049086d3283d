import { Access } from '@app/identity';
import { encodeGlobalId, resultUnion } from '@app/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { SavedSearch } from './saved-search.entity.js';
import { SavedSearchLimitError } from './saved-search.errors.js';
import { SavedSearchType } from './saved-search.type.js';

@ObjectType('SaveSearchPayload', { description: 'From now on new listings are held against it.' })
@Access('the caller')
export class SaveSearchPayload {
  @Field(() => SavedSearchType, { description: 'The saved search.' })
  readonly savedSearch: SavedSearch;

  constructor(savedSearch: SavedSearch) {
    this.savedSearch = savedSearch;
  }
}

@ObjectType('UpdateSavedSearchPayload', { description: 'The saved search has changed.' })
@Access('the caller')
export class UpdateSavedSearchPayload {
  @Field(() => SavedSearchType, { description: 'The saved search as it is now.' })
  readonly savedSearch: SavedSearch;

  constructor(savedSearch: SavedSearch) {
    this.savedSearch = savedSearch;
  }
}

@ObjectType('DeleteSavedSearchPayload', { description: 'The saved search is gone.' })
@Access('the caller')
export class DeleteSavedSearchPayload {
  @Field(() => ID, { description: 'Global id of what was deleted.' })
  readonly deletedId: string;

  constructor(key: string) {
    this.deletedId = encodeGlobalId('SavedSearch', key);
  }
}

export const SaveSearchResult = resultUnion('SaveSearchResult', [
  SaveSearchPayload,
  SavedSearchLimitError,
] as const);
export type SaveSearchResult = typeof SaveSearchResult;

export const UpdateSavedSearchResult = resultUnion('UpdateSavedSearchResult', [
  UpdateSavedSearchPayload,
] as const);
export type UpdateSavedSearchResult = typeof UpdateSavedSearchResult;

export const DeleteSavedSearchResult = resultUnion('DeleteSavedSearchResult', [
  DeleteSavedSearchPayload,
] as const);
export type DeleteSavedSearchResult = typeof DeleteSavedSearchResult;
