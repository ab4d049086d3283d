import { LoaderScope, type LocalizedText } from '@app/kernel';
import { OrganizationsLoader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { ProcurementNeed } from '../needs/procurement-need.entity.js';

/** What suppliers may call a buyer. */
@Injectable()
export class BuyerNames {
  constructor(private readonly organizations: OrganizationsLoader) {}

  /** The buyer's alias where it stands under one, else its name. */
  async of({ alias, organizationId }: ProcurementNeed): Promise<LocalizedText> {
    if (alias !== null) return { zh: alias, en: alias };
    const buyer = await this.organizations.load(new LoaderScope(), organizationId);
    if (!buyer) throw new Error(`need of an unknown organization ${organizationId}`);
    return { zh: buyer.name, en: buyer.nameEn ?? buyer.name };
  }
}
