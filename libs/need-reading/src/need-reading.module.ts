import { Module } from '@nestjs/common';
import { BrochureReader } from './readers/brochure-reader.js';
import { ParameterFinder } from './conditions/parameter-finder.js';
import { NeedReader } from './readers/need-reader.js';

const readers = [BrochureReader, NeedReader, ParameterFinder];

/** Reads needs and brochures: from words to parts, conditions and facts. */
@Module({ providers: readers, exports: readers })
export class NeedReadingModule {}
