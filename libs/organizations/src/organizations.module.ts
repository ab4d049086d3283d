import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationClaim } from './claims/organization-claim.entity.js';
import { OrganizationCertificate } from './facts/organization-certificate.entity.js';
import { TierRecognition } from './facts/tier-recognition.entity.js';
import { Organization } from './profiles/organization.entity.js';

/** Enterprises and institutions: their profiles, the facts about them, and who may speak for them. */
@Module({
  imports: [TypeOrmModule.forFeature([Organization, TierRecognition, OrganizationCertificate, OrganizationClaim])],
})
export class OrganizationsModule {}
