import { BadInputError } from '@app/kernel';
import { Certificates, Industries, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';

/** The codes that people send in (place, trade, kind of certificate): they must be in the tables. */
@Injectable()
export class Classification {
  constructor(
    private readonly regions: Regions,
    private readonly industries: Industries,
    private readonly certificates: Certificates,
  ) {}

  /** The short code of a region; throws UNKNOWN_REGION. */
  regionCode(code: string, field: string): string {
    const region = this.regions.get(code);
    if (!region) throw new BadInputError('UNKNOWN_REGION', { code: code.slice(0, 20) }, [field]);
    return region.code;
  }

  /** The code of an industry; throws UNKNOWN_INDUSTRY. */
  industryCode(code: string, field: string): string {
    const industry = this.industries.get(code);
    if (!industry) throw new BadInputError('UNKNOWN_INDUSTRY', { code: code.slice(0, 20) }, [field]);
    return industry.code;
  }

  /** The id of a kind of certificate; throws UNKNOWN_CERTIFICATE_KIND. */
  certificateKindId(id: string, field: string): string {
    const kind = this.certificates.get(id);
    if (!kind) throw new BadInputError('UNKNOWN_CERTIFICATE_KIND', { id: id.slice(0, 40) }, [field]);
    return kind.id;
  }
}
