import { OrganizationsModule } from '@app/organizations';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BlockOrganization } from './block-organization.js';
import { BlockedOrganization } from './blocked-organization.entity.js';
import { BlockedOrganizationFieldsResolver, HiddenMatchFieldsResolver } from './exclusion-fields.resolver.js';
import './exclusion.texts.js';
import { ExclusionLists } from './exclusion-lists.js';
import { ExclusionsHolder } from './exclusions.holder.js';
import { ExclusionsRepository } from './exclusions.repository.js';
import { ExclusionsResolver } from './exclusions.resolver.js';
import { HiddenMatch } from './hidden-match.entity.js';
import { HiddenMatchesLoader } from './hidden-matches.loader.js';
import { HideMatch } from './hide-match.js';
import { MatchExclusions } from './match-exclusions.js';
import { MatchHiddenResolver } from './match-hidden.resolver.js';

/** What organizations do not want to be proposed. */
@Module({
  imports: [
    TypeOrmModule.forFeature([HiddenMatch, BlockedOrganization]),
    OrganizationsModule,
    ProcurementModule,
  ],
  providers: [
    BlockOrganization,
    BlockedOrganizationFieldsResolver,
    ExclusionLists,
    ExclusionsHolder,
    ExclusionsRepository,
    ExclusionsResolver,
    HiddenMatchesLoader,
    HiddenMatchFieldsResolver,
    HideMatch,
    MatchExclusions,
    MatchHiddenResolver,
  ],
  exports: [MatchExclusions],
})
export class ExclusionsModule {}
