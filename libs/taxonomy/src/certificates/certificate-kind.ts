/** What a certificate speaks for: how a company works, what it makes, or one place of production. */
export enum Certifies {
  SYSTEM = 'SYSTEM',
  PRODUCT = 'PRODUCT',
  SITE = 'SITE',
}

/** A kind of certificate or licence that buyers ask for. */
export interface CertificateKind {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly certifies: Certifies;
  /** Usual writings, found in any case, with or without blanks, hyphens and a year. */
  readonly aliases: readonly string[];
  /** Short marks that are found in capitals only (CE, UL), since in lower case they are other words. */
  readonly acronyms: readonly string[];
}

/** A certificate that a text names; positions are those of the folded text. */
export interface CertificateMention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}
