import { LoaderScope, type LocalizedText } from '@app/kernel';
import { OrganizationsLoader } from '@app/organizations';
import { BuyerNames, type ProcurementNeed } from '@app/procurement';
import { Injectable } from '@nestjs/common';

/** What the two sides are called in notices. */
@Injectable()
export class NoticeNames {
  constructor(
    private readonly organizations: OrganizationsLoader,
    private readonly buyers: BuyerNames,
  ) {}

  /** The buyer as suppliers may know it. */
  buyer(need: ProcurementNeed): Promise<LocalizedText> {
    return this.buyers.of(need);
  }

  async supplier(organizationId: string): Promise<LocalizedText> {
    const supplier = await this.organizations.load(new LoaderScope(), organizationId);
    if (!supplier) throw new Error(`response of an unknown organization ${organizationId}`);
    return { zh: supplier.name, en: supplier.nameEn ?? supplier.name };
  }
}
