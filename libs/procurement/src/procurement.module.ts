import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NeedTermsReader } from './editing/need-terms.reader.js';
import { NeedWriter } from './editing/need-writer.js';
import { ProcurementNeedChangesResolver } from './editing/procurement-need-changes.resolver.js';
import { ProcurementNeedsService } from './editing/procurement-needs.service.js';
import { NeedInvitationNotices } from './invitations/need-invitation-notices.js';
import { NeedInvitationsResolver } from './invitations/need-invitations.resolver.js';
import { NeedInvitationsService } from './invitations/need-invitations.service.js';
import { AddressedNeedsReader } from './needs/addressed-needs.reader.js';
import { NeedDocumentsRepository } from './needs/need-documents.repository.js';
import { NeedInvitation } from './needs/need-invitation.entity.js';
import { NeedInvitationsLoader, NeedInvitationsRepository } from './needs/need-invitations.repository.js';
import { NeedLine } from './needs/need-line.entity.js';
import { NeedListsReader } from './needs/need-lists.reader.js';
import {
  AskedParameterFieldsResolver,
  NeedConceptFieldsResolver,
  NeedLineFieldsResolver,
  ProcurementNeedFieldsResolver,
} from './needs/procurement-need-fields.resolver.js';
import { ProcurementNeed } from './needs/procurement-need.entity.js';
import './needs/procurement-need.texts.js';
import { ProcurementNeedsIndexer } from './needs/procurement-needs.indexer.js';
import { ProcurementNeedsReader } from './needs/procurement-needs.reader.js';
import {
  NeedLinesLoader,
  NeedLinesRepository,
  ProcurementNeedsLoader,
  ProcurementNeedsRepository,
} from './needs/procurement-needs.repository.js';
import { OrganizationNeedsResolver, ProcurementNeedsResolver } from './needs/procurement-needs.resolver.js';

const needs = [
  ...[ProcurementNeedsRepository, NeedLinesRepository, NeedInvitationsRepository, NeedDocumentsRepository],
  ...[ProcurementNeedsLoader, NeedLinesLoader, NeedInvitationsLoader],
  ...[ProcurementNeedsReader, AddressedNeedsReader, NeedListsReader, ProcurementNeedsIndexer],
  ...[ProcurementNeedsResolver, OrganizationNeedsResolver, ProcurementNeedFieldsResolver],
  ...[NeedLineFieldsResolver, NeedConceptFieldsResolver, AskedParameterFieldsResolver],
];
const editing = [NeedTermsReader, NeedWriter, ProcurementNeedsService, ProcurementNeedChangesResolver];
const invitations = [NeedInvitationsService, NeedInvitationsResolver, NeedInvitationNotices];

/** What buyers need. */
@Module({
  imports: [TypeOrmModule.forFeature([ProcurementNeed, NeedLine, NeedInvitation])],
  providers: [...needs, ...editing, ...invitations],
  exports: [
    AddressedNeedsReader,
    NeedInvitationNotices,
    NeedWriter,
    ProcurementNeedsIndexer,
    ProcurementNeedsReader,
    ProcurementNeedsService,
  ],
})
export class ProcurementModule {}
