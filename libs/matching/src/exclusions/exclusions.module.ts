import { OrganizationsModule } from '@app/organizations';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ExclusionsService } from './exclusions.service.js';
import { BlockedOrganization, HiddenMatch } from './exclusion.entity.js';
import {
  BlockedOrganizationFieldsResolver,
  ExclusionsResolver,
  HiddenMatchFieldsResolver,
  MatchHiddenResolver,
} from './exclusions.resolver.js';
import { ExclusionsHolder, ExclusionsRepository } from './exclusions.repository.js';
import { ExclusionsReader, HiddenMatchesLoader } from './exclusions.reader.js';

/** What organizations do not want to be proposed. */
@Module({
  imports: [
    TypeOrmModule.forFeature([HiddenMatch, BlockedOrganization]),
    OrganizationsModule,
    ProcurementModule,
  ],
  providers: [
    BlockedOrganizationFieldsResolver,
    ExclusionsHolder,
    ExclusionsRepository,
    ExclusionsResolver,
    HiddenMatchesLoader,
    HiddenMatchFieldsResolver,
    ExclusionsService,
    ExclusionsReader,
    MatchHiddenResolver,
  ],
  exports: [ExclusionsReader],
})
export class ExclusionsModule {}
