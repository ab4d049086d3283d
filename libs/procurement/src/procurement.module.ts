import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddressedNeeds } from './needs/addressed-needs.js';
import { CreateProcurementNeed } from './needs/create-procurement-need.js';
import { InviteToNeed } from './needs/invite-to-need.js';
import { NeedConcepts } from './needs/need-concepts.js';
import { NeedDocumentsRepository } from './needs/need-documents.repository.js';
import { NeedDrafting } from './needs/need-drafting.js';
import { NeedInvitation } from './needs/need-invitation.entity.js';
import { NeedInvitationsRepository } from './needs/need-invitations.repository.js';
import { NeedLine } from './needs/need-line.entity.js';
import { NeedLinesRepository } from './needs/need-lines.repository.js';
import {
  AskedParameterFieldsResolver,
  NeedConceptFieldsResolver,
  NeedLineFieldsResolver,
  NeedPartFieldsResolver,
} from './needs/need-part-fields.resolver.js';
import { NeedInvitationsLoader, NeedLinesLoader } from './needs/need-parts.loaders.js';
import { NeedSteps } from './needs/need-steps.js';
import { NeedTermsReader } from './needs/need-terms.reader.js';
import { OrganizationNeedsResolver } from './needs/organization-needs.resolver.js';
import { OwnNeeds } from './needs/own-need.js';
import { ProcurementNeedChangesResolver } from './needs/procurement-need-changes.resolver.js';
import { ProcurementNeedFieldsResolver } from './needs/procurement-need-fields.resolver.js';
import { ProcurementNeedNodes } from './needs/procurement-need-nodes.js';
import { ProcurementNeed } from './needs/procurement-need.entity.js';
import './needs/procurement-need.texts.js';
import { ProcurementNeedsIndexer } from './needs/procurement-needs.indexer.js';
import { ProcurementNeedsLoader } from './needs/procurement-needs.loader.js';
import { ProcurementNeedsReader } from './needs/procurement-needs.reader.js';
import { ProcurementNeedsRepository } from './needs/procurement-needs.repository.js';
import { ProcurementNeedsResolver } from './needs/procurement-needs.resolver.js';
import { ProcurementNeedsService } from './needs/procurement-needs.service.js';
import { UpdateProcurementNeed } from './needs/update-procurement-need.js';
import { VisibleNeeds } from './needs/visible-needs.js';
import { BuyerNames } from './notices/buyer-names.js';
import { NeedInvitationNotices } from './notices/need-invitation-notices.js';

const storage = [
  ProcurementNeedsRepository,
  NeedLinesRepository,
  NeedInvitationsRepository,
  NeedDocumentsRepository,
];
const loaders = [ProcurementNeedsLoader, NeedLinesLoader, NeedInvitationsLoader];
const reading = [
  AddressedNeeds,
  VisibleNeeds,
  ProcurementNeedsReader,
  ProcurementNeedsService,
  NeedConcepts,
  NeedTermsReader,
];
const useCases = [
  NeedDrafting,
  OwnNeeds,
  CreateProcurementNeed,
  UpdateProcurementNeed,
  NeedSteps,
  InviteToNeed,
];
const resolvers = [
  ProcurementNeedsResolver,
  ProcurementNeedChangesResolver,
  ProcurementNeedFieldsResolver,
  NeedPartFieldsResolver,
  NeedLineFieldsResolver,
  NeedConceptFieldsResolver,
  AskedParameterFieldsResolver,
  OrganizationNeedsResolver,
];

/** What buyers need. */
@Module({
  imports: [TypeOrmModule.forFeature([ProcurementNeed, NeedLine, NeedInvitation])],
  providers: [
    ...storage,
    ...loaders,
    ...reading,
    ...useCases,
    ...resolvers,
    BuyerNames,
    NeedInvitationNotices,
    ProcurementNeedNodes,
    ProcurementNeedsIndexer,
  ],
  exports: [
    AddressedNeeds,
    BuyerNames,
    NeedInvitationNotices,
    ProcurementNeedsReader,
    ProcurementNeedsLoader,
    NeedLinesLoader,
    NeedDrafting,
    NeedSteps,
    VisibleNeeds,
    ProcurementNeedsIndexer,
  ],
})
export class ProcurementModule {}
