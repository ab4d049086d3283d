import { Injectable } from '@nestjs/common';
import { EnterCollectedNeed } from './enter-collected-need.js';
import { ExportNeedCollection } from './export-need-collection.js';
import { InviteForCollectedNeed } from './invite-for-collected-need.js';
import { OpenNeedCollection } from './open-need-collection.js';
import { ReviewCollectedNeed } from './review-collected-need.js';

/** What bureaus and districts do with collections, from opening one to taking it along. */
@Injectable()
export class CollectionCases {
  constructor(
    readonly opening: OpenNeedCollection,
    readonly entering: EnterCollectedNeed,
    readonly reviewing: ReviewCollectedNeed,
    readonly inviting: InviteForCollectedNeed,
    readonly exporting: ExportNeedCollection,
  ) {}
}
