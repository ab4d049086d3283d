import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { Memberships, MemberRole } from '@app/identity';
import { type Notice, NoticeConsumer, NotificationKind, Notifier, originOf } from '@app/notifications';
import { OrganizationTitles } from '@app/organizations';
import { NeedBuyerNames, type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import type { SupplyResponse } from './supply-response.entity.js';
import { SupplyResponseState } from './supply-response.enums.js';
import { declineReasonCode } from './supply-response-notices.texts.js';
import { SupplyResponsesRepository } from './supply-responses.repository.js';

/** Name of the deliveries of notices about supply responses. */
export const SUPPLY_RESPONSE_NOTICES = 'supply-response-notices';
