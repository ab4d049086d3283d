import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Capability } from './capability.entity.js';

/** What suppliers can do. */
@Module({
  imports: [TypeOrmModule.forFeature([Capability])],
})
export class CapabilitiesModule {}
