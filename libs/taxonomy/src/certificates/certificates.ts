import { dataFile, type Locale } from '@app/kernel';
import { z } from 'zod';
import { readYamlFile } from '../files/yaml-file.js';
import { NameSearch } from '../phrases/name-search.js';
import { CertificateFinder } from './certificate-finder.js';
import { type CertificateKind, type CertificateMention, Certifies } from './certificate-kind.js';

const catalogue = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    zh: z.string().min(2),
    en: z.string().min(2),
    certifies: z.enum(Certifies),
    aliases: z.array(z.string().min(2)).min(1),
    acronyms: z.array(z.string().regex(/^[A-Z]{2,6}$/)).default([]),
  }),
);

/** The catalogue of certificates and licences that buyers ask for. */
export class Certificates {
  private readonly byId: ReadonlyMap<string, CertificateKind>;
  private readonly finder: CertificateFinder;
  private readonly names: NameSearch<CertificateKind>;

  constructor(kinds: readonly CertificateKind[]) {
    this.byId = new Map(kinds.map((kind) => [kind.id, kind]));
    if (this.byId.size < kinds.length) throw new Error('certificates.yaml: an id is used twice');
    this.finder = new CertificateFinder(kinds);
    this.names = new NameSearch(kinds, ({ zh, en, aliases, acronyms }) => [zh, en, ...aliases, ...acronyms]);
  }

  /** The catalogue as the data file has it. */
  static load(file = dataFile(import.meta.url, 'libs/taxonomy/data/certificates.yaml')): Certificates {
    return new Certificates(catalogue.parse(readYamlFile(file)));
  }

  /** A kind by its id; undefined when there is none. */
  get(id: string): CertificateKind | undefined {
    return this.byId.get(id);
  }

  /** All kinds, in the order of the catalogue. */
  all(): readonly CertificateKind[] {
    return [...this.byId.values()];
  }

  /** The name of a kind in a language; the id itself when it is unknown. */
  name(id: string, locale: Locale): string {
    return this.byId.get(id)?.[locale] ?? id;
  }

  /** Every certificate that a text names (IATF16949, ISO/TS 16949:2009); positions are those of the folded text. */
  findAll(text: string): CertificateMention[] {
    return this.finder.findAll(text);
  }

  /** Kinds by a part of a name or of a usual writing. */
  search(text: string, limit: number): CertificateKind[] {
    return this.names.find(text, limit);
  }
}
