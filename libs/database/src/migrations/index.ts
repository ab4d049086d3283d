import { Platform1700000000000 } from './1700000000000-platform.js';
import { Identity1700000000010 } from './1700000000010-identity.js';
import { Audit1700000000020 } from './1700000000020-audit.js';
import { Notifications1700000000025 } from './1700000000025-notifications.js';
import { Organizations1700000000030 } from './1700000000030-organizations.js';
import { MembershipKeys1700000000035 } from './1700000000035-membership-keys.js';
import { Capabilities1700000000040 } from './1700000000040-capabilities.js';
import { Procurement1700000000050 } from './1700000000050-procurement.js';
import { Import1700000000090 } from './1700000000090-import.js';
import { Search1700000000060 } from './1700000000060-search.js';
import { Matching1700000000080 } from './1700000000080-matching.js';
import { Consents1700000000110 } from './1700000000110-consents.js';
import { MatchmakingEvents1700000000070 } from './1700000000070-matchmaking-events.js';
import { NotificationsInbox1700000000120 } from './1700000000120-notifications-inbox.js';
import { EventOrganization1700000000170 } from './1700000000170-event-organization.js';
import { AddressedNeeds1700000000130 } from './1700000000130-addressed-needs.js';
import { FactRequests1700000000140 } from './1700000000140-fact-requests.js';
import { EventRegistrations1700000000171 } from './1700000000171-event-registrations.js';
import { WordVectors1700000000160 } from './1700000000160-word-vectors.js';
import { EventCheckIn1700000000172 } from './1700000000172-event-check-in.js';
import { CalendarFeeds1700000000173 } from './1700000000173-calendar-feeds.js';
import { SearchDesk1700000000150 } from './1700000000150-search-desk.js';
import { Exclusions1700000000131 } from './1700000000131-exclusions.js';
import { MatchFeedback1700000000132 } from './1700000000132-match-feedback.js';
import { SavedSearches1700000000141 } from './1700000000141-saved-searches.js';
import { StageNeeds1700000000174 } from './1700000000174-stage-needs.js';
import { NeedCollections1700000000175 } from './1700000000175-need-collections.js';
import { IndexReconciliations1700000000220 } from './1700000000220-index-reconciliations.js';
import { OrganizationImports1700000000221 } from './1700000000221-organization-imports.js';
import { Meetings1700000000180 } from './1700000000180-meetings.js';
import { MeetingWishes1700000000210 } from './1700000000210-meeting-wishes.js';
import { SchedulingRuns1700000000211 } from './1700000000211-scheduling-runs.js';
import { MeetingOutcomes1700000000212 } from './1700000000212-meeting-outcomes.js';
import { MeetingStandIns1700000000230 } from './1700000000230-meeting-stand-ins.js';
import { OutcomeThreads1700000000231 } from './1700000000231-outcome-threads.js';
import { QueueTables1700000000250 } from './1700000000250-queue-tables.js';
import { MeetingTimeProposals1700000000270 } from './1700000000270-meeting-time-proposals.js';
import { EventNumbersChange1700000000271 } from './1700000000271-event-numbers-change.js';
import { DerivationVocabulary1700000000280 } from './1700000000280-derivation-vocabulary.js';
import { TextVectors1700000000290 } from './1700000000290-text-vectors.js';
import { FittingNeedNotices2026120240001 } from './2026120240001-fitting-need-notices.js';
import { ContactExchange2026120240002 } from './2026120240002-contact-exchange.js';
import { FactHistory2026120250001 } from './2026120250001-fact-history.js';
import { TrustedDevices2026120260001 } from './2026120260001-trusted-devices.js';
import { ImportAttempts2026120260002 } from './2026120260002-import-attempts.js';
import { EventVisitors2026120270001 } from './2026120270001-event-visitors.js';
import { OrganizationNameTrigrams2026120280001 } from './2026120280001-organization-name-trigrams.js';
import { UnverifiedOrganizations2026120220001 } from './2026120220001-unverified-organizations.js';
import { RequestRates2026120230001 } from './2026120230001-request-rates.js';

/** The one timeline of the schema, oldest first. */
export const migrations = [
  Platform1700000000000,
  Identity1700000000010,
  Audit1700000000020,
  Notifications1700000000025,
  Organizations1700000000030,
  MembershipKeys1700000000035,
  Capabilities1700000000040,
  Procurement1700000000050,
  Search1700000000060,
  MatchmakingEvents1700000000070,
  Matching1700000000080,
  Import1700000000090,
  Consents1700000000110,
  NotificationsInbox1700000000120,
  AddressedNeeds1700000000130,
  Exclusions1700000000131,
  MatchFeedback1700000000132,
  FactRequests1700000000140,
  SavedSearches1700000000141,
  SearchDesk1700000000150,
  WordVectors1700000000160,
  EventOrganization1700000000170,
  EventRegistrations1700000000171,
  EventCheckIn1700000000172,
  CalendarFeeds1700000000173,
  StageNeeds1700000000174,
  NeedCollections1700000000175,
  Meetings1700000000180,
  MeetingWishes1700000000210,
  SchedulingRuns1700000000211,
  MeetingOutcomes1700000000212,
  IndexReconciliations1700000000220,
  OrganizationImports1700000000221,
  MeetingStandIns1700000000230,
  OutcomeThreads1700000000231,
  QueueTables1700000000250,
  MeetingTimeProposals1700000000270,
  EventNumbersChange1700000000271,
  DerivationVocabulary1700000000280,
  TextVectors1700000000290,
  UnverifiedOrganizations2026120220001,
  FittingNeedNotices2026120240001,
  ContactExchange2026120240002,
  FactHistory2026120250001,
  TrustedDevices2026120260001,
  ImportAttempts2026120260002,
  EventVisitors2026120270001,
  OrganizationNameTrigrams2026120280001,
  RequestRates2026120230001,
];
