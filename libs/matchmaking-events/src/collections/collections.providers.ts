import { CollectedNeedViews } from './collected-need-views.js';
import { CollectedNeeds } from './collected-needs.js';
import { CollectedNeedsHolder } from './collected-needs.holder.js';
import { CollectionCases } from './collection-cases.js';
import { CollectionDelegates } from './collection-delegates.js';
import { EnterCollectedNeed } from './enter-collected-need.js';
import { ExportNeedCollection } from './export-need-collection.js';
import { InviteForCollectedNeed } from './invite-for-collected-need.js';
import { InvitedSuppliers } from './invited-suppliers.js';
import {
  CollectedNeedFieldsResolver,
  CollectionDistrictFieldsResolver,
  NeedCollectionFieldsResolver,
} from './need-collection-fields.resolver.js';
import {
  CollectionDistrictsLoader,
  EventCollectionsLoader,
  HandedInLoader,
} from './need-collection.loaders.js';
import './need-collection.texts.js';
import { NeedCollectionsRepository } from './need-collections.repository.js';
import { NeedCollectionsResolver } from './need-collections.resolver.js';
import { OpenNeedCollection } from './open-need-collection.js';
import { ReviewCollectedNeed } from './review-collected-need.js';

/** How bureaus collect needs for events. */
export const collectionProviders = [
  CollectedNeeds,
  CollectedNeedViews,
  CollectedNeedsHolder,
  CollectionCases,
  CollectionDelegates,
  EnterCollectedNeed,
  ExportNeedCollection,
  InvitedSuppliers,
  InviteForCollectedNeed,
  NeedCollectionsRepository,
  NeedCollectionsResolver,
  NeedCollectionFieldsResolver,
  CollectionDistrictFieldsResolver,
  CollectedNeedFieldsResolver,
  CollectionDistrictsLoader,
  EventCollectionsLoader,
  HandedInLoader,
  OpenNeedCollection,
  ReviewCollectedNeed,
];
