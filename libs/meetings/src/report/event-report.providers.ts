import { ConceptGapsRepository } from './concept-gaps.repository.js';
import { ConceptGapsLoader } from './event-report.loaders.js';
import { EventReportReader } from './event-report.reader.js';
import { ConceptGapFieldsResolver, EventReportResolver } from './event-report.resolver.js';
import { ExportEventReport } from './export-event-report.js';

/** What others may ask of reports. */
export const reportUseCases = [ExportEventReport];

/** The organizer's report after an event. */
export const reportProviders = [
  ...reportUseCases,
  ConceptGapsLoader,
  ConceptGapsRepository,
  EventReportReader,
  EventReportResolver,
  ConceptGapFieldsResolver,
];
