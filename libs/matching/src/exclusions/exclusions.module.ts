import { OrganizationsModule } from '@app/organizations';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BlockOrganization, ExclusionLists, HideMatch } from './exclusions.service.js';
import { BlockedOrganization, HiddenMatch } from './exclusion.entity.js';
import {
  BlockedOrganizationFieldsResolver,
  ExclusionsResolver,
  HiddenMatchFieldsResolver,
  MatchHiddenResolver,
} from './exclusions.resolver.js';
import { ExclusionsHolder, ExclusionsRepository, HiddenMatchesLoader } from './exclusions.repository.js';
import { MatchExclusions } from './match-exclusions.js';

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
