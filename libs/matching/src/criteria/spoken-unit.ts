import type { LocalizedText } from '@app/kernel';

/** English names of the Chinese units that amounts are usually counted in. */
const ENGLISH: Readonly<Record<string, string>> = {
  件: 'pcs',
  个: 'pcs',
  只: 'pcs',
  根: 'pcs',
  片: 'pcs',
  台: 'units',
  套: 'sets',
  吨: 't',
  公斤: 'kg',
  千克: 'kg',
  米: 'm',
};

/** A unit as it is read aloud in each language; one without another name stays as it was written. */
export const spokenUnit = (unit: string): LocalizedText => ({ zh: unit, en: ENGLISH[unit] ?? unit });
